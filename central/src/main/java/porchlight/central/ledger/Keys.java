package porchlight.central.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import porchlight.central.signing.DeviceKey;

/** Whose key is whose, and how one takes the place of another. */
final class Keys {
  private static final String MEMBER =
      "select d.id, d.key_id, d.key_x, d.key_y, d.next_key_x, d.next_key_y, d.standing,"
          + " d.organisation, "
          + Orders.COLUMNS
          + Orders.FROM;

  /** So long a new key may wait for its first use before another may take its place. */
  private static final Duration PENDING = Duration.ofDays(1);

  private static final String NEXT = "next_key";

  private Keys() {}

  /** The device that has this key, now or as its next one. */
  static Optional<KnownKey> find(Sql sql, String keyId) throws SQLException {
    Optional<KnownKey> now =
        sql.one(MEMBER + "where d.key_id = ?", row -> known(row, "key"), keyId);
    return now.isPresent()
        ? now
        : sql.one(MEMBER + "where d.next_key_id = ?", row -> known(row, NEXT), keyId);
  }

  /** The key of a device. */
  static Optional<KnownKey> ofDevice(Sql sql, String device) throws SQLException {
    return sql.one(MEMBER + "where d.id = ?", row -> known(row, "key"), device);
  }

  private static KnownKey known(Row row, String key) throws SQLException {
    return new KnownKey(
        row.text("id"),
        row.text("organisation"),
        new DeviceKey(row.text(key + "_x"), row.text(key + "_y")),
        row.word(Standing.class, "standing"),
        Orders.of(row, key.equals(NEXT)));
  }

  /** A key was used: when it is a device's next one, it is its only one from now on. */
  static void used(Sql sql, String keyId) throws SQLException {
    sql.update(
        "update device set key_id = next_key_id, key_x = next_key_x, key_y = next_key_y,"
            + " next_key_id = null, next_key_x = null, next_key_y = null, rotate = 0"
            + " where next_key_id = ?",
        keyId);
  }

  /** The key, when at this very moment it is that device's, now or next. */
  static Optional<KnownKey> held(Sql sql, String keyId, String device) throws SQLException {
    return find(sql, keyId).filter(known -> known.device().equals(device));
  }

  /** How the device stands whose key this is; empty when it is not that device's any more. */
  static Optional<Standing> standing(Sql sql, String keyId, String device) throws SQLException {
    return held(sql, keyId, device).map(KnownKey::standing);
  }

  /** Remembers a device's next key, unless it is anybody's, or another one waits. */
  static Acted next(Sql sql, String device, DeviceKey key, Instant now) throws SQLException {
    String id = key.thumbprint();
    List<String> owners =
        sql.list(
            "select id from device where key_id = ? or (next_key_id = ? and id <> ?)",
            row -> row.text("id"),
            id,
            id,
            device);
    if (!owners.isEmpty()) {
      return new Acted.KeyTaken();
    }
    boolean done =
        sql.update(
                "update device set next_key_id = ?, next_key_x = ?, next_key_y = ?,"
                    + " next_key_at = ? where id = ? and (next_key_id is null or next_key_id = ?"
                    + " or coalesce(next_key_at, 0) < ?)",
                id,
                key.x(),
                key.y(),
                now,
                device,
                id,
                now.minus(PENDING))
            == 1;
    return done ? new Acted.Done() : new Acted.KeyPending();
  }
}

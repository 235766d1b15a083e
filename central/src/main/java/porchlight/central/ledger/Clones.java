package porchlight.central.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Who was told that its device is cloned, and became another device. */
final class Clones {
  /** Devices that may come of one disk in a month; more have to be approved by a person. */
  private static final int FREE = 50;

  /** How many may wait for that. */
  private static final int MOST = 100;

  private static final Duration MONTH = Duration.ofDays(30);

  private Clones() {}

  static void tell(Sql sql, String device, String boot, Instant now) throws SQLException {
    sql.update(
        "insert into clone (device, boot, told_at) values (?, ?, ?) on conflict (device, boot)"
            + " do update set told_at = excluded.told_at",
        device,
        boot,
        now);
  }

  /** A boot that was told within a day and has not become another device yet. */
  static Optional<String> told(Sql sql, String device, Instant now) throws SQLException {
    return sql.one(
        "select boot from clone where device = ? and became is null and told_at > ?"
            + " order by told_at limit 1",
        row -> row.text("boot"),
        device,
        now.minus(Duration.ofDays(1)));
  }

  /** The device that all copies of a disk come of, by way of others perhaps. */
  static String root(Sql sql, String device) throws SQLException {
    return sql.one(
            "select coalesce(clone_root, id) as root from device where id = ?",
            row -> row.text("root"),
            device)
        .orElse(device);
  }

  /** How one more copy of that disk would stand; nothing when there are too many. */
  static Optional<Standing> oneMore(Sql sql, String root, Instant now) throws SQLException {
    long many =
        sql.one(
                "select count(*) as many from device where clone_root = ? and enrolled_at > ?",
                row -> row.number("many"),
                root,
                now.minus(MONTH))
            .orElse(0L);
    if (many >= MOST) {
      return Optional.empty();
    }
    return Optional.of(many < FREE ? Standing.ACTIVE : Standing.PENDING);
  }

  static void became(Sql sql, String device, String boot, String other) throws SQLException {
    sql.update("update clone set became = ? where device = ? and boot = ?", other, device, boot);
  }
}

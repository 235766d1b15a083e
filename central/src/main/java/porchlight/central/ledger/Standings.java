package porchlight.central.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import porchlight.central.reports.Goodbye;
import porchlight.central.reports.Word;

/** What people decide about devices, and devices about themselves. */
final class Standings {
  /** Who counts, as {@link Standing#isLetIn} says. */
  static final String COUNTS = "standing in ('active', 'pending')";

  /** The others, in the words of the index that has them alone: they are few. */
  static final String COUNTS_NOT = "standing not in ('active', 'pending')";

  private Standings() {}

  static boolean set(Sql sql, String device, Standing standing) throws SQLException {
    if (!standing.isLetIn()) {
      Failing.forget(sql, device);
    }
    return sql.update("update device set standing = ? where id = ?", Word.of(standing), device)
        == 1;
  }

  /** Shuts a device out, and all that came of its disk; returns how many that are. */
  static int revoke(Sql sql, String device) throws SQLException {
    List<String> others =
        sql.list(
            "with recursive came (id) as (select cast(? as text) union select d.id from device d"
                + " join came on d.cloned_from = came.id) select d.id from came join device d on"
                + " d.id = came.id where d.standing <> 'retired' and d.id <> ?",
            row -> row.text("id"),
            device,
            device);
    for (String other : others) {
      set(sql, other, Standing.REVOKED);
    }
    return others.size();
  }

  /** Lets a device in that waits for it; false when none of this id waits. */
  static boolean approve(Sql sql, String device, Instant now) throws SQLException {
    boolean done =
        sql.update(
                "update device set standing = 'active' where id = ? and standing = 'pending'",
                device)
            == 1;
    if (done) {
      Events.enrolled(sql, now, device);
    }
    return done;
  }

  static boolean rotate(Sql sql, String device) throws SQLException {
    return sql.update(
            "update device set rotate = 1, next_key_id = null, next_key_x = null, next_key_y = null"
                + " where id = ? and standing = 'active'",
            device)
        == 1;
  }

  /** The older device is the newer one before a re-install; false when they cannot be the same. */
  static boolean merge(Sql sql, String older, String newer) throws SQLException {
    boolean done =
        sql.update(
                "update device set standing = 'retired', merged_into = ? where id = ? and id <> ?"
                    + " and organisation in (select organisation from device where id = ?"
                    + " and standing = 'active')",
                newer,
                older,
                newer,
                newer)
            == 1;
    if (done) {
      Failing.forget(sql, older);
    }
    return done;
  }

  static void leave(Sql sql, String device, Goodbye goodbye) throws SQLException {
    sql.update(
        "update device set goodbye = ?, goodbye_at = ?, last_seen = ? where id = ?",
        Word.of(goodbye.reason()),
        goodbye.at(),
        goodbye.at(),
        device);
    switch (goodbye.reason()) {
      case UNINSTALLED -> set(sql, device, Standing.RETIRED);
      case SHUTDOWN -> Presences.parked(sql, device);
    }
  }
}

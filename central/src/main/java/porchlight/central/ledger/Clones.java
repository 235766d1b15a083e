package porchlight.central.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Who was told that its device is cloned, and became another device. */
final class Clones {
  /** Devices that may come of one in a day. */
  static final int MOST_A_DAY = 50;

  private Clones() {}

  static void tell(Sql sql, String device, String boot, Instant now) throws SQLException {
    sql.update(
        "insert into clone (device, boot, told_at) values (?, ?, ?) on conflict (device, boot)"
            + " do update set told_at = excluded.told_at, became = null",
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

  static boolean tooMany(Sql sql, String device, Instant now) throws SQLException {
    return sql.one(
                "select count(*) as many from device where cloned_from = ? and enrolled_at > ?",
                row -> row.number("many"),
                device,
                now.minus(Duration.ofDays(1)))
            .orElse(0L)
        >= MOST_A_DAY;
  }

  static void became(Sql sql, String device, String boot, String other) throws SQLException {
    sql.update("update clone set became = ? where device = ? and boot = ?", other, device, boot);
  }
}

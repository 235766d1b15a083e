package porchlight.central.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import porchlight.central.presence.Outage;

/** When central itself was there: a heartbeat, and the outages that show in it. */
final class Uptime {
  /** A heart that was still for longer than this did not hear either (a suspended machine). */
  static final Duration LONGEST_BEAT = Duration.ofSeconds(60);

  private static final Duration REMEMBERED = Duration.ofDays(90);

  private Uptime() {}

  /** Central has started: the time since its last heartbeat was an outage. */
  static void start(Sql sql, Instant now) throws SQLException {
    beat(sql, now, Duration.ZERO);
  }

  static void beat(Sql sql, Instant now) throws SQLException {
    beat(sql, now, LONGEST_BEAT);
  }

  static void stop(Sql sql, Instant now) throws SQLException {
    Meta.put(sql, "alive", Long.toString(now.toEpochMilli()));
  }

  private static void beat(Sql sql, Instant now, Duration allowed) throws SQLException {
    var last =
        sql.one(
            "select value from meta where name = 'alive'",
            row -> Instant.ofEpochMilli(Long.parseLong(row.text("value"))));
    if (last.isPresent() && Duration.between(last.get(), now).compareTo(allowed) > 0) {
      sql.update(
          "insert into outage (from_at, to_at) values (?, ?) on conflict do nothing",
          last.get(),
          now);
      sql.update("delete from outage where to_at < ?", now.minus(REMEMBERED));
    }
    Meta.put(sql, "alive", Long.toString(now.toEpochMilli()));
  }

  static List<Outage> outages(Sql sql) throws SQLException {
    return sql.list(
        "select from_at, to_at from outage order by from_at",
        row -> new Outage(row.time("from_at"), row.time("to_at")));
  }
}

package porchlight.central.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import porchlight.central.presence.Outage;

/** When central itself was there: a heartbeat, and the outages that show in it, in counted time. */
final class Uptime {
  /** A heart that was still for longer than this did not hear either (a suspended machine). */
  static final Duration LONGEST_BEAT = Duration.ofSeconds(60);

  private static final Duration REMEMBERED = Duration.ofDays(90);

  private Uptime() {}

  /**
   * Where the counted time goes on when central starts: by what has passed since the machine's
   * start where that is the same, else by the clock, forward only.
   */
  static Instant resumed(Sql sql, Instant wall, Optional<String> boot, long nanos)
      throws SQLException {
    Optional<Long> counted = number(sql, "alive");
    if (counted.isEmpty()) {
      return wall;
    }
    Instant last = Instant.ofEpochMilli(counted.get());
    Optional<Long> before = number(sql, "alive_nanos");
    boolean same =
        boot.isPresent()
            && boot.equals(Meta.get(sql, "alive_boot"))
            && before.isPresent()
            && before.get() <= nanos;
    Duration gap =
        same
            ? Duration.ofNanos(nanos - before.orElse(nanos))
            : Duration.between(
                Instant.ofEpochMilli(number(sql, "alive_wall").orElse(counted.get())), wall);
    return gap.isNegative() ? last : last.plus(gap);
  }

  /** Central has started: the time since its last heartbeat was an outage. */
  static void start(Sql sql, Heart heart) throws SQLException {
    beat(sql, heart, Duration.ZERO);
  }

  static void beat(Sql sql, Heart heart) throws SQLException {
    beat(sql, heart, LONGEST_BEAT);
  }

  static void stop(Sql sql, Heart heart) throws SQLException {
    note(sql, heart);
  }

  private static void beat(Sql sql, Heart heart, Duration allowed) throws SQLException {
    Instant now = heart.counted();
    Optional<Instant> last = number(sql, "alive").map(Instant::ofEpochMilli);
    if (last.isPresent() && Duration.between(last.get(), now).compareTo(allowed) > 0) {
      sql.update(
          "insert into outage (from_at, to_at) values (?, ?) on conflict do nothing",
          last.get(),
          now);
      sql.update("delete from outage where to_at < ?", now.minus(REMEMBERED));
    }
    note(sql, heart);
  }

  private static void note(Sql sql, Heart heart) throws SQLException {
    Meta.put(sql, "alive", Long.toString(heart.counted().toEpochMilli()));
    Meta.put(sql, "alive_wall", Long.toString(heart.wall().toEpochMilli()));
    Meta.put(sql, "alive_nanos", Long.toString(heart.nanos()));
    Meta.put(sql, "alive_boot", heart.boot().orElse(""));
  }

  private static Optional<Long> number(Sql sql, String name) throws SQLException {
    return Meta.get(sql, name).map(Long::parseLong);
  }

  static List<Outage> outages(Sql sql) throws SQLException {
    return sql.list(
        "select from_at, to_at from outage order by from_at",
        row -> new Outage(row.time("from_at"), row.time("to_at")));
  }
}

package porchlight.central.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import porchlight.central.presence.Deadlines;

/**
 * How devices stand, as an expression over {@code d}: their answer, or {@code silent}, {@code
 * parked} or {@code waiting}, which no answer outweighs. Who is silent is judged by {@link
 * Deadlines}: per cadence by the last time at which a device may have been heard to be silent now.
 */
record Silence(String tone, List<Object> values) {
  /** Of every device that may report, how it stands, with what the counts need. */
  static Silence at(Sql sql, Instant counted) throws SQLException {
    Deadlines deadlines = new Deadlines(Uptime.outages(sql));
    List<Long> cadences =
        sql.list(
            "select distinct cadence_seconds from device order by cadence_seconds",
            row -> row.number("cadence_seconds"));
    Heard silent = new Heard(cadences, cadence -> deadlines.silentBefore(cadence, counted));
    Heard parked = new Heard(cadences, cadence -> deadlines.parkedUntil(cadence, counted));
    List<Object> values = new ArrayList<>(parked.values());
    values.addAll(silent.values());
    return new Silence(
        "case when d.heard_at is null then 'waiting' when d.goodbye = 'shutdown' and d.heard_at > "
            + parked.limit()
            + " then 'parked' when d.heard_at <= "
            + silent.limit()
            + " then 'silent' else coalesce(d.answer, 'cannot-say') end",
        List.copyOf(values));
  }

  /** A limit for when a device was heard, by its cadence. */
  private record Heard(String limit, List<Object> values) {
    Heard(List<Long> cadences, Function<Duration, Instant> of) {
      this(
          cadences.isEmpty()
              ? "0"
              : "case d.cadence_seconds" + " when ? then ?".repeat(cadences.size()) + " else 0 end",
          cadences.stream()
              .<Object>mapMulti((cadence, out) -> {
                out.accept(cadence);
                out.accept(of.apply(Duration.ofSeconds(cadence)).toEpochMilli());
              })
              .toList());
    }
  }

  /** Those values, then these. */
  Object[] after(Object... first) {
    List<Object> all = new ArrayList<>(List.of(first));
    all.addAll(values);
    return all.toArray();
  }

  /** These values, then those, then the ones of what a viewer may see. */
  Object[] and(Within within, Object... more) {
    List<Object> all = new ArrayList<>(values);
    all.addAll(List.of(more));
    all.addAll(within.values());
    return all.toArray();
  }
}

package porchlight.central.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;

/**
 * How organisations stood, day by day in UTC; today's row is written anew until the day is over.
 */
final class DaysKept {
  private static final List<String> TONES =
      List.of("unsafe", "care", "silent", "cannot-say", "waiting", "parked", "safe");

  /**
   * Who is parked stands as badly as it said before, as a weekend makes nobody better, or apart.
   */
  private static final String SAID =
      "case when tone = 'parked' and coalesce(answer, 'cannot-say') <> 'safe'"
          + " then coalesce(answer, 'cannot-say') else tone end";

  private DaysKept() {}

  static void note(Sql sql, Instant now, Instant counted) throws SQLException {
    Silence silence = Silence.at(sql, counted);
    StringBuilder counts = new StringBuilder();
    StringBuilder sets = new StringBuilder();
    for (String tone : TONES) {
      String column = tone.replace('-', '_');
      counts
          .append(", sum(case when ")
          .append(SAID)
          .append(" = '")
          .append(tone)
          .append("' then 1 else 0 end)");
      sets.append(column).append(" = excluded.").append(column).append(", ");
    }
    sql.update(
        "insert into day (organisation, day, unsafe, care, silent, cannot_say, waiting, parked, safe,"
            + " score)"
            + " select organisation, ?"
            + counts
            + ", cast(avg(case when answer is null then null else coalesce(score, 0) end) as bigint)"
            + " from (select d.organisation, d.answer, d.score, "
            + silence.tone()
            + " as tone from device d where d."
            + Standings.COUNTS
            + ") stands where tone is not null"
            + " group by organisation on conflict (organisation, day) do update set "
            + sets
            + "score = excluded.score",
        silence.after(day(now)));
  }

  private static long day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate().toEpochDay();
  }

  /** Of all organisations that are seen together; the score is the mean over their laptops. */
  static List<DayStand> since(Sql sql, Instant from, Within within) throws SQLException {
    return sql.list(
        "select day, sum(unsafe) as unsafe, sum(care) as care, sum(silent) as silent,"
            + " sum(cannot_say) as cannot_say, sum(waiting) as waiting, sum(safe) as safe,"
            + " sum(parked) as parked, cast(sum(score * (unsafe + care + silent + cannot_say + parked"
            + " + safe)) / nullif(sum(case when score is null then 0 else unsafe + care + silent"
            + " + cannot_say + parked + safe end), 0) as bigint) as score from day where day >= ?"
            + within.and()
            + " group by day order by day",
        DaysKept::read,
        within.after(day(from)));
  }

  private static DayStand read(Row row) throws SQLException {
    OptionalInt score = Headlines.score(row);
    return new DayStand(
        LocalDate.ofEpochDay(row.number("day")),
        (int) row.number("unsafe"),
        (int) row.number("care"),
        (int) row.number("silent"),
        (int) row.number("cannot_say"),
        (int) row.number("waiting"),
        (int) row.number("parked"),
        (int) row.number("safe"),
        score);
  }
}

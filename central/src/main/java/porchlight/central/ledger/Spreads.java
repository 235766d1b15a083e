package porchlight.central.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import porchlight.central.people.Viewer;
import porchlight.central.reports.Outcome;
import porchlight.central.reports.Place;
import porchlight.central.reports.Severity;

/** What does not pass on more than one device, and who is somewhere new. */
final class Spreads {
  private static final String RISKIER_FIRST =
      " order by case h.kind when 'public-hotspot' then 0 when 'guest' then 1 when 'unknown' then 2"
          + " else 3 end, h.at desc";

  private Spreads() {}

  /** Every check that fails, or since the beginning of time cannot tell, anywhere. */
  static List<Spread> all(Sql sql, Instant since, Viewer viewer) throws SQLException {
    Within within = Within.of(viewer, "organisation");
    return sql.list(
        "select check_id, min(severity) as severity,"
            + " sum(case when outcome = 'fail' then 1 else 0 end) as devices,"
            + " sum(case when outcome = 'fail' then 0 else 1 end) as blind,"
            + " coalesce(nullif(count(distinct case when outcome = 'fail' then organisation end), 0),"
            + " count(distinct organisation)) as organisations, max(since_at) as newest"
            + " from finding where told_at >= ?"
            + (since.equals(Instant.EPOCH) ? "" : " and outcome = 'fail'")
            + within.and()
            + " group by check_id order by "
            + (since.equals(Instant.EPOCH) ? "severity, devices desc" : "devices desc, severity")
            + ", check_id",
        Spreads::spread,
        within.after(since));
  }

  static Spread spread(Row row) throws SQLException {
    return new Spread(
        row.text("check_id"),
        severity(row),
        (int) row.number("devices"),
        (int) row.number("organisations"),
        (int) row.number("blind"),
        row.time("newest"));
  }

  private static Severity severity(Row row) throws SQLException {
    return Severity.ranked(row.number("severity"));
  }

  static List<Affected> affected(
      Sql sql, Silence silence, String check, Viewer viewer, int most, int from)
      throws SQLException {
    Within within = Within.of(viewer, "d.organisation");
    List<Object> values = new ArrayList<>();
    values.add(check);
    values.addAll(within.values());
    values.add(most);
    values.add(from);
    return sql.list(
        "select d.*, o.name as organisation_name, f.outcome as found, f.severity, f.because,"
            + " f.since_at, "
            + silence.tone()
            + " as tone from finding f join device d on d.id = f.device join organisation o on"
            + " o.id = d.organisation where f.check_id = ?"
            + within.and()
            + " order by f.outcome, f.severity, f.since_at desc, d.id limit ? offset ?",
        row ->
            new Affected(
                SeenRows.seen(row),
                row.word(Outcome.class, "found"),
                severity(row),
                row.text("because"),
                row.time("since_at")),
        silence.and(Within.ALL, values.toArray()));
  }

  static List<Visit> newPlaces(Sql sql, Silence silence, Instant since, Viewer viewer, int most)
      throws SQLException {
    Within within = Within.of(viewer, "h.organisation");
    List<Object> values = new ArrayList<>();
    values.add(since);
    values.addAll(within.values());
    values.add(most);
    return sql.list(
        "select d.*, o.name as organisation_name, h.at, h.kind, h.sure, h.standing as h_standing,"
            + " h.place as h_place, "
            + silence.tone()
            + " as tone from (select h.device, h.sequence, h.kind, h.at from headline h where h.standing ="
            + " 'new' and h.told_at >= ?"
            + within.and()
            + " and h.device not in (select id from device where "
            + Standings.COUNTS_NOT
            + ")"
            + RISKIER_FIRST
            + ", h.device limit ?) newest join headline h on h.device = newest.device and h.sequence ="
            + " newest.sequence join device d on d.id = h.device join organisation o on"
            + " o.id = d.organisation"
            + RISKIER_FIRST
            + ", d.id",
        row ->
            new Visit(
                SeenRows.seen(row),
                new Place(
                    row.maybeText("h_place"),
                    row.word(Place.Kind.class, "kind"),
                    row.word(Place.Sure.class, "sure"),
                    row.word(Place.Standing.class, "h_standing")),
                row.time("at")),
        silence.and(Within.ALL, values.toArray()));
  }
}

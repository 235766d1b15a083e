package porchlight.central.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import porchlight.central.people.Viewer;
import porchlight.central.reports.Place;

/** Places, by the devices that are there. */
final class PlaceRows {
  private PlaceRows() {}

  static List<PlaceStand> now(Sql sql, List<String> checks, Viewer viewer, int most, int from)
      throws SQLException {
    Within within = Within.of(viewer, "d.organisation");
    List<Object> values = new ArrayList<>(checks);
    values.addAll(within.values());
    values.add(most);
    values.add(from);
    return sql.list(
        "select d.organisation, o.name as organisation_name, d.place, max(d.place_kind) as kind,"
            + " count(*) as devices, sum(case when bad.device is null then 0 else 1 end) as failing"
            + " from device d join organisation o on o.id = d.organisation left join"
            + " (select distinct device from finding where outcome = 'fail' and check_id in ("
            + marks(checks)
            + ")) bad on bad.device = d.id where d.standing = 'active' and d.place is not null"
            + within.and()
            + " group by d.organisation, o.name, d.place order by failing desc, devices desc,"
            + " d.place limit ? offset ?",
        row ->
            new PlaceStand(
                new Organisation(row.text("organisation"), row.text("organisation_name")),
                row.text("place"),
                row.word(Place.Kind.class, "kind"),
                (int) row.number("devices"),
                (int) row.number("failing")),
        values.toArray());
  }

  static List<Spread> failing(
      Sql sql, String organisation, String place, List<String> checks, Viewer viewer)
      throws SQLException {
    Within within = Within.of(viewer, "f.organisation");
    List<Object> values = new ArrayList<>(List.of(organisation, place));
    values.addAll(checks);
    values.addAll(within.values());
    return sql.list(
        "select f.check_id, min(f.severity) as severity, count(*) as devices, 0 as blind,"
            + " 1 as organisations, max(f.since_at) as newest from device d join finding f on"
            + " f.device = d.id where d.organisation = ? and d.place = ? and f.outcome = 'fail' and"
            + " f.check_id in ("
            + marks(checks)
            + ")"
            + within.and()
            + " group by f.check_id order by devices desc, f.check_id",
        Spreads::spread,
        values.toArray());
  }

  static int visitors(Sql sql, String organisation, String place, Instant since)
      throws SQLException {
    return sql.one(
            "select count(distinct device) as many from headline where organisation = ? and place = ?"
                + " and at >= ?",
            row -> (int) row.number("many"),
            organisation,
            place,
            since)
        .orElse(0);
  }

  private static String marks(List<String> checks) {
    return String.join(", ", Collections.nCopies(checks.size(), "?"));
  }
}

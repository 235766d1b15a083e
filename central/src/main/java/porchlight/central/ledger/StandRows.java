package porchlight.central.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import porchlight.central.people.Viewer;

/** How organisations stand, counted by the database over an index. */
final class StandRows {
  private StandRows() {}

  /** The devices of one organisation that stand alike, and their points in all. */
  private record Part(String organisation, String tone, int many, long points, long scored) {}

  /** Every organisation that a viewer sees, those without devices too, by name. */
  static List<Stand> all(Sql sql, Silence silence, Viewer viewer) throws SQLException {
    Within within = Within.of(viewer, "organisation");
    Map<String, List<Part>> parts =
        sql
            .list(
                "select organisation, tone, count(*) as many, sum(case when answer is null then 0"
                    + " else coalesce(score, 0) end) as points, sum(case when answer is null then 0"
                    + " else 1 end) as scored from (select d.organisation, d.answer, d.score, "
                    + silence.tone()
                    + " as tone from device d where d."
                    + Standings.COUNTS
                    + ") stands where tone is not null"
                    + within.and()
                    + " group by organisation, tone",
                row ->
                    new Part(
                        row.text("organisation"),
                        row.text("tone"),
                        (int) row.number("many"),
                        row.number("points"),
                        row.number("scored")),
                silence.and(within))
            .stream()
            .collect(groupingBy(Part::organisation));
    return Directory.organisations(sql, Within.of(viewer, "id")).stream()
        .map(one -> stand(one, parts.getOrDefault(one.id(), List.of())))
        .toList();
  }

  private static Stand stand(Organisation organisation, List<Part> parts) {
    long scored = parts.stream().mapToLong(Part::scored).sum();
    long points = parts.stream().mapToLong(Part::points).sum();
    return new Stand(
        organisation,
        parts.stream().collect(toMap(Part::tone, Part::many)),
        scored == 0 ? OptionalInt.empty() : OptionalInt.of((int) (points / scored)));
  }
}

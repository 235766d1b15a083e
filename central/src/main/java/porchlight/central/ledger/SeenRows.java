package porchlight.central.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import porchlight.central.people.Viewer;
import porchlight.central.reports.Answer;
import porchlight.central.reports.Word;

/** Devices with how they stand now, out of their rows. */
final class SeenRows {
  private static final String WORST_FIRST =
      " order by case tone when 'unsafe' then 0 when 'care' then 1 when 'silent' then 2"
          + " when 'cannot-say' then 3 when 'waiting' then 4 when 'parked' then 5 else 6 end,"
          + " case worst_severity when 'critical' then 0 when 'high' then 1 when 'medium' then 2"
          + " when 'low' then 3 else 4 end, coalesce(score, -1), name nulls last, id";

  private static final String LET_IN = Standings.COUNTS + " and ";

  private SeenRows() {}

  private record Where(String condition, List<Object> values, String order) {
    static Where of(String condition, Object... values) {
      return new Where(condition, List.of(values), WORST_FIRST);
    }

    Where orderedBy(String columns) {
      return new Where(condition, values, " order by " + columns + ", id");
    }
  }

  private static Where where(Picked picked) {
    return switch (picked) {
      case Picked.OfOrganisation(String organisation) -> Where.of("organisation = ?", organisation);
      case Picked.Newly(Answer answer, var since) -> {
        String word = Word.of(answer);
        yield Where.of(
            LET_IN + "answer = ? and answer_told >= ? and tone in (?, 'parked')",
            word,
            since,
            word);
      }
      case Picked.Like(String tone) ->
          Where.of(LET_IN + "tone = ?", tone).orderedBy("heard_at desc");
      case Picked.NewlySilent(var since) ->
          Where.of(LET_IN + "tone = 'silent' and tone_then <> 'silent'").orderedBy("heard_at desc");
      case Picked.Returned(var since) ->
          Where.of(
                  LET_IN + "returned_at >= ? and tone not in ('silent', 'parked', 'waiting')",
                  since)
              .orderedBy("coalesce(away_millis, 0) desc");
      case Picked.AtPlace(String organisation, String place) ->
          Where.of(LET_IN + "organisation = ? and place = ?", organisation, place);
      case Picked.Matching(List<String> words) -> matching(words);
    };
  }

  private static Where matching(List<String> words) {
    List<Object> values = new ArrayList<>();
    StringBuilder condition = new StringBuilder("1 = 1");
    for (String word : words) {
      condition.append(
          " and (coalesce(name_folded, '') like ? escape '!' or coalesce(os_folded, '') like ?"
              + " escape '!' or id like ? escape '!')");
      String like = Folded.text(word).replace("!", "!!").replace("%", "!%").replace("_", "!_");
      values.add("%" + like + "%");
      values.add("%" + like + "%");
      values.add(like + "%");
    }
    return new Where(condition.toString(), List.copyOf(values), WORST_FIRST);
  }

  /** How they stand now, and where it matters how they stood then. */
  private record Tones(String columns, List<Object> values) {
    static Tones of(Sql sql, Silence now, Picked picked) throws SQLException {
      String columns = now.tone() + " as tone";
      List<Object> values = new ArrayList<>(now.values());
      if (picked instanceof Picked.NewlySilent(var since)) {
        Silence then = Silence.at(sql, since);
        columns = columns + ", " + then.tone() + " as tone_then";
        values.addAll(then.values());
      }
      return new Tones(columns, List.copyOf(values));
    }
  }

  /**
   * Finds them first, by the few columns that this takes, and reads their rows then: to sort whole
   * rows of thousands for the fifty of a page is most of the work else.
   */
  static List<Seen> list(Sql sql, Silence silence, Picked picked, Viewer viewer, int most, int from)
      throws SQLException {
    Map<String, String> tones = find(sql, silence, picked, viewer, most, from);
    Map<String, Seen> seen = new HashMap<>();
    sql.among(
        "select d.*, o.name as organisation_name from device d join organisation o on o.id ="
            + " d.organisation where d.id in ",
        row -> seen.put(row.text("id"), seen(row, tones.getOrDefault(row.text("id"), ""))),
        List.copyOf(tones.keySet()));
    return tones.keySet().stream().map(seen::get).filter(Objects::nonNull).toList();
  }

  /** The tones of those that are picked, by their ids, in their order. */
  private static Map<String, String> find(
      Sql sql, Silence silence, Picked picked, Viewer viewer, int most, int from)
      throws SQLException {
    Where where = where(picked);
    Within within = Within.of(viewer, "organisation");
    Tones tones = Tones.of(sql, silence, picked);
    List<Object> values = new ArrayList<>(tones.values());
    values.addAll(where.values());
    values.addAll(within.values());
    values.add(most);
    values.add(from);
    Map<String, String> found = new LinkedHashMap<>();
    sql.list(
        "select id, tone from (select d.*, "
            + tones.columns()
            + " from device d where d.standing <> 'retired') seen where "
            + where.condition()
            + within.and()
            + where.order()
            + " limit ? offset ?",
        row -> found.put(row.text("id"), row.text("tone")),
        values.toArray());
    return found;
  }

  static int count(Sql sql, Silence silence, Picked picked, Viewer viewer) throws SQLException {
    Where where = where(picked);
    Within within = Within.of(viewer, "organisation");
    Tones tones = Tones.of(sql, silence, picked);
    List<Object> values = new ArrayList<>(tones.values());
    values.addAll(where.values());
    values.addAll(within.values());
    return sql.one(
            "select count(*) as many from (select d.*, "
                + tones.columns()
                + " from device d where d.standing <> 'retired') seen where "
                + where.condition()
                + within.and(),
            row -> (int) row.number("many"),
            values.toArray())
        .orElse(0);
  }

  static Optional<Seen> one(Sql sql, Silence silence, String id, Viewer viewer)
      throws SQLException {
    Within within = Within.of(viewer, "d.organisation");
    return sql.one(
        "select d.*, o.name as organisation_name, "
            + silence.tone()
            + " as tone from device d join organisation o on o.id = d.organisation where d.id = ?"
            + within.and(),
        SeenRows::seen,
        silence.and(within, id));
  }

  static Seen seen(Row row) throws SQLException {
    return seen(row, row.text("tone"));
  }

  private static Seen seen(Row row, String tone) throws SQLException {
    return new Seen(
        Directory.device(row),
        tone,
        row.maybeTime("answer_since"),
        row.maybeText("answer_before").map(word -> Word.parse(Answer.class, word)),
        Duration.ofMillis(row.number("away_millis")),
        row.maybeText("place"));
  }
}

package porchlight.central.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.central.devices.DeviceState;
import porchlight.central.devices.Edge;
import porchlight.central.json.Json;
import porchlight.central.ledger.Event.Kind;
import porchlight.central.reports.Answer;
import porchlight.central.reports.Assessment;
import porchlight.central.reports.Finding;
import porchlight.central.reports.Severity;
import porchlight.central.reports.Word;

/** What happened, in the order of its commits. */
final class Events {
  private static final int MOST = 10_000;

  private Events() {}

  /** Notes one; {@code check} and {@code severity} are empty where it is about no check. */
  static void add(
      Sql sql,
      Instant at,
      String organisation,
      Optional<String> device,
      Kind kind,
      Optional<String> check,
      Optional<Severity> severity,
      Map<String, String> details)
      throws SQLException {
    sql.update(
        "insert into event (id, at, organisation, device, kind, check_id, severity, payload)"
            + " values ((select coalesce(max(id), 0) + 1 from event), ?, ?, ?, ?, ?, ?, ?)",
        at,
        organisation,
        device.orElse(null),
        Word.of(kind),
        check.orElse(null),
        severity.map(Word::of).orElse(null),
        Json.write(details));
  }

  /** Notes one about a device, by its id. */
  static void ofDevice(Sql sql, Instant at, String device, Kind kind, Map<String, String> details)
      throws SQLException {
    add(
        sql,
        at,
        organisation(sql, device),
        Optional.of(device),
        kind,
        Optional.empty(),
        Optional.empty(),
        details);
  }

  /** Notes that a device may report from now on, and of which it is a copy if it is one. */
  static void enrolled(Sql sql, Instant at, String device) throws SQLException {
    Optional<String> origin =
        sql.one(
                "select cloned_from from device where id = ?",
                row -> row.maybeText("cloned_from"),
                device)
            .flatMap(from -> from);
    add(
        sql,
        at,
        organisation(sql, device),
        Optional.of(device),
        Kind.DEVICE_ENROLLED,
        Optional.empty(),
        Optional.of(Severity.INFO),
        origin.map(from -> Map.of("clonedFrom", from)).orElse(Map.of()));
  }

  /** Notes what the newest report of a device changed; what comes late says nothing of now. */
  static void reported(
      Sql sql, Instant at, String device, DeviceState before, DeviceState after, List<Finding> said)
      throws SQLException {
    Map<String, Severity> open = Openings.of(sql, device);
    for (Edge edge : Edge.between(before.timelines(), after.timelines(), open, said)) {
      Map<String, String> details = new HashMap<>();
      details.put("from", Word.of(edge.from()));
      details.put("to", Word.of(edge.to()));
      details.put("because", edge.because());
      if (edge.kind() == Edge.Kind.WORSE) {
        details.put(Event.WAS, Word.of(open.getOrDefault(edge.check(), Severity.INFO)));
      }
      add(
          sql,
          at,
          organisation(sql, device),
          Optional.of(device),
          kind(edge),
          Optional.of(edge.check()),
          edge.severity(),
          details);
      Openings.note(sql, device, edge);
    }
    answered(sql, at, device, before, after);
  }

  /** Notes that the answer of a device is another, where it is. */
  static void answered(Sql sql, Instant at, String device, DeviceState before, DeviceState after)
      throws SQLException {
    Optional<Answer> was = before.latest().map(Events::answer);
    Optional<Answer> is = after.latest().map(Events::answer);
    if (is.isPresent() && !is.equals(was)) {
      add(
          sql,
          at,
          organisation(sql, device),
          Optional.of(device),
          Kind.DEVICE_ANSWER,
          Optional.empty(),
          Optional.of(worse(severity(is.get()), was.map(Events::severity).orElse(Severity.INFO))),
          Map.of(
              "from",
              was.map(Word::of).orElse(""),
              "to",
              Word.of(is.get()),
              "score",
              score(after)));
    }
  }

  private static Answer answer(DeviceState.Latest latest) {
    return latest.assessment().answer();
  }

  /** How much it matters that an answer comes or goes. */
  private static Severity severity(Answer answer) {
    return switch (answer) {
      case UNSAFE -> Severity.HIGH;
      case CARE, CANNOT_SAY -> Severity.MEDIUM;
      case SAFE -> Severity.INFO;
    };
  }

  private static Severity worse(Severity one, Severity other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static String score(DeviceState state) {
    return state
        .latest()
        .map(DeviceState.Latest::assessment)
        .map(Assessment::score)
        .filter(score -> score.isPresent())
        .map(score -> Integer.toString(score.getAsInt()))
        .orElse("");
  }

  private static Kind kind(Edge edge) {
    return switch (edge.kind()) {
      case OPENED -> Kind.FINDING_OPENED;
      case WORSE -> Kind.FINDING_WORSE;
      case STILL -> Kind.FINDING_STILL;
      case CLOSED -> Kind.FINDING_CLOSED;
      case BLIND -> Kind.FINDING_BLIND;
    };
  }

  private static String organisation(Sql sql, String device) throws SQLException {
    return sql.one(
            "select organisation from device where id = ?", row -> row.text("organisation"), device)
        .orElseThrow(() -> new IllegalStateException("no such device"));
  }

  /** The events after this one, oldest first. */
  static List<Event> after(Sql sql, long after, int most, Within within) throws SQLException {
    return sql.list(
        "select * from event where id > ?" + within.and() + " order by id limit " + most,
        Events::event,
        within.after(after));
  }

  /** The newest events since then, oldest first. */
  static List<Event> since(Sql sql, Instant since, Within within) throws SQLException {
    return sql.list(
            "select * from event where at >= ?" + within.and() + " order by id desc limit " + MOST,
            Events::event,
            within.after(since))
        .reversed();
  }

  /** The newest id; 0 when there is none. */
  static long newest(Sql sql) throws SQLException {
    return sql.one("select coalesce(max(id), 0) as newest from event", row -> row.number("newest"))
        .orElse(0L);
  }

  static Event event(Row row) throws SQLException {
    return new Event(
        row.number("id"),
        row.time("at"),
        row.text("organisation"),
        row.maybeText("device"),
        row.word(Kind.class, "kind"),
        row.maybeText("check_id"),
        row.maybeText("severity").isPresent()
            ? Optional.of(row.word(Severity.class, "severity"))
            : Optional.empty(),
        Json.texts(row.text("payload")));
  }
}

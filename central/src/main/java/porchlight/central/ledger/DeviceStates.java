package porchlight.central.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import porchlight.central.devices.Change;
import porchlight.central.devices.DeviceState;
import porchlight.central.devices.DeviceState.Latest;
import porchlight.central.devices.Point;
import porchlight.central.remarks.Sighting;
import porchlight.central.reports.Answer;
import porchlight.central.reports.Assessment;
import porchlight.central.reports.Content;
import porchlight.central.reports.Delivery;
import porchlight.central.reports.Finding;
import porchlight.central.reports.Outcome;
import porchlight.central.reports.Report;
import porchlight.central.reports.Severity;
import porchlight.central.reports.Word;

/** The state of a device, to and from its row and its changes. */
final class DeviceStates {
  private DeviceStates() {}

  /** The state without its timelines. */
  static DeviceState head(Sql sql, String device) throws SQLException {
    return sql.one(
            "select highest, received, latest_sequence, latest_at, digest, answer, score, assessed,"
                + " blind, worst_check, worst_severity, worst_because from device where id = ?",
            row ->
                new DeviceState(
                    row.number("highest"), row.number("received"), latest(row), Map.of()),
            device)
        .orElseThrow(() -> new IllegalStateException("no such device"));
  }

  static DeviceState withTimelines(Sql sql, String device, DeviceState head) throws SQLException {
    Map<String, List<Change>> timelines = new LinkedHashMap<>();
    for (Change change : changes(sql, device)) {
      timelines.computeIfAbsent(change.check(), check -> new ArrayList<>()).add(change);
    }
    return new DeviceState(head.highest(), head.received(), head.latest(), timelines);
  }

  /** Every change of a device, by check, oldest first. */
  static List<Change> changes(Sql sql, String device) throws SQLException {
    return sql.list(
        "select check_id, before_sequence, before_at, first_sequence, first_at, from_outcome,"
            + " to_outcome from change where device = ? order by check_id, first_sequence",
        row ->
            new Change(
                row.text("check_id"),
                new Point(row.number("before_sequence"), row.time("before_at")),
                new Point(row.number("first_sequence"), row.time("first_at")),
                row.word(Outcome.class, "from_outcome"),
                row.word(Outcome.class, "to_outcome")),
        device);
  }

  private static Optional<Latest> latest(Row row) throws SQLException {
    Optional<Long> sequence = row.maybeNumber("latest_sequence");
    if (sequence.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Latest(
            new Point(sequence.get(), row.time("latest_at")),
            row.text("digest"),
            assessment(row),
            worst(row)));
  }

  static Assessment assessment(Row row) throws SQLException {
    Optional<Long> score = row.maybeNumber("score");
    return new Assessment(
        row.word(Answer.class, "answer"),
        score.isPresent() ? OptionalInt.of(score.get().intValue()) : OptionalInt.empty(),
        (int) row.number("assessed"),
        (int) row.number("blind"));
  }

  static Optional<Finding> worst(Row row) throws SQLException {
    Optional<String> check = row.maybeText("worst_check");
    if (check.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            check.get(),
            Outcome.FAIL,
            row.word(Severity.class, "worst_severity"),
            row.text("worst_because"),
            Optional.empty(),
            List.of()));
  }

  static void save(Sql sql, Arrival arrival, DeviceState before, DeviceState after)
      throws SQLException {
    String device = arrival.report().envelope().device();
    boolean newest = after.highest() > before.highest();
    if (newest) {
      Presences.heard(sql, device, arrival);
      sql.update(
          "update device set last_seen = ?, cadence_seconds = ?, highest = ?, received = ?,"
              + " last_report = ?, heard_at = ?, goodbye = null, goodbye_at = null where id = ?",
          arrival.receivedAt(),
          arrival.cadence().toSeconds(),
          after.highest(),
          after.received(),
          arrival.receivedAt(),
          arrival.counted(),
          device);
    } else {
      sql.update(
          "update device set last_seen = ?, cadence_seconds = ?, highest = ?, received = ?"
              + " where id = ?",
          arrival.receivedAt(),
          arrival.cadence().toSeconds(),
          after.highest(),
          after.received(),
          device);
    }
    Optional<Delivery> said = arrival.report().envelope().delivery();
    if (said.isPresent()) {
      Deliveries.save(sql, device, said.get(), newest);
    }
    if (!after.latest().equals(before.latest())) {
      saveLatest(sql, device, after.latest().orElseThrow());
      if (arrival.report() instanceof Report.Full full) {
        saveMachine(sql, device, full.content());
        Remarks.sighted(sql, device, Sighting.in(full.content().findings()));
      }
    }
    for (Map.Entry<String, List<Change>> timeline : after.timelines().entrySet()) {
      if (!timeline.getValue().equals(before.timelines().get(timeline.getKey()))) {
        saveTimeline(sql, device, timeline.getKey(), timeline.getValue());
      }
    }
    for (String check : before.timelines().keySet()) {
      if (!after.timelines().containsKey(check)) {
        saveTimeline(sql, device, check, List.of());
      }
    }
  }

  private static void saveLatest(Sql sql, String device, Latest latest) throws SQLException {
    Assessment assessment = latest.assessment();
    Optional<Finding> worst = latest.worst();
    @Nullable Integer score =
        assessment.score().isPresent() ? (Integer) assessment.score().getAsInt() : null;
    sql.update(
        "update device set latest_sequence = ?, latest_at = ?, digest = ?, answer = ?, score = ?,"
            + " assessed = ?, blind = ?, worst_check = ?, worst_severity = ?, worst_because = ?"
            + " where id = ?",
        latest.point().sequence(),
        latest.point().at(),
        latest.digest(),
        Word.of(assessment.answer()),
        score,
        assessment.assessed(),
        assessment.blind(),
        worst.map(Finding::check).orElse(null),
        worst.map(finding -> Word.of(finding.severity())).orElse(null),
        worst.map(finding -> finding.because()).orElse(null),
        device);
  }

  private static void saveMachine(Sql sql, String device, Content content) throws SQLException {
    String os =
        content.os().name() + content.os().version().map(version -> " " + version).orElse("");
    sql.update(
        "update device set name = coalesce(?, name), name_folded = coalesce(?, name_folded), os = ?,"
            + " os_folded = ?, agent = ? where id = ?",
        content.name().orElse(null),
        content.name().map(Folded::text).orElse(null),
        os,
        Folded.text(os),
        content.agentVersion(),
        device);
  }

  private static void saveTimeline(Sql sql, String device, String check, List<Change> changes)
      throws SQLException {
    sql.update("delete from change where device = ? and check_id = ?", device, check);
    for (Change change : changes) {
      sql.update(
          "insert into change (device, check_id, first_sequence, first_at, before_sequence,"
              + " before_at, from_outcome, to_outcome) values (?, ?, ?, ?, ?, ?, ?, ?)",
          device,
          check,
          change.first().sequence(),
          change.first().at(),
          change.before().sequence(),
          change.before().at(),
          Word.of(change.from()),
          Word.of(change.to()));
    }
  }
}

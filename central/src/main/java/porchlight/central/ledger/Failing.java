package porchlight.central.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import porchlight.central.devices.Change;
import porchlight.central.devices.DeviceState;
import porchlight.central.reports.Content;
import porchlight.central.reports.Finding;
import porchlight.central.reports.Outcome;
import porchlight.central.reports.Word;

/** What does not pass on each device now, since when, and when central learned it. */
final class Failing {
  private static final int LONGEST_BECAUSE = 300;

  private Failing() {}

  /** Takes the place of what was noted of this device before. */
  static void note(
      Sql sql, String device, Instant at, Instant told, Content content, DeviceState after)
      throws SQLException {
    Map<String, Instant> known = known(sql, device);
    forget(sql, device);
    for (Finding finding : content.findings()) {
      if (finding.outcome() == Outcome.FAIL || finding.outcome() == Outcome.UNKNOWN) {
        List<Change> changes = after.timelines().getOrDefault(finding.check(), List.of());
        Instant since = changes.isEmpty() ? at : changes.getLast().first().at();
        sql.update(
            "insert into finding (device, check_id, organisation, outcome, severity, because,"
                + " since_at, told_at) select id, ?, organisation, ?, cast(? as bigint), ?,"
                + " cast(? as bigint), cast(? as bigint) from device where id = ?"
                + " on conflict do nothing",
            finding.check(),
            Word.of(finding.outcome()),
            finding.severity().rank(),
            shortened(finding.because()),
            since.isAfter(at) ? at : since,
            known.getOrDefault(key(finding.check(), Word.of(finding.outcome())), told),
            device);
      }
    }
  }

  /** When central learned what it knows already, by check and outcome. */
  private static Map<String, Instant> known(Sql sql, String device) throws SQLException {
    Map<String, Instant> known = new HashMap<>();
    sql.list(
        "select check_id, outcome, told_at from finding where device = ?",
        row -> known.put(key(row.text("check_id"), row.text("outcome")), row.time("told_at")),
        device);
    return known;
  }

  private static String key(String check, String outcome) {
    return check + " " + outcome;
  }

  /** Leaves a device out of what does not pass; its next report that says something is back in. */
  static void forget(Sql sql, String device) throws SQLException {
    sql.update("delete from finding where device = ?", device);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_BECAUSE ? text : text.substring(0, LONGEST_BECAUSE) + "…";
  }
}

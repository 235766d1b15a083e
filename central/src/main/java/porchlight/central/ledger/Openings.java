package porchlight.central.ledger;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import porchlight.central.devices.Edge;
import porchlight.central.reports.Severity;

/** Of which checks of a device was told that they fail, and the worst severity that was told. */
final class Openings {
  private Openings() {}

  static Map<String, Severity> of(Sql sql, String device) throws SQLException {
    Map<String, Severity> open = new HashMap<>();
    sql.list(
        "select check_id, severity from opening where device = ?",
        row -> open.put(row.text("check_id"), Severity.ranked(row.number("severity"))),
        device);
    return open;
  }

  /** An edge is told. */
  static void note(Sql sql, String device, Edge edge) throws SQLException {
    switch (edge.kind()) {
      case OPENED, WORSE ->
          sql.update(
              "insert into opening (device, check_id, severity) values (?, ?, ?)"
                  + " on conflict (device, check_id) do update set severity = excluded.severity",
              device,
              edge.check(),
              edge.severity().orElse(Severity.INFO).rank());
      case CLOSED ->
          sql.update("delete from opening where device = ? and check_id = ?", device, edge.check());
      case STILL, BLIND -> {}
    }
  }
}

package porchlight.central.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import porchlight.central.devices.DeviceState;
import porchlight.central.devices.Point;
import porchlight.central.json.ContentReader;
import porchlight.central.reports.Content;

/**
 * Notes what devices said last before a central kept that for pages, so that none is missing there
 * until it says something new.
 */
final class Backfill {
  /** Devices of one transaction. */
  static final int PIECE = 200;

  private Backfill() {}

  /** Goes on after a device; returns the last one that was looked at, or empty at the end. */
  static Optional<String> next(Sql sql, String after) throws SQLException {
    List<String> devices =
        sql.list(
            "select d.id from device d where d.id > ? and d.latest_sequence is not null and"
                + " d."
                + Standings.COUNTS
                + " and (not exists (select 1 from headline h where h.device = d.id)"
                + " or not exists (select 1 from verdicts v where v.device = d.id))"
                + " order by d.id limit ?",
            row -> row.text("id"),
            after,
            PIECE);
    for (String device : devices) {
      tell(sql, device);
    }
    return devices.isEmpty() ? Optional.empty() : Optional.of(devices.getLast());
  }

  /** When that content came, by central's clock: a laptop's own may tell of tomorrow. */
  private static Instant came(Sql sql, String device, String digest) throws SQLException {
    return sql.one(
            "select received_at from report where device = ? and digest = ? and content is not null"
                + " order by sequence desc limit 1",
            row -> row.time("received_at"),
            device,
            digest)
        .orElseThrow(() -> new IllegalStateException("the content is gone"));
  }

  private static void tell(Sql sql, String device) throws SQLException {
    DeviceState state = DeviceStates.withTimelines(sql, device, DeviceStates.head(sql, device));
    Optional<String> content =
        state.latest().isEmpty()
            ? Optional.empty()
            : ReportLog.content(sql, device, state.latest().get().digest());
    if (content.isEmpty()) {
      return;
    }
    Content said = ContentReader.read(content.get());
    if (Headlines.of(sql, device, 1).isEmpty()) {
      Instant came = came(sql, device, state.latest().orElseThrow().digest());
      Point point = new Point(state.newest().sequence(), came);
      Headlines.note(sql, device, point, came, said, state, state);
    } else {
      Verdicts.note(sql, device, state.latest().orElseThrow().digest(), said);
    }
  }
}

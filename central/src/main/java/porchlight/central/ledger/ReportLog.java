package porchlight.central.ledger;

import java.sql.SQLException;
import java.util.Optional;
import porchlight.central.devices.DeviceState;
import porchlight.central.devices.Observation;
import porchlight.central.devices.Observation.Said;
import porchlight.central.devices.Point;
import porchlight.central.devices.Reducer;
import porchlight.central.json.ContentReader;
import porchlight.central.reports.Content;
import porchlight.central.reports.Report;
import porchlight.central.reports.Report.Envelope;

/** Files reports: each once, with its nonce and what it changes, in one transaction. */
final class ReportLog {
  private ReportLog() {}

  static Filed file(Sql sql, Arrival arrival) throws SQLException {
    if (!Nonces.use(sql, arrival.proof())) {
      return new Filed.Replayed();
    }
    Report report = arrival.report();
    Envelope envelope = report.envelope();
    if (sql.one(
            "select id from report where device = ? and id = ?",
            row -> row.text("id"),
            envelope.device(),
            envelope.id())
        .isPresent()) {
      sql.update(
          "update device set last_seen = ? where id = ?", arrival.receivedAt(), envelope.device());
      return new Filed.Duplicate(!knows(sql, report));
    }
    if (!insert(sql, arrival)) {
      return new Filed.SequenceTaken();
    }
    DeviceState before = DeviceStates.head(sql, envelope.device());
    Observation seen = observation(report, Optional.empty());
    if (!Reducer.onlyTime(before, seen)) {
      before = DeviceStates.withTimelines(sql, envelope.device(), before);
      seen = observation(report, said(sql, report));
    }
    DeviceStates.save(sql, arrival, before, Reducer.reduce(before, seen).after());
    return new Filed.Stored(seen.said().isEmpty() && !Reducer.onlyTime(before, seen));
  }

  private static boolean insert(Sql sql, Arrival arrival) throws SQLException {
    Envelope envelope = arrival.report().envelope();
    return sql.update(
            "insert into report (device, id, sequence, boot, collected_at, received_at, digest, content)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
            envelope.device(),
            envelope.id(),
            envelope.sequence(),
            envelope.boot(),
            envelope.collectedAt(),
            arrival.receivedAt(),
            arrival.report().digest(),
            arrival.report() instanceof Report.Full full ? full.json() : null)
        == 1;
  }

  private static Observation observation(Report report, Optional<Said> said) {
    Envelope envelope = report.envelope();
    return new Observation(
        new Point(envelope.sequence(), envelope.collectedAt()), report.digest(), said);
  }

  private static Optional<Said> said(Sql sql, Report report) throws SQLException {
    Optional<Content> content =
        switch (report) {
          case Report.Full full -> Optional.of(full.content());
          case Report.Unchanged unchanged ->
              content(sql, unchanged.envelope().device(), unchanged.digest())
                  .map(ContentReader::read);
        };
    return content.map(full -> new Said(full.assessment(), full.findings()));
  }

  private static boolean knows(Sql sql, Report report) throws SQLException {
    return report instanceof Report.Full
        || content(sql, report.envelope().device(), report.digest()).isPresent();
  }

  /** The newest content of a device that has this digest. */
  static Optional<String> content(Sql sql, String device, String digest) throws SQLException {
    return sql.one(
        "select content from report where device = ? and digest = ? and content is not null"
            + " order by sequence desc limit 1",
        row -> row.text("content"),
        device,
        digest);
  }
}

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
    Report report = arrival.report();
    Envelope envelope = report.envelope();
    Optional<KnownKey> key = Keys.held(sql, arrival.proof().keyId(), envelope.device());
    if (key.isEmpty() || key.get().standing() != Standing.ACTIVE) {
      return new Filed.NoLonger(key.map(KnownKey::standing));
    }
    if (Nonces.isUsed(sql, arrival.proof())) {
      return new Filed.Replayed();
    }
    Keys.used(sql, arrival.proof().keyId());
    Filed filed = filed(sql, arrival, key.get().orders());
    if (!(filed instanceof Filed.SequenceTaken)) { // which, sent again, is what it was
      Nonces.use(sql, arrival.proof());
    }
    return filed;
  }

  private static Filed filed(Sql sql, Arrival arrival, Orders orders) throws SQLException {
    Report report = arrival.report();
    Envelope envelope = report.envelope();
    Lineage lineage = Lineage.of(sql, envelope.device());
    Optional<Long> before =
        sql.one(
            "select sequence from report where device = ? and id = ?",
            row -> row.number("sequence"),
            envelope.device(),
            envelope.id());
    if (before.isPresent()) {
      if (!lineage.tooFar(envelope)) {
        again(sql, arrival, before.get());
      }
      return new Filed.Duplicate(!knows(sql, report), orders);
    }
    if (lineage.tooFar(envelope)) {
      return new Filed.SequenceTaken(lineage.nextSequence());
    }
    if (lineage.cloned(sql, envelope)) {
      Clones.tell(sql, envelope.device(), envelope.boot(), arrival.receivedAt());
      return new Filed.Cloned();
    }
    if (lineage.setBack(envelope, arrival.receivedAt()) || !insert(sql, arrival)) {
      return new Filed.SequenceTaken(lineage.nextSequence());
    }
    lineage.note(sql, envelope);
    return new Filed.Stored(reduce(sql, arrival), orders);
  }

  /** What the report changes; returns whether a full one is wanted. */
  private static boolean reduce(Sql sql, Arrival arrival) throws SQLException {
    Report report = arrival.report();
    String device = report.envelope().device();
    DeviceState before = DeviceStates.head(sql, device);
    Observation seen = observation(report, Optional.empty());
    Optional<Content> content = Optional.empty();
    if (!Reducer.onlyTime(before, seen)) {
      before = DeviceStates.withTimelines(sql, device, before);
      content = said(sql, report);
      seen = observation(report, content.map(full -> new Said(full.assessment(), full.findings())));
    }
    DeviceState after = Reducer.reduce(before, seen).after();
    DeviceStates.save(sql, arrival, before, after);
    if (content.isPresent()) {
      Headlines.note(sql, arrival, content.get(), before, after);
      if (after.newest().sequence() == report.envelope().sequence()) {
        Events.reported(sql, arrival.receivedAt(), device, before, after, content.get().findings());
      }
    } else if (Headlines.turned(before, after)) {
      Headlines.untold(sql, arrival, before);
      Events.answered(sql, arrival.receivedAt(), device, before, after);
    }
    return seen.said().isEmpty() && !Reducer.onlyTime(before, seen);
  }

  /** The same report came again; a number that it newly has is no longer missing. */
  private static void again(Sql sql, Arrival arrival, long stored) throws SQLException {
    Envelope envelope = arrival.report().envelope();
    sql.update(
        "update device set last_seen = ? where id = ?", arrival.receivedAt(), envelope.device());
    if (envelope.sequence() != stored
        && sql.update(
                "insert into renumbered (device, sequence) select ?, ? where not exists"
                    + " (select 1 from report where device = ? and sequence = ?)"
                    + " on conflict do nothing",
                envelope.device(),
                envelope.sequence(),
                envelope.device(),
                envelope.sequence())
            == 1) {
      sql.update(
          "update device set received = received + 1,"
              + " highest = case when highest < ? then ? else highest end where id = ?",
          envelope.sequence(),
          envelope.sequence(),
          envelope.device());
    }
  }

  private static boolean insert(Sql sql, Arrival arrival) throws SQLException {
    return sql.update(ReportBatch.INSERT, ReportBatch.report(arrival)) == 1;
  }

  private static Observation observation(Report report, Optional<Said> said) {
    Envelope envelope = report.envelope();
    return new Observation(
        new Point(envelope.sequence(), envelope.collectedAt()), report.digest(), said);
  }

  private static Optional<Content> said(Sql sql, Report report) throws SQLException {
    return switch (report) {
      case Report.Full full -> Optional.of(full.content());
      case Report.Unchanged unchanged ->
          content(sql, unchanged.envelope().device(), unchanged.digest()).map(ContentReader::read);
    };
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

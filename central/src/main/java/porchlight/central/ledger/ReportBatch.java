package porchlight.central.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import porchlight.central.presence.Presence;
import porchlight.central.reports.Report;
import porchlight.central.reports.Report.Envelope;

/**
 * Files reports together. Most only move time on: the next number, the same boot, the same content,
 * of a device that is being heard. Those are written in three statements for all of them, which
 * saves a server most of the way to and fro; every other one goes its own way.
 */
final class ReportBatch {
  private ReportBatch() {}

  /** A device's row, as far as it tells whether a report of it is a plain one. */
  private record Head(
      Standing standing,
      String keyId,
      long highest,
      Optional<String> boot,
      long latest,
      Optional<String> digest,
      Presence presence,
      Orders orders) { // To who signs by the key of now; another's report is no plain one.
    boolean isPlain(Arrival arrival) {
      Envelope envelope = arrival.report().envelope();
      return standing == Standing.ACTIVE
          && keyId.equals(arrival.proof().keyId())
          && envelope.sequence() > Math.max(highest, latest)
          && envelope.sequence() - highest <= Lineage.LONGEST_JUMP
          && boot.equals(Optional.of(envelope.boot()))
          && digest.equals(Optional.of(arrival.report().digest()))
          && envelope.delivery().isEmpty()
          && (presence == Presence.ONLINE || presence == Presence.RETURNED);
    }
  }

  /** Files all of them; the answers stand in the same order. */
  static List<Filed> append(Sql sql, List<Arrival> arrivals) throws SQLException {
    Map<String, Head> heads = heads(sql, arrivals);
    Set<Arrival> stored = plain(sql, arrivals, heads);
    List<Filed> filed = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      Head head = heads.get(arrival.report().envelope().device());
      filed.add(
          head != null && stored.contains(arrival)
              ? new Filed.Stored(false, head.orders())
              : ReportLog.file(sql, arrival));
    }
    return filed;
  }

  /** Stores those that are plain, one of a device at most; returns which. */
  private static Set<Arrival> plain(Sql sql, List<Arrival> arrivals, Map<String, Head> heads)
      throws SQLException {
    Set<String> devices = new HashSet<>();
    List<Arrival> plain = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      String device = arrival.report().envelope().device();
      Head head = heads.get(device);
      if (head != null && head.isPlain(arrival) && devices.add(device)) {
        plain.add(arrival);
      }
    }
    List<Arrival> inserted = those(plain, sql.updateAll(INSERT, rows(plain, ReportBatch::report)));
    int[] nonces = sql.updateAll(Nonces.USE, rows(inserted, ReportBatch::nonce));
    for (Arrival replayed : others(inserted, nonces)) {
      Envelope envelope = replayed.report().envelope();
      sql.update(
          "delete from report where device = ? and id = ?", envelope.device(), envelope.id());
    }
    List<Arrival> stored = those(inserted, nonces);
    sql.updateAll(MOVE_ON, rows(stored, ReportBatch::moved));
    Set<Arrival> all = Collections.newSetFromMap(new IdentityHashMap<>());
    all.addAll(stored);
    return all;
  }

  private static Map<String, Head> heads(Sql sql, List<Arrival> arrivals) throws SQLException {
    List<String> devices =
        arrivals.stream().map(one -> one.report().envelope().device()).distinct().toList();
    Map<String, Head> heads = new HashMap<>();
    sql.among(
        "select d.id, d.standing, d.key_id, d.highest, d.boot, coalesce(d.latest_sequence, 0) as"
            + " latest, d.digest, d.presence, "
            + Orders.COLUMNS
            + Orders.FROM
            + "where d.id in ",
        row ->
            heads.put(
                row.text("id"),
                new Head(
                    row.word(Standing.class, "standing"),
                    row.text("key_id"),
                    row.number("highest"),
                    row.maybeText("boot"),
                    row.number("latest"),
                    row.maybeText("digest"),
                    row.word(Presence.class, "presence"),
                    Orders.of(row, false))),
        devices);
    return heads;
  }

  /** A text that is not there is written empty: a batch whose values change their types is slow. */
  static final String INSERT =
      "insert into report (device, id, sequence, boot, collected_at, received_at, digest, content)"
          + " values (?, ?, ?, ?, ?, ?, ?, nullif(?, '')) on conflict do nothing";

  /** The values of a row. */
  static @Nullable Object[] report(Arrival arrival) {
    Envelope envelope = arrival.report().envelope();
    return new Object[] {
      envelope.device(),
      envelope.id(),
      envelope.sequence(),
      envelope.boot(),
      envelope.collectedAt(),
      arrival.receivedAt(),
      arrival.report().digest(),
      arrival.report() instanceof Report.Full full ? full.json() : ""
    };
  }

  private static @Nullable Object[] nonce(Arrival arrival) {
    Arrival.Proof proof = arrival.proof();
    return new Object[] {proof.keyId(), proof.nonce(), proof.expires()};
  }

  private static final String MOVE_ON =
      "update device set last_seen = ?, last_report = ?, heard_at = ?, cadence_seconds = ?,"
          + " highest = ?, received = received + 1, latest_sequence = ?, latest_at = ?,"
          + " goodbye = null, goodbye_at = null where id = ?";

  private static @Nullable Object[] moved(Arrival arrival) {
    Envelope envelope = arrival.report().envelope();
    return new Object[] {
      arrival.receivedAt(),
      arrival.receivedAt(),
      arrival.counted(),
      arrival.cadence().toSeconds(),
      envelope.sequence(),
      envelope.sequence(),
      envelope.collectedAt(),
      envelope.device()
    };
  }

  private interface Values {
    @Nullable Object[] of(Arrival arrival);
  }

  private static List<@Nullable Object[]> rows(List<Arrival> arrivals, Values values) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    arrivals.forEach(arrival -> rows.add(values.of(arrival)));
    return rows;
  }

  private static List<Arrival> those(List<Arrival> arrivals, int[] counts) {
    return picked(arrivals, counts, 1);
  }

  private static List<Arrival> others(List<Arrival> arrivals, int[] counts) {
    return picked(arrivals, counts, 0);
  }

  private static List<Arrival> picked(List<Arrival> arrivals, int[] counts, int count) {
    List<Arrival> picked = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] == count) {
        picked.add(arrivals.get(i));
      }
    }
    return picked;
  }
}

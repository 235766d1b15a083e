package porchlight.central.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import porchlight.central.devices.Boots;
import porchlight.central.reports.Report.Envelope;

/** Tells one device that goes on from one that was set back, and from two that share a key. */
final class Lineage {
  /** Boots remembered per device. */
  private static final int MOST = 64;

  /** What was collected this little ago is news, not something that waited. */
  private static final Duration FRESH = Duration.ofMinutes(2);

  /** No machine makes so many reports that nobody hears; numbers further ahead are no numbers. */
  static final long LONGEST_JUMP = 1_000_000;

  private final long highest;
  private final Optional<String> boot;
  private final Optional<Instant> latest;

  private Lineage(long highest, Optional<String> boot, Optional<Instant> latest) {
    this.highest = highest;
    this.boot = boot;
    this.latest = latest;
  }

  static Lineage of(Sql sql, String device) throws SQLException {
    return sql.one(
            "select highest, boot, latest_at from device where id = ?",
            row ->
                new Lineage(
                    row.number("highest"), row.maybeText("boot"), row.maybeTime("latest_at")),
            device)
        .orElseThrow(() -> new IllegalStateException("no such device"));
  }

  long nextSequence() {
    return highest + 1;
  }

  boolean isNewest(Envelope envelope) {
    return envelope.sequence() > highest;
  }

  /** Whether its number is so far ahead that it would leave the device without any. */
  boolean tooFar(Envelope envelope) {
    return envelope.sequence() - highest > LONGEST_JUMP;
  }

  /**
   * Whether another boot says with an old number what it plainly collected just now, after the
   * newest: a disk that was set back to where a number was never used.
   */
  boolean setBack(Envelope envelope, Instant now) {
    Instant at = envelope.collectedAt();
    return !isNewest(envelope)
        && boot.isPresent()
        && !boot.get().equals(envelope.boot())
        && latest.isPresent()
        && at.isAfter(latest.get())
        && Duration.between(at, now).abs().compareTo(FRESH) <= 0;
  }

  /** Whether this report proves that two machines share the key. */
  boolean cloned(Sql sql, Envelope envelope) throws SQLException {
    return isTurn(envelope) && boots(sql, envelope.device()).takeTurns(envelope.boot());
  }

  /** Notes whose turn it is. */
  void note(Sql sql, Envelope envelope) throws SQLException {
    if (!isTurn(envelope)) {
      return;
    }
    sql.update(
        "insert into boot (device, boot, first_sequence, last_sequence) values (?, ?, ?, ?)"
            + " on conflict (device, boot) do update set last_sequence = excluded.last_sequence",
        envelope.device(),
        envelope.boot(),
        envelope.sequence(),
        envelope.sequence());
    if (boot.isPresent()) {
      sql.update(
          "update boot set last_sequence = ? where device = ? and boot = ?",
          highest,
          envelope.device(),
          boot.get());
    }
    sql.update("update device set boot = ? where id = ?", envelope.boot(), envelope.device());
    sql.update(
        "delete from boot where device = ? and boot not in (select boot from boot where device = ?"
            + " order by last_sequence desc limit ?)",
        envelope.device(),
        envelope.device(),
        MOST);
  }

  private boolean isTurn(Envelope envelope) {
    return isNewest(envelope) && !boot.equals(Optional.of(envelope.boot()));
  }

  private Boots boots(Sql sql, String device) throws SQLException {
    List<Boots.Turn> turns =
        sql.list(
            "select boot, first_sequence, last_sequence from boot where device = ?",
            row ->
                new Boots.Turn(
                    row.text("boot"),
                    row.number("first_sequence"),
                    boot.equals(row.maybeText("boot")) ? highest : row.number("last_sequence")),
            device);
    return new Boots(turns);
  }
}

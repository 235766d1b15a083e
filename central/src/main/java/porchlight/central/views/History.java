package porchlight.central.views;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import porchlight.central.devices.Change;
import porchlight.central.ledger.Receipt;
import porchlight.central.reports.Outcome;
import porchlight.central.reports.Word;

/**
 * What happened to a device, newest first: its checks' changes, and the reports with their gaps.
 */
public record History(List<Turn> turns, List<Batch> batches) {
  private static final int MOST_TURNS = 50;

  /** A check that changed; {@code from} and {@code to} are outcomes in words. */
  public record Turn(Moment at, String title, String from, String to, String css) {}

  /** Reports of one kind in a row, or a gap among them. */
  public record Batch(String kind, String text, Moment at) {}

  static History of(List<Change> changes, List<Receipt> receipts, Instant now) {
    List<Turn> turns =
        changes.stream()
            .filter(change -> change.before().sequence() > 0)
            .sorted(
                Comparator.comparingLong((Change change) -> change.first().sequence()).reversed())
            .limit(MOST_TURNS)
            .map(change -> turn(change, now))
            .toList();
    return new History(turns, batches(receipts, now));
  }

  private static Turn turn(Change change, Instant now) {
    return new Turn(
        Moment.of(change.first().at(), now),
        CheckPage.of(change.check()).title(),
        words(change.from()),
        words(change.to()),
        Word.of(change.to()));
  }

  static String words(Outcome outcome) {
    return switch (outcome) {
      case FAIL -> "failed";
      case UNKNOWN -> "could not tell";
      case PASS -> "passed";
      case NOT_APPLICABLE -> "did not apply";
      case ABSENT -> "not checked";
    };
  }

  static List<Batch> batches(List<Receipt> receipts, Instant now) {
    List<Batch> batches = new ArrayList<>();
    int i = 0;
    while (i < receipts.size()) {
      Receipt newest = receipts.get(i);
      int end = i + 1;
      while (!newest.full() && end < receipts.size() && follows(receipts, end)) {
        end++;
      }
      int run = end - i;
      Moment at = Moment.of(newest.receivedAt(), now);
      if (newest.full()) {
        batches.add(new Batch("full", "Full report, number " + newest.sequence(), at));
      } else {
        batches.add(
            new Batch(
                "unchanged", run == 1 ? "1 report: unchanged" : run + " reports: unchanged", at));
      }
      long before = end < receipts.size() ? receipts.get(end).sequence() : -1;
      long gap = receipts.get(end - 1).sequence() - before - 1;
      if (before > 0 && gap > 0) {
        batches.add(
            new Batch(
                "gap", gap == 1 ? "1 report never arrived" : gap + " reports never arrived", at));
      }
      i = end;
    }
    return batches;
  }

  private static boolean follows(List<Receipt> receipts, int index) {
    return !receipts.get(index).full()
        && receipts.get(index - 1).sequence() == receipts.get(index).sequence() + 1;
  }
}

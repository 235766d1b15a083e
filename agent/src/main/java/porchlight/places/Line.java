package porchlight.places;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import porchlight.facts.Remembered.By;

/**
 * One gateway of one network in memory: a line of text that names neither.
 *
 * @param network what stands for the network
 * @param box what stands for the gateway's hardware address
 * @param days on how many days it was seen
 * @param alone whether no other address shared its hardware address at first
 * @param madeUp whether its hardware address is locally administered
 */
record Line(
    By by,
    String network,
    String box,
    Instant first,
    Instant last,
    int days,
    boolean alone,
    boolean madeUp) {
  private static final int MOST_DAYS = 100_000;

  String text() {
    return String.join(
        " ",
        by.name().toLowerCase(Locale.ROOT),
        network,
        box,
        first.toString(),
        last.toString(),
        Integer.toString(days),
        alone ? "alone" : "shared",
        madeUp ? "made-up" : "maker's");
  }

  /** The line of that text; nothing when it is damaged. */
  static Optional<Line> of(String text) {
    String[] words = text.split(" ", -1);
    if (words.length != 8 || words[1].isEmpty() || words[2].isEmpty()) {
      return Optional.empty();
    }
    try {
      By by = By.valueOf(words[0].toUpperCase(Locale.ROOT));
      int days = Integer.parseInt(words[5]);
      boolean isWhole =
          days > 0
              && days <= MOST_DAYS
              && (words[6].equals("alone") || words[6].equals("shared"))
              && (words[7].equals("made-up") || words[7].equals("maker's"));
      return isWhole
          ? Optional.of(
              new Line(
                  by,
                  words[1],
                  words[2],
                  Instant.parse(words[3]),
                  Instant.parse(words[4]),
                  days,
                  words[6].equals("alone"),
                  words[7].equals("made-up")))
          : Optional.empty();
    } catch (DateTimeException | IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }

  /** The same line after the box was seen at that time: one day more where it is another day. */
  Line seen(Instant at) {
    boolean isLater = at.isAfter(last) && !day(at).equals(day(last));
    return isLater
        ? new Line(by, network, box, first, at, Math.min(days + 1, MOST_DAYS), alone, madeUp)
        : this;
  }

  private static java.time.LocalDate day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate();
  }
}

package porchlight.central.views;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import porchlight.central.ledger.Which;

/**
 * What is to be compared, as somebody wrote it; each is empty where nothing was written. {@code
 * other} is the id of the device that the later look is at, where that is another.
 */
public record Asked(String from, String to, String other) {
  /** What {@code from} and {@code to} take. */
  static final String EXPECTED =
      "the number of a report, last, yesterday, a day such as 2026-11-20"
          + " or a time such as 2026-11-20T10:00 (UTC) is expected";

  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern TIME =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?)Z?");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** The same with the numbers of the reports that were found where nothing was written. */
  public Asked filled(Look before, Look after) {
    return new Asked(
        from.isEmpty() ? Long.toString(before.said().sequence()) : from,
        to.isEmpty() ? Long.toString(after.said().sequence()) : to,
        other);
  }

  /** What is wrong with it, and what was expected instead; empty when nothing is. */
  Optional<String> wrong(Instant now) {
    if (!from.isEmpty() && which(from, now).isEmpty()) {
      return Optional.of("from: " + EXPECTED);
    }
    if (!to.isEmpty() && which(to, now).isEmpty()) {
      return Optional.of("to: " + EXPECTED);
    }
    return other.isEmpty() || ID.matcher(other).matches()
        ? Optional.empty()
        : Optional.of("other: the id of a device is expected, 36 characters, as its page tells it");
  }

  /** The report that a word means; empty when it is no such word. */
  static Optional<Which> which(String word, Instant now) {
    if (word.equals("last")) {
      return Optional.of(new Which.Last());
    }
    if (word.equals("yesterday")) {
      return Optional.of(new Which.Before(start(LocalDate.ofInstant(now, ZoneOffset.UTC))));
    }
    return NUMBER.matcher(word).matches()
        ? Optional.of(new Which.Numbered(Long.parseLong(word)))
        : until(word).map(Which.Before::new);
  }

  /** The end of that day; just after that moment, as what was said then holds then. */
  private static Optional<Instant> until(String word) {
    try {
      if (DAY.matcher(word).matches()) {
        return Optional.of(start(LocalDate.parse(word).plusDays(1)));
      }
      var time = TIME.matcher(word);
      return time.matches()
          ? Optional.of(LocalDateTime.parse(time.group(1)).toInstant(ZoneOffset.UTC).plusMillis(1))
          : Optional.empty();
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}

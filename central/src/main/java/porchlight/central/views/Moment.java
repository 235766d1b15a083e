package porchlight.central.views;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A time as people read it: how long ago, exactly, for machines, and how long since. */
public record Moment(String ago, String exact, String iso, String length) {
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /**
   * A time seen from {@code now}; what lies ahead (a clock that is wrong) is only given exactly.
   */
  public static Moment of(Instant at, Instant now) {
    String length = span(Duration.between(at, now));
    String ago = at.isAfter(now.plusSeconds(60)) ? EXACT.format(at) : length + " ago";
    return new Moment(ago, EXACT.format(at), at.truncatedTo(ChronoUnit.SECONDS).toString(), length);
  }

  /** A length of time in its largest whole unit. */
  public static String span(Duration length) {
    if (length.compareTo(Duration.ofMinutes(1)) < 0) {
      return Math.max(0, length.toSeconds()) + " s";
    }
    if (length.compareTo(Duration.ofHours(1)) < 0) {
      return length.toMinutes() + " min";
    }
    return length.compareTo(Duration.ofDays(2)) < 0
        ? length.toHours() + " h"
        : length.toDays() + " d";
  }
}

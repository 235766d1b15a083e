package porchlight.daemon;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When to come again: the last line that a worker writes to its standard output.
 *
 * @param steady whether this is the cadence ({@code next 900 0.371}) or a wait after something
 *     failed ({@code retry 1300}), which is neither shortened nor brought into step
 * @param phase the part of the cadence at which this device has its turn, 0 to 1
 */
public record Next(boolean steady, Duration delay, double phase) {
  private static final Pattern LINE =
      Pattern.compile("next (\\d{1,6}) (0\\.\\d{1,6})|retry (\\d{1,6})");

  public static Next cadence(Duration delay, double phase) {
    return new Next(true, delay, phase);
  }

  public static Next retry(Duration delay) {
    return new Next(false, delay, 0);
  }

  public String line() {
    return steady
        ? String.format(Locale.ROOT, "next %d %.4f", delay.toSeconds(), Math.min(phase, 0.9999))
        : "retry " + delay.toSeconds();
  }

  static Optional<Next> of(String line) {
    Matcher words = LINE.matcher(line);
    if (!words.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        words.group(3) == null
            ? cadence(seconds(words.group(1)), Double.parseDouble(words.group(2)))
            : retry(seconds(words.group(3))));
  }

  /** A minute at least, whatever a worker says. */
  private static Duration seconds(String digits) {
    return Duration.ofSeconds(Math.max(60, Long.parseLong(digits)));
  }
}

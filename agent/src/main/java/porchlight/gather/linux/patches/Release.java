package porchlight.gather.linux.patches;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an archive says of itself in its signed Release file; apt checked the signature before it
 * kept the file.
 *
 * @param file its name in apt's folder
 * @param prefix what the names of its lists begin with
 * @param date when the distribution made it; empty when it does not say or not understandably
 */
record Release(
    String file,
    String prefix,
    String origin,
    String label,
    String suite,
    String codename,
    Optional<Instant> date) {
  // The last two say nothing to us, but every Release file has one of them.
  static final List<String> FIELDS =
      List.of("Origin", "Label", "Suite", "Codename", "Date", "MD5Sum", "SHA256");

  // RFC 1123 in universal time, the only form that apt accepts as well.
  private static final Pattern DATE =
      Pattern.compile(
          "[A-Z][a-z]{2}, ([0-9]{1,2}) ([A-Z][a-z]{2}) ([0-9]{4}) "
              + "([0-9]{1,2}):([0-9]{2}):([0-9]{2}) (?:UTC|GMT|Z|[+-]0000)");
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
  private static final Pattern ENTRY =
      Pattern.compile(" [0-9a-f]{32,128} +([0-9]{1,12}) +([^\\s]{1,300})");

  /** From the fields asked for. */
  static Release of(String file, String prefix, Map<String, String> fields) {
    return new Release(
        file,
        prefix,
        fields.getOrDefault("Origin", ""),
        fields.getOrDefault("Label", ""),
        fields.getOrDefault("Suite", ""),
        fields.getOrDefault("Codename", ""),
        date(fields.getOrDefault("Date", "")));
  }

  static Optional<Instant> date(String text) {
    var parts = DATE.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDateTime.of(
                  Integer.parseInt(parts.group(3)),
                  MONTHS.indexOf(parts.group(2)) + 1,
                  Integer.parseInt(parts.group(1)),
                  Integer.parseInt(parts.group(4)),
                  Integer.parseInt(parts.group(5)),
                  Integer.parseInt(parts.group(6)))
              .toInstant(ZoneOffset.UTC));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** The lengths of the archive's files, unpacked or not, by their path in it. */
  static Map<String, Long> lengths(String text) {
    Map<String, Long> lengths = new HashMap<>();
    text.lines()
        .map(ENTRY::matcher)
        .filter(entry -> entry.matches())
        .forEach(entry -> lengths.put(entry.group(2), Long.parseLong(entry.group(1))));
    return lengths;
  }
}

package porchlight.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import porchlight.json.Noted;
import porchlight.json.Refused;
import porchlight.json.Sent;
import porchlight.json.tree.Json;

/**
 * Finds the look that a word of {@code diff} means, among the reports that have left this laptop.
 *
 * @param sent the newest first
 */
record Looks(List<Sent> sent, Instant now, ZoneId zone) {
  static final int MOST = 500;
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** Whether a word is no file's name but one of ours. */
  static boolean isOurs(String word) {
    return word.equals("yesterday")
        || word.equals("last")
        || ID.matcher(word).matches()
        || word.matches("\\d{4}-\\d\\d-\\d\\d(?:T.*)?");
  }

  /** The report of that id, the newest, or the newest of that moment or day. */
  Noted of(String word) {
    if (ID.matcher(word).matches()) {
      return all().stream()
          .filter(one -> one.report().equals(Optional.of(word)))
          .findFirst()
          .orElseThrow(() -> none("with the id " + word));
    }
    Instant until = word.equals("last") ? now.plus(Duration.ofDays(1)) : until(word);
    return all().stream()
        .filter(one -> one.at().isBefore(until))
        .findFirst()
        .orElseThrow(() -> none("from before " + until));
  }

  private static Refused none(String which) {
    return new Refused(
        "no report "
            + which
            + " is among what has left this laptop; porchlight sent lists what is");
  }

  /** The end of that day, or that moment. */
  private Instant until(String word) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    if (word.equals("yesterday")) {
      return today.atStartOfDay(zone).toInstant();
    }
    try {
      if (word.indexOf('T') < 0) {
        return LocalDate.parse(word).plusDays(1).atStartOfDay(zone).toInstant();
      }
      return word.endsWith("Z")
          ? Instant.parse(word)
          : LocalDateTime.parse(word).atZone(zone).toInstant();
    } catch (DateTimeParseException wrong) {
      throw new Usage(
          "\""
              + word
              + "\" is no time; expected such as 2026-11-20, 2026-11-20T10:00 or yesterday");
    }
  }

  private List<Noted> all() {
    var all = new ArrayList<Noted>();
    for (Sent one : sent) {
      Noted.of(one.text(), this::content)
          .filter(noted -> noted.report().isPresent())
          .ifPresent(all::add);
    }
    return all;
  }

  private Optional<Json.Obj> content(String digest) {
    return sent.stream()
        .map(one -> Noted.content(one.text(), digest))
        .flatMap(Optional::stream)
        .findFirst();
  }
}

package porchlight.central.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import porchlight.central.remarks.Remark;
import porchlight.central.remarks.Subject;
import porchlight.central.reports.Word;

/** Reads a remark that somebody makes; refuses what it does not know, by its path. */
public final class RemarkReader {
  private static final Set<String> KNOWN =
      Set.of("kind", "organisation", "device", "check", "place", "seen", "words", "days");
  private static final int MOST_DAYS = 365;
  private static final int LONGEST = 2000;

  private RemarkReader() {}

  /** The remark in a body; throws Unreadable when it is none. */
  public static Remark read(byte[] body, String id, String author, Instant now) throws Unreadable {
    JsonNode node = Members.object(body);
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (!KNOWN.contains(member.getKey())) {
        throw wrong("/" + member.getKey(), "is not known here");
      }
    }
    Remark.Kind kind = kind(Members.text(node, "", "kind"));
    JsonNode words = node.path("words");
    if (!words.isTextual() || words.asText().isBlank() || words.asText().length() > LONGEST) {
      throw wrong("/words", "a text of 1 to " + LONGEST + " characters is expected");
    }
    Subject subject =
        new Subject(
            maybe(node, "organisation"),
            maybe(node, "device"),
            maybe(node, "check"),
            maybe(node, "place"),
            maybe(node, "seen"));
    if (!subject.isAboutSomething()) {
      throw wrong("", "a device, check, place or seen is expected");
    }
    if (kind == Remark.Kind.ACKNOWLEDGEMENT
        && (subject.device().isEmpty() || subject.check().isEmpty())) {
      throw wrong("", "an acknowledgement is about a check of a device");
    }
    return new Remark(
        id, kind, subject, words.asText().strip(), author, now, expires(node, kind, now));
  }

  private static Optional<Instant> expires(JsonNode node, Remark.Kind kind, Instant now)
      throws Unreadable {
    JsonNode days = node.path("days");
    if (days.isMissingNode() && kind == Remark.Kind.NOTE) {
      return Optional.empty();
    }
    if (!days.isInt() || days.intValue() < 1 || days.intValue() > MOST_DAYS) {
      throw wrong("/days", "a whole number from 1 to " + MOST_DAYS + " is expected");
    }
    return Optional.of(now.plus(Duration.ofDays(days.intValue())));
  }

  private static Remark.Kind kind(String word) throws Unreadable {
    try {
      return Word.parse(Remark.Kind.class, word);
    } catch (IllegalArgumentException e) {
      throw wrong("/kind", "note or acknowledgement is expected");
    }
  }

  private static Optional<String> maybe(JsonNode node, String name) throws Unreadable {
    return node.has(name) ? Optional.of(Members.text(node, "", name)) : Optional.empty();
  }

  private static Unreadable wrong(String path, String expected) {
    return new Unreadable(
        Unreadable.Kind.INVALID, path.isEmpty() ? expected : path + ": " + expected);
  }
}

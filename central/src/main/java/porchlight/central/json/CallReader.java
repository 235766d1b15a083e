package porchlight.central.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import porchlight.central.calls.Ask;
import porchlight.central.calls.Called;
import porchlight.central.calls.Denial;
import porchlight.central.calls.Purpose;
import porchlight.central.calls.Transcript;
import porchlight.central.calls.Verification;
import porchlight.central.reports.Calm;
import porchlight.central.reports.Place;
import porchlight.central.reports.Word;

/** Reads what laptops and programs say about a call. */
public final class CallReader {
  private static final int LONGEST_PAYLOAD = 8192;
  private static final int LONGEST_TICKET = 60;
  private static final long MOST_SKEW = 1L << 40;

  private CallReader() {}

  /** What a laptop asks about: whose it is, and one verification of it where it names one. */
  public record About(String device, Optional<String> verification) {}

  /**
   * What a laptop answers.
   *
   * @param payload what it signed, base64url; empty when it denies
   */
  public record Answer(
      String device,
      String verification,
      Optional<Denial> denial,
      String payload,
      String signature) {}

  /** What was signed for one, which was read once already; nothing while nothing was. */
  public static Optional<Transcript> told(Verification one) {
    return one.evidence()
        .map(evidence -> {
          try {
            return transcript(evidence.payload());
          } catch (Unreadable e) {
            throw new IllegalStateException("the ledger has a transcript that is none", e);
          }
        });
  }

  /** The body of {@code /v1/verify} and {@code /v1/verify/state}. */
  public static About about(byte[] body) throws Unreadable {
    JsonNode node = Members.object(body);
    return new About(
        Members.text(node, "", "device"),
        node.has("verification")
            ? Optional.of(Members.text(node, "", "verification"))
            : Optional.empty());
  }

  /** The body of {@code /v1/verify/answer}. */
  public static Answer answer(byte[] body) throws Unreadable {
    JsonNode node = Members.object(body);
    String device = Members.text(node, "", "device");
    String verification = Members.text(node, "", "verification");
    if (node.has("denied")) {
      return new Answer(
          device, verification, Optional.of(word(Denial.class, node, "", "denied")), "", "");
    }
    JsonNode payload = node.path("payload");
    if (!payload.isTextual() || payload.asText().length() > LONGEST_PAYLOAD) {
      throw wrong("/payload", "base64url of at most " + LONGEST_PAYLOAD + " characters");
    }
    return new Answer(
        device,
        verification,
        Optional.empty(),
        payload.asText(),
        Members.text(node, "", "signature"));
  }

  /** The transcript in a payload. */
  public static Transcript transcript(String payload) throws Unreadable {
    JsonNode node = Members.object(decoded(payload));
    return new Transcript(
        Members.text(node, "", "verification"),
        Members.text(node, "", "device"),
        Members.text(node, "", "nonce"),
        Members.key(node),
        Members.text(node, "", "technician"),
        Members.text(node, "", "purpose"),
        Members.text(node, "", "ticket"),
        words(node.path("words")),
        Members.text(node, "", "account"),
        word(Transcript.Session.class, node, "", "session"),
        node.has("place") ? Optional.of(spot(node.path("place"))) : Optional.empty(),
        word(Called.class, node, "", "called"),
        time(node, "", "at"),
        skew(node.path("skewSeconds")));
  }

  private static byte[] decoded(String payload) throws Unreadable {
    try {
      return Base64.getUrlDecoder().decode(payload);
    } catch (IllegalArgumentException e) {
      throw wrong("/payload", "base64url");
    }
  }

  private static List<String> words(JsonNode node) throws Unreadable {
    List<String> words = new ArrayList<>();
    for (JsonNode word : node) {
      if (!word.isTextual() || words.size() == 2) {
        throw wrong("/words", "two words");
      }
      words.add(word.asText());
    }
    return List.copyOf(words);
  }

  private static Transcript.Spot spot(JsonNode node) throws Unreadable {
    Place place =
        new Place(
            node.has("id") ? Optional.of(Members.text(node, "/place", "id")) : Optional.empty(),
            word(Place.Kind.class, node, "/place", "kind"),
            word(Place.Sure.class, node, "/place", "sure"),
            word(Place.Standing.class, node, "/place", "standing"));
    return new Transcript.Spot(
        place, node.has("since") ? Optional.of(time(node, "/place", "since")) : Optional.empty());
  }

  private static Instant time(JsonNode node, String at, String name) throws Unreadable {
    try {
      return Instant.parse(Members.text(node, at, name));
    } catch (DateTimeException e) {
      throw wrong(at + "/" + name, "a time in UTC");
    }
  }

  private static long skew(JsonNode node) throws Unreadable {
    if (!node.isIntegralNumber() || Math.abs(node.longValue()) > MOST_SKEW) {
      throw wrong("/skewSeconds", "a whole number");
    }
    return node.longValue();
  }

  /** The ask in a body of a program. */
  public static Ask ask(byte[] body) throws Unreadable {
    JsonNode node = Members.object(body);
    return new Ask(
        word(Purpose.class, node, "", "purpose"),
        ticket(Members.text(node, "", "ticket")),
        word(Called.class, node, "", "called"));
  }

  /** The ask in the fields of a form. */
  public static Ask ask(String purpose, String ticket, String called) throws Unreadable {
    return new Ask(
        word(Purpose.class, purpose, "/purpose"),
        ticket(ticket),
        word(Called.class, called, "/called"));
  }

  /** The code in a body of a program. */
  public static String code(byte[] body) throws Unreadable {
    return Members.text(Members.object(body), "", "code");
  }

  private static String ticket(String text) throws Unreadable {
    String ticket = text.strip();
    if (ticket.isEmpty() || ticket.length() > LONGEST_TICKET || !Calm.text(ticket).equals(ticket)) {
      throw wrong("/ticket", "1 to " + LONGEST_TICKET + " plain characters");
    }
    return ticket;
  }

  private static <E extends Enum<E>> E word(Class<E> kind, JsonNode node, String at, String name)
      throws Unreadable {
    return word(kind, Members.text(node, at, name), at + "/" + name);
  }

  private static <E extends Enum<E>> E word(Class<E> kind, String word, String at)
      throws Unreadable {
    try {
      return Word.parse(kind, word);
    } catch (IllegalArgumentException e) {
      throw wrong(
          at,
          "one of "
              + String.join(
                  ", ", java.util.Arrays.stream(kind.getEnumConstants()).map(Word::of).toList()));
    }
  }

  private static Unreadable wrong(String at, String expected) {
    return new Unreadable(Unreadable.Kind.INVALID, at + ": " + expected + " is expected");
  }
}

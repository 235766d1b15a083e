package porchlight.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;

/**
 * What central answers. Members that this version does not know are passed over; what is not an
 * answer of central (a captive portal's page, say) is nothing.
 */
public final class Replies {
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final int LONGEST_WORDS = 200;
  private static final long LARGEST_SEQUENCE = 1L << 52;
  private static final int MOST_MORE = 100;
  private static final Instant EARLIEST = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private Replies() {}

  /**
   * The answer to a report.
   *
   * @param stored false when the report was there before
   * @param nextReportSeconds the cadence from now on
   * @param more how many of those that wait may follow at once
   */
  public record Receipt(
      UUID report,
      boolean stored,
      boolean fullWanted,
      int nextReportSeconds,
      boolean rotateKey,
      int more,
      Optional<PolicyStamp> policy) {}

  /**
   * The answer to an enrolment.
   *
   * @param policyKeys by which a policy of this organisation is signed
   * @param seals whether central seals its last words by them
   */
  public record Enrolled(
      UUID device,
      String organisation,
      int nextReportSeconds,
      List<Jwk> policyKeys,
      boolean seals,
      Optional<PolicyStamp> policy) {}

  /**
   * The answer to what went wrong.
   *
   * @param code for programs; empty when the answer is not of central
   * @param nextSequence the first free number
   */
  public record Problem(
      String code, String detail, Optional<Instant> serverTime, Optional<Long> nextSequence) {}

  public static Optional<Receipt> receipt(String text) {
    return object(text)
        .flatMap(reply -> {
          var report = reply.text("report").flatMap(Replies::uuid);
          var stored = truth(reply, "stored");
          var seconds = seconds(reply);
          if (report.isEmpty() || stored.isEmpty() || seconds.isEmpty()) {
            return Optional.empty();
          }
          return Optional.of(
              new Receipt(
                  report.get(),
                  stored.get(),
                  truth(reply, "fullWanted").orElse(false),
                  seconds.get(),
                  truth(reply, "rotateKey").orElse(false),
                  whole(reply, "more").map(more -> Math.clamp(more, 0, MOST_MORE)).orElse(0),
                  PolicyStamp.of(reply, "policy")));
        });
  }

  public static Optional<Enrolled> enrolled(String text) {
    return object(text)
        .flatMap(reply -> {
          var device = reply.text("device").flatMap(Replies::uuid);
          var seconds = seconds(reply);
          var keys = Jwk.list(reply, "policyKeys");
          if (device.isEmpty() || seconds.isEmpty() || keys.isEmpty()) {
            return Optional.empty();
          }
          return Optional.of(
              new Enrolled(
                  device.get(),
                  words(reply.text("organisation").orElse("")),
                  seconds.get(),
                  keys.get(),
                  truth(reply, "seals").orElse(false),
                  PolicyStamp.of(reply, "policy")));
        });
  }

  /** Seconds to wait, when an enrolment waits for a person's approval. */
  public static Optional<Integer> pending(String text) {
    return object(text)
        .filter(reply -> truth(reply, "pending").orElse(false))
        .flatMap(Replies::seconds);
  }

  /** The id of the key that central took. */
  public static Optional<String> keyTaken(String text) {
    return object(text).flatMap(reply -> reply.text("keyId"));
  }

  /** Whether a goodbye was noted, for that device. */
  public static boolean noted(String text, UUID device) {
    return object(text)
        .flatMap(reply -> reply.text("device"))
        .flatMap(Replies::uuid)
        .equals(Optional.of(device));
  }

  /** The time that an answer tells, whatever else it says. */
  public static Optional<Instant> serverTime(String text) {
    return object(text).flatMap(Replies::sensibleTime);
  }

  public static Problem problem(String text) {
    return object(text)
        .map(reply ->
            new Problem(
                words(reply.text("code").orElse("")),
                words(reply.text("detail").orElse("")),
                sensibleTime(reply),
                whole(reply, "nextSequence").filter(next -> next > 0 && next < LARGEST_SEQUENCE)))
        .orElse(new Problem("", "", Optional.empty(), Optional.empty()));
  }

  /** No clock of central's that is out of these bounds is a clock. */
  private static Optional<Instant> sensibleTime(Json.Obj reply) {
    return reply
        .text("serverTime")
        .flatMap(Replies::instant)
        .filter(time -> !time.isBefore(EARLIEST) && time.isBefore(LATEST));
  }

  static Optional<Json.Obj> object(String text) {
    try {
      return JsonText.parse(text).asObject();
    } catch (JsonText.NotJson notJson) {
      return Optional.empty();
    }
  }

  static Optional<UUID> uuid(String text) {
    return UUID_FORM.matcher(text).matches()
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException notOne) {
      return Optional.empty();
    }
  }

  static Optional<Boolean> truth(Json.Obj object, String name) {
    return object
        .get(name)
        .flatMap(
            value -> value instanceof Json.Bool(var truth) ? Optional.of(truth) : Optional.empty());
  }

  static Optional<Long> whole(Json.Obj object, String name) {
    return object
        .get(name)
        .flatMap(value -> value instanceof Json.Num number ? number.whole() : Optional.empty());
  }

  /** A cadence outside the protocol's bounds is brought within them. */
  private static Optional<Integer> seconds(Json.Obj reply) {
    return whole(reply, "nextReportSeconds").map(value -> Math.clamp(value, 60, 86_400));
  }

  /** Short and on one line: it will stand in logs and on screens. */
  static String words(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
    return line.length() <= LONGEST_WORDS ? line : line.substring(0, LONGEST_WORDS - 1) + "…";
  }
}

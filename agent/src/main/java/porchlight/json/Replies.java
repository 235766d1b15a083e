package porchlight.json;

import java.time.DateTimeException;
import java.time.Instant;
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

  private Replies() {}

  /**
   * The answer to a report.
   *
   * @param stored false when the report was there before
   * @param nextReportSeconds the cadence from now on
   */
  public record Receipt(UUID report, boolean stored, boolean fullWanted, int nextReportSeconds) {}

  /** The answer to an enrolment. */
  public record Enrolled(UUID device, String organisation, int nextReportSeconds) {}

  /**
   * The answer to what went wrong.
   *
   * @param code for programs; empty when the answer is not of central
   */
  public record Problem(String code, String detail, Optional<Instant> serverTime) {}

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
                  seconds.get()));
        });
  }

  public static Optional<Enrolled> enrolled(String text) {
    return object(text)
        .flatMap(reply -> {
          var device = reply.text("device").flatMap(Replies::uuid);
          var seconds = seconds(reply);
          if (device.isEmpty() || seconds.isEmpty()) {
            return Optional.empty();
          }
          return Optional.of(
              new Enrolled(
                  device.get(), words(reply.text("organisation").orElse("")), seconds.get()));
        });
  }

  /** The time that an answer tells, whatever else it says. */
  public static Optional<Instant> serverTime(String text) {
    return object(text).flatMap(reply -> reply.text("serverTime")).flatMap(Replies::instant);
  }

  public static Problem problem(String text) {
    return object(text)
        .map(reply ->
            new Problem(
                words(reply.text("code").orElse("")),
                words(reply.text("detail").orElse("")),
                reply.text("serverTime").flatMap(Replies::instant)))
        .orElse(new Problem("", "", Optional.empty()));
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
  private static String words(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
    return line.length() <= LONGEST_WORDS ? line : line.substring(0, LONGEST_WORDS - 1) + "…";
  }
}

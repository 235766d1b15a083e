package porchlight.gather.windows.upkeep;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.gather.windows.Registry;
import porchlight.machine.ReadRegistry;

/** Monthly updates that a policy, by groups or of a management server, puts off for a while. */
final class RuledPause {
  static final String SWITCH = "PauseQualityUpdates";

  static final String START = "PauseQualityUpdatesStartTime";

  /** A pause by policy ends by itself after 35 days, which begin somewhere on earth. */
  private static final int DAYS = 36;

  private static final Optional<Long> TAKEN_BACK = Optional.of(0L);

  private RuledPause() {}

  /** Whether the policy in that key had them put off at that time. */
  static Reading<Boolean> isRuled(Registry registry, String key, Instant at) {
    return registry
        .text(key, START)
        .flatMap(start ->
            registry
                .number(key, SWITCH)
                .map(on ->
                    start
                        .filter(text -> !text.isBlank() && !on.equals(TAKEN_BACK))
                        .map(text -> lasts(text.strip(), at))
                        .orElse(on.orElse(0L) != 0)));
  }

  /**
   * Until when the policy in that key puts them off, be it over or not; nothing where it was taken
   * back.
   */
  static Reading<Optional<Instant>> until(ReadRegistry question, Registry registry, String key) {
    return registry
        .number(key, SWITCH)
        .flatMap(on ->
            on.equals(TAKEN_BACK)
                ? Reading.known(Optional.empty())
                : registry
                    .text(key, START)
                    .flatMap(start -> until(question, on.isPresent(), start.orElse("").strip())));
  }

  private static Reading<Optional<Instant>> until(ReadRegistry question, boolean on, String start) {
    if (start.isEmpty()) {
      return on
          ? Reading.unknown(
              Reason.NOT_SUPPORTED,
              "a policy puts monthly updates off, and since when it does not say")
          : Reading.known(Optional.empty());
    }
    return end(start)
        .map(end -> Reading.known(Optional.of(end)))
        .orElseGet(() -> Answers.notUnderstood(question, START + " " + start));
  }

  static List<String> words(boolean ruled) {
    return ruled ? List.of("monthly updates, which a policy puts off") : List.of();
  }

  /** A day that is none is believed to be near. */
  private static boolean lasts(String start, Instant at) {
    return end(start).map(end -> end.isAfter(at)).orElse(true);
  }

  private static Optional<Instant> end(String start) {
    try {
      return Optional.of(
          LocalDate.parse(start.substring(0, Math.min(start.length(), 10)))
              .plusDays(DAYS)
              .atStartOfDay(ZoneOffset.UTC)
              .toInstant());
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }
}

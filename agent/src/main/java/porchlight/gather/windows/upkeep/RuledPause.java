package porchlight.gather.windows.upkeep;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import porchlight.facts.Reading;
import porchlight.gather.windows.Registry;

/** Monthly updates that a policy, by groups or of a management server, puts off for a while. */
final class RuledPause {
  static final String SWITCH = "PauseQualityUpdates";

  static final String START = "PauseQualityUpdatesStartTime";

  /** A pause by policy ends by itself after 35 days, which begin somewhere on earth. */
  private static final int DAYS = 36;

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
                        .filter(text -> !text.isBlank())
                        .map(text -> lasts(text.strip(), at))
                        .orElse(on.orElse(0L) != 0)));
  }

  static List<String> words(boolean ruled) {
    return ruled ? List.of("monthly updates, which a policy puts off") : List.of();
  }

  /** A day that is none is believed to be near. */
  private static boolean lasts(String start, Instant at) {
    try {
      return LocalDate.parse(start.substring(0, Math.min(start.length(), 10)))
          .plusDays(DAYS)
          .atStartOfDay(ZoneOffset.UTC)
          .toInstant()
          .isAfter(at);
    } catch (DateTimeException notADay) {
      return true;
    }
  }
}

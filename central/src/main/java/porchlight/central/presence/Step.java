package porchlight.central.presence;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** How long a silence lasts before somebody is told, and told again. */
public enum Step {
  HOUR(Duration.ofHours(1), "1h"),
  DAY(Duration.ofDays(1), "24h"),
  WEEK(Duration.ofDays(7), "7d");

  private final Duration after;
  private final String word;

  Step(Duration after, String word) {
    this.after = after;
    this.word = word;
  }

  /** How it is written: {@code 24h}. */
  public String word() {
    return word;
  }

  /** Its number as the ledger keeps it: 1 is the first, 0 is none. */
  public int number() {
    return ordinal() + 1;
  }

  /** The last step that so long a silence has reached. */
  public static Optional<Step> reached(Duration quiet) {
    return Stream.of(values())
        .filter(step -> quiet.compareTo(step.after) >= 0)
        .reduce((earlier, later) -> later);
  }
}

package porchlight.central.presence;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** How long a silence lasts before somebody is told, and told again. */
public enum Step {
  HOUR(1, Duration.ofHours(1), "1h"),
  DAY(2, Duration.ofDays(1), "24h"),
  WEEK(3, Duration.ofDays(7), "7d");

  private final int number;
  private final Duration after;
  private final String word;

  Step(int number, Duration after, String word) {
    this.number = number;
    this.after = after;
    this.word = word;
  }

  /** How it is written: {@code 24h}. */
  public String word() {
    return word;
  }

  /** Its number as the ledger keeps it: 1 is the first, 0 is none. */
  public int number() {
    return number;
  }

  /** The step of that number; 0 is none. */
  public static Optional<Step> numbered(long number) {
    return Stream.of(values()).filter(step -> step.number == number).findFirst();
  }

  /** The last step that so long a silence has reached. */
  public static Optional<Step> reached(Duration quiet) {
    return Stream.of(values())
        .filter(step -> quiet.compareTo(step.after) >= 0)
        .reduce((earlier, later) -> later);
  }
}

package porchlight.policy;

import java.util.Locale;
import java.util.Optional;

/** How much a failed check matters, worst first. */
public enum Severity {
  CRITICAL(40),
  HIGH(20),
  MEDIUM(10),
  LOW(3),
  INFO(0);

  private final int weight;

  Severity(int weight) {
    this.weight = weight;
  }

  /** The part in the score. */
  public int weight() {
    return weight;
  }

  public boolean atLeast(Severity other) {
    return compareTo(other) <= 0;
  }

  /** The word used in JSON and on screens: {@code high}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The severity of that word. */
  public static Optional<Severity> of(String word) {
    for (Severity severity : values()) {
      if (severity.word().equals(word)) {
        return Optional.of(severity);
      }
    }
    return Optional.empty();
  }
}

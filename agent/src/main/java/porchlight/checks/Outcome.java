package porchlight.checks;

import java.util.Locale;

/** What came of a check. */
public enum Outcome {
  PASS,
  FAIL,
  /** Could not tell: neither good nor bad news. */
  UNKNOWN,
  /** The question does not arise here. */
  NOT_APPLICABLE;

  /** The word used in JSON: {@code not-applicable}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

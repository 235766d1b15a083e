package porchlight.central.calls;

import porchlight.central.reports.Word;

/** Why a user turns a verification away. */
public enum Denial {
  /** They know of no call. */
  UNKNOWN("the user knows of no such call"),
  /** The caller did not say the words. */
  WORDS("the caller did not say the two words");

  private final String sentence;

  Denial(String sentence) {
    this.sentence = sentence;
  }

  /** Its word on the wire. */
  public String word() {
    return Word.of(this);
  }

  /** What it means, for the audit log. */
  public String sentence() {
    return sentence;
  }
}

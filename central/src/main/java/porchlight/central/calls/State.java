package porchlight.central.calls;

/** How far a verification is. */
public enum State {
  /** The laptop has not asked yet. */
  OPEN,
  /** The laptop shows it. */
  SHOWN,
  /** The laptop has signed; the code is to be typed. */
  SIGNED,
  /** The code was right. */
  VERIFIED,
  /** The same without a network: less is known. */
  VERIFIED_OFFLINE,
  /** The user says that this is not theirs, or that the words were not said. */
  DENIED,
  /** Three codes were wrong. */
  LOCKED,
  /** The tech has taken it back. */
  CANCELLED,
  /** Its time was up; never stored, as it is a matter of the clock. */
  EXPIRED;

  /** Whether it waits for the laptop. */
  public boolean isUnanswered() {
    return this == OPEN || this == SHOWN;
  }

  /** Whether it still waits for something. */
  public boolean isLive() {
    return isUnanswered() || this == SIGNED;
  }

  /** Whether it proved something. */
  public boolean isProof() {
    return this == VERIFIED || this == VERIFIED_OFFLINE;
  }
}

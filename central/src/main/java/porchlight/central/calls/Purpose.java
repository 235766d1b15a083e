package porchlight.central.calls;

/** What a caller wants; it is signed, so that a proof for one thing is none for another. */
public enum Purpose {
  PASSWORD_RESET("a new password"),
  SECOND_FACTOR("a new second factor"),
  REMOTE_HELP("remote help on this laptop"),
  ACCOUNT_CHANGE("a change of an account or of rights"),
  OTHER("something else, which the ticket says");

  private final String label;

  Purpose(String label) {
    this.label = label;
  }

  /** What it is, for people. */
  public String label() {
    return label;
  }
}

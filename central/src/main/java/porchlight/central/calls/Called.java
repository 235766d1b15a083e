package porchlight.central.calls;

/** Who called whom, as one end says. */
public enum Called {
  USER("the user called"),
  TECH("the tech called");

  private final String label;

  Called(String label) {
    this.label = label;
  }

  /** Who called, for people. */
  public String label() {
    return label;
  }
}

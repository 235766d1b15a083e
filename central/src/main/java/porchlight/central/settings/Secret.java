package porchlight.central.settings;

/** A text that must not be shown: an address with a key in it, a password. */
public final class Secret {
  private final String text;

  /** Keeps this text. */
  public Secret(String text) {
    this.text = text;
  }

  /** The text itself, for the one who sends it. */
  public String reveal() {
    return text;
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}

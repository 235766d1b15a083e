package porchlight.central.settings;

/** What the operator wrote cannot be used; the message is the one line to show. */
public final class SettingsFault extends Exception {
  private static final long serialVersionUID = 1;

  /** A fault with the line to show. */
  public SettingsFault(String line) {
    super(line, null, false, false);
  }
}

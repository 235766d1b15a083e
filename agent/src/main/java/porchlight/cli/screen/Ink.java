package porchlight.cli.screen;

/** How words are painted. */
public enum Ink {
  PLAIN(""),
  BOLD("1"),
  DIM("2"),
  GOOD("1;32"),
  CARE("1;33"),
  BAD("1;31"),
  BLIND("1;36");

  private final String code;

  Ink(String code) {
    this.code = code;
  }

  /** The text in this ink, if the screen takes any. */
  public String on(String text, Look look) {
    return look.colour() && this != PLAIN && !text.isEmpty()
        ? "\u001b[" + code + "m" + text + "\u001b[0m"
        : text;
  }
}

package porchlight.central.json;

/** A text that is not what it should be. */
public final class Unreadable extends Exception {
  private static final long serialVersionUID = 1;

  /** What is wrong with it. */
  public enum Kind {
    NOT_JSON,
    INVALID
  }

  private final Kind kind;

  Unreadable(Kind kind, String detail) {
    super(detail, null, false, false);
    this.kind = kind;
  }

  /** Whether it is no JSON at all or JSON that says the wrong thing. */
  public Kind kind() {
    return kind;
  }

  /** One sentence, with the path. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}

package porchlight.central.intake;

/** A request that is not let in. Carries no stack trace: it says nothing about our own code. */
public final class Refused extends Exception {
  private static final long serialVersionUID = 1;
  private final Code code;

  Refused(Code code, String detail) {
    super(detail, null, false, false);
    this.code = code;
  }

  /** Why, for programs. */
  public Code code() {
    return code;
  }

  /** Why, in one sentence. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}

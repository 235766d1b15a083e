package porchlight.central.intake;

import java.util.OptionalLong;

/** A request that is not let in. Carries no stack trace: it says nothing about our own code. */
public final class Refused extends Exception {
  private static final long serialVersionUID = 1;
  private final Code code;
  private final long nextSequence;

  Refused(Code code, String detail) {
    this(code, detail, 0);
  }

  private Refused(Code code, String detail, long nextSequence) {
    super(detail, null, false, false);
    this.code = code;
    this.nextSequence = nextSequence;
  }

  static Refused taken(String detail, long nextSequence) {
    return new Refused(Code.SEQUENCE_TAKEN, detail, nextSequence);
  }

  /** The first free sequence number, where that is the cure. */
  public OptionalLong nextSequence() {
    return nextSequence > 0 ? OptionalLong.of(nextSequence) : OptionalLong.empty();
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

package porchlight.central.intake;

import java.util.OptionalLong;

/** A request that is not let in. Carries no stack trace: it says nothing about our own code. */
public final class Refused extends Exception {
  private static final long serialVersionUID = 1;
  private final Code code;
  private final long nextSequence;
  private final boolean proven;

  /** A refusal, for this reason. */
  public Refused(Code code, String detail) {
    this(code, detail, 0, false);
  }

  private Refused(Code code, String detail, long nextSequence, boolean proven) {
    super(detail, null, false, false);
    this.code = code;
    this.nextSequence = nextSequence;
    this.proven = proven;
  }

  static Refused taken(String detail, long nextSequence) {
    return new Refused(Code.SEQUENCE_TAKEN, detail, nextSequence, false);
  }

  /** The same, of a request that is whole and was signed by the key it names. */
  Refused ofProven() {
    return new Refused(code, detail(), nextSequence, true);
  }

  /** Whether the request came as its sender sent it: then this is the last word on it. */
  public boolean isProven() {
    return proven;
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

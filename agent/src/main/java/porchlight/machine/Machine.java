package porchlight.machine;

/**
 * A machine that can be asked. The real one, a recording of one, or one written down for a test.
 */
@FunctionalInterface
public interface Machine {
  /** The answer; never throws for anything that the machine did. */
  Answer ask(Question question);
}

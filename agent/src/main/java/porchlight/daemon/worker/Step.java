package porchlight.daemon.worker;

/**
 * One thing that must work for central to hear of this laptop, and whether it does.
 *
 * @param id {@code name-resolves}
 * @param saw what was seen, a sentence
 * @param cure what a person can do; empty when nothing
 */
public record Step(String id, State state, String saw, String cure) {
  /** Whether it works. */
  public enum State {
    WORKS,
    BROKEN,
    /** It could not be looked at. */
    UNSEEN,
    /** There is nothing to look at: something before it is broken, or it is not wanted. */
    SKIPPED
  }

  static Step works(String id, String saw) {
    return new Step(id, State.WORKS, saw, "");
  }

  static Step broken(String id, String saw, String cure) {
    return new Step(id, State.BROKEN, saw, cure);
  }

  static Step unseen(String id, String saw, String cure) {
    return new Step(id, State.UNSEEN, saw, cure);
  }

  static Step skipped(String id, String saw) {
    return new Step(id, State.SKIPPED, saw, "");
  }
}

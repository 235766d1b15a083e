package porchlight.daemon;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the last cycle left to say about reporting.
 *
 * @param server where reports go; empty when nowhere
 * @param organisation whose device this is, in central's words; empty when not enrolled
 * @param stopped why central does not want to hear from this device, if so
 * @param answer what the laptop was judged to be: {@code unsafe}
 * @param waiting reports in the spool
 * @param refused reports set aside that central did not take
 * @param dropped reports dropped unsent since enrolment, because the spool is bounded
 * @param troubles what went wrong last, newest first, each with its time
 */
public record Status(
    boolean enrolled,
    String server,
    String organisation,
    Optional<String> stopped,
    Instant lastCycle,
    String answer,
    Optional<Instant> lastAccepted,
    Optional<Instant> next,
    int waiting,
    int refused,
    long dropped,
    Talk talk,
    Judged judged,
    List<String> troubles) {
  /**
   * How the talk with central goes.
   *
   * @param notYet why nothing is sent now, if so
   * @param nextTry when sending is tried again after a failure
   * @param skewSeconds this laptop's clock less central's, as last measured
   */
  public record Talk(Optional<String> notYet, Optional<Instant> nextTry, long skewSeconds) {
    public static final Talk NONE = new Talk(Optional.empty(), Optional.empty(), 0);
  }

  /**
   * The policy that was judged by.
   *
   * @param from {@code built-in}, {@code file} or {@code central}
   * @param keptOut a policy of central's that was not taken, and why
   */
  public record Judged(int revision, String from, Optional<String> keptOut) {
    public static final Judged UNKNOWN = new Judged(0, "", Optional.empty());
  }

  public Status {
    troubles = List.copyOf(troubles);
  }
}

package porchlight.uplink;

import java.time.Duration;
import java.time.Instant;
import porchlight.json.Progress;
import porchlight.json.Sending;
import porchlight.json.Totals;

/** What failed is tried again later: each kind by itself, and none the more often for it. */
public final class PutOff {
  private PutOff() {}

  /** After a failure, with the longer of what central asked for and our own wait. */
  public static Progress sending(
      Progress progress, boolean network, Duration asked, Instant counted, Outside outside) {
    return progress
        .sending(sending -> sending.failed(counted, own(sending, outside), asked, network))
        .tally(tally -> tally.plus(Totals.FAILURE));
  }

  /** The same, of joining. */
  public static Progress joining(
      Progress progress, Duration asked, Instant counted, Outside outside) {
    return progress.joining(joining -> joining.failed(counted, own(joining, outside), asked, true));
  }

  /** The same, of what is asked beside reports; a wait that central asks for holds for all. */
  public static Progress asking(
      Progress progress, Duration asked, Instant counted, Outside outside) {
    var after =
        progress.asking(asking -> asking.failed(counted, own(asking, outside), asked, true));
    return asked.isZero() ? after : after.sending(sending -> sending.held(counted.plus(asked)));
  }

  private static Duration own(Sending of, Outside outside) {
    return Backoff.after(of.failures() + 1, outside.random());
  }
}

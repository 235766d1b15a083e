package porchlight.uplink;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import porchlight.json.Progress;
import porchlight.json.Replies.Receipt;

/** Sends what waits: the newest first, because it is the news; then what is older. */
public final class Courier {
  private static final Duration LONGEST_CLOCK_STEP = Duration.ofDays(2);

  private final Spool spool;
  private final Uplink uplink;
  private final Outside outside;
  private final Duration budget;
  private final Consumer<String> trouble;

  /**
   * A courier.
   *
   * @param budget no further report is begun after that long
   * @param trouble told of each thing that went wrong, in one line
   */
  public Courier(
      Spool spool, Uplink uplink, Outside outside, Duration budget, Consumer<String> trouble) {
    this.spool = spool;
    this.uplink = uplink;
    this.outside = outside;
    this.budget = budget;
    this.trouble = trouble;
  }

  /**
   * Whether it may send now.
   *
   * @param elsewhere whether the network has changed, so that a failure on the old one says little;
   *     what central itself asked for holds on any network
   */
  public static boolean mayGo(Progress progress, Instant now, boolean elsewhere) {
    if (progress.stopped().isPresent()) {
      return false;
    }
    return progress
        .notBefore()
        .filter(time -> progress.ordered() || !elsewhere)
        .filter(time -> time.isAfter(now))
        // A clock that was set back must not silence the device for years.
        .filter(time -> time.isBefore(now.plus(LONGEST_CLOCK_STEP)))
        .isEmpty();
  }

  /** Sends until all is sent, the time is up, or something says to stop. */
  public Progress deliver(Progress before) throws IOException {
    Instant end = outside.now().plus(budget);
    var progress = before;
    boolean wantsFull = false;
    for (Spooled report : spool.newestFirst()) {
      if (outside.now().isAfter(end)) {
        break;
      }
      var packed = spool.packed(report);
      if (packed.isEmpty()) {
        continue;
      }
      switch (uplink.report(report.id(), packed.get())) {
        case Delivery.Accepted(var receipt) -> {
          wantsFull |= receipt.fullWanted();
          progress = taken(progress, report, receipt, wantsFull);
        }
        case Delivery.Duplicate(var receipt) -> {
          wantsFull |= receipt.fullWanted();
          progress = taken(progress, report, receipt, wantsFull);
        }
        case Delivery.Refused(var why) -> {
          trouble.accept("central refused report " + report.sequence() + ": " + why);
          spool.refuse(report, why);
        }
        case Delivery.Dismissed(var why) -> {
          trouble.accept("central does not want to hear from this device: " + why);
          return progress.stopped(why);
        }
        case Delivery.Later(var after, var why) -> {
          trouble.accept("central is to be asked later: " + why);
          return failed(progress, after, outside);
        }
        case Delivery.Unreachable(var why) -> {
          trouble.accept("central was not reached: " + why);
          return failed(progress, Duration.ZERO, outside);
        }
      }
    }
    return progress;
  }

  private Progress taken(Progress progress, Spooled report, Receipt receipt, boolean wantsFull)
      throws IOException {
    spool.remove(report);
    var next = progress.succeeded(outside.now(), receipt.nextReportSeconds(), wantsFull);
    return next.lastFull()
        .filter(full -> full.sequence() == report.sequence())
        .map(full -> next.with(full.taken()))
        .orElse(next);
  }

  /** After a failure, with the longer of what central asked for and our own wait. */
  public static Progress failed(Progress progress, Duration asked, Outside outside) {
    Duration own = Backoff.after(progress.failures() + 1, outside.random());
    Duration wait = own.compareTo(asked) >= 0 ? own : asked;
    return progress.failed(outside.now().plus(wait), !asked.isZero());
  }
}

package porchlight.uplink;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import porchlight.json.Progress;
import porchlight.json.Replies.Receipt;

/** Sends what waits: the newest first, because it is the news; then changes, then the rest. */
public final class Courier {
  private static final Duration LONGEST_CLOCK_STEP = Duration.ofDays(2);

  private final Spool spool;
  private final Uplink uplink;
  private final Outside outside;
  private final Load load;
  private final Consumer<String> trouble;

  /**
   * How much may be sent at once.
   *
   * @param time no further report is begun after that long
   * @param reports nor after that many
   */
  public record Load(Duration time, int reports) {}

  /**
   * A courier.
   *
   * @param trouble told of each thing that went wrong, in one line
   */
  public Courier(Spool spool, Uplink uplink, Outside outside, Load load, Consumer<String> trouble) {
    this.spool = spool;
    this.uplink = uplink;
    this.outside = outside;
    this.load = load;
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

  /** Sends until all or enough is sent, the time is up, or something says to stop. */
  public Progress deliver(Progress before) throws IOException {
    long begun = outside.ticks().getAsLong();
    var progress = before;
    boolean wantsFull = false;
    int sent = 0;
    for (Spooled report : inOrder()) {
      boolean late = outside.ticks().getAsLong() - begun > load.time().toNanos();
      if (late || sent == load.reports()) {
        break;
      }
      var packed = spool.packed(report);
      if (packed.isEmpty()) {
        continue;
      }
      sent++;
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

  /** The news; then, newest first, what says a change; then what says that nothing changed. */
  private List<Spooled> inOrder() throws IOException {
    var waiting = new ArrayList<>(spool.newestFirst());
    if (waiting.size() > 2) {
      waiting.subList(1, waiting.size()).sort(Courier::changesFirst);
    }
    return waiting;
  }

  private static int changesFirst(Spooled one, Spooled other) {
    return Boolean.compare(other.full(), one.full()); // the sort is stable
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

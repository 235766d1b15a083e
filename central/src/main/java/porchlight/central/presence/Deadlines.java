package porchlight.central.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Judges who is late and who is silent. The time that central itself was away does not count, nor
 * does one cadence after each return, so that an outage of central never looks like one of all.
 */
public record Deadlines(List<Outage> outages) {
  private static final Duration SLACK = Duration.ofMinutes(2);

  public Deadlines {
    outages = outages.stream().sorted(Comparator.comparing(Outage::from)).toList();
  }

  /** How long a device may be quiet before it is late: one and a half cadences and two minutes. */
  public static Duration lateAfter(Duration cadence) {
    return cadence.multipliedBy(3).dividedBy(2).plus(SLACK);
  }

  /**
   * How long a device may be quiet before it is silent: three times as long as until it is late.
   */
  public static Duration silentAfter(Duration cadence) {
    return lateAfter(cadence).multipliedBy(3);
  }

  /** How a device stands at {@code now}, by when its last report came in. */
  public Presence judge(Optional<Instant> lastReport, Duration cadence, Instant now) {
    if (lastReport.isEmpty()) {
      return Presence.NEVER_REPORTED;
    }
    Duration quiet = quiet(lastReport.get(), cadence, now);
    if (quiet.compareTo(silentAfter(cadence)) > 0) {
      return Presence.SILENT;
    }
    return quiet.compareTo(lateAfter(cadence)) > 0 ? Presence.LATE : Presence.ONLINE;
  }

  /** The time since {@code from} in which central was there to hear. */
  Duration quiet(Instant from, Duration cadence, Instant now) {
    Duration quiet = Duration.between(from, now);
    Instant counted = from;
    for (Outage outage : outages) {
      Instant start = later(outage.from(), counted);
      Instant end = earlier(outage.to().plus(cadence), now);
      if (start.isBefore(end)) {
        quiet = quiet.minus(Duration.between(start, end));
        counted = end;
      }
    }
    return quiet.isNegative() ? Duration.ZERO : quiet;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}

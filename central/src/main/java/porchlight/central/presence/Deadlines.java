package porchlight.central.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Judges who is late and who is silent. The time that central itself was away does not count, nor
 * does one cadence after each return, so that an outage of central never looks like one of all.
 */
public record Deadlines(List<Outage> outages) {
  private static final Duration SLACK = Duration.ofMinutes(2);

  /** For so long a goodbye explains a silence: a holiday, not a laptop that is gone. */
  private static final Duration PARKED = Duration.ofDays(14);

  /** For so long one that was silent is said to have returned. */
  private static final Duration RETURNED = Duration.ofDays(1);

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

  /** How a device stands at {@code now}. */
  public Presence judge(Voice voice, Instant now) {
    if (voice.retired()) {
      return Presence.RETIRED;
    }
    if (voice.heard().isEmpty()) {
      return Presence.NEVER_REPORTED;
    }
    Duration quiet = quiet(voice.heard().get(), voice.cadence(), now);
    if (voice.parked() && quiet.compareTo(PARKED) <= 0) {
      return Presence.PARKED;
    }
    if (quiet.compareTo(silentAfter(voice.cadence())) > 0) {
      return Presence.SILENT;
    }
    if (quiet.compareTo(lateAfter(voice.cadence())) > 0) {
      return Presence.LATE;
    }
    return voice.returned().isPresent() && voice.returned().get().plus(RETURNED).isAfter(now)
        ? Presence.RETURNED
        : Presence.ONLINE;
  }

  /** Who was heard at this time or before is silent at {@code now}. */
  public Instant silentBefore(Duration cadence, Instant now) {
    return quietFor(silentAfter(cadence), cadence, now);
  }

  /** Whom a goodbye explains at {@code now} was heard after this time. */
  public Instant parkedUntil(Duration cadence, Instant now) {
    return quietFor(PARKED, cadence, now);
  }

  /** The latest time since which more than {@code limit} has passed that counts. */
  private Instant quietFor(Duration limit, Duration cadence, Instant now) {
    Instant late = now.minus(limit);
    Instant early = late.minus(away(cadence));
    while (Duration.between(early, late).toMillis() > 1) {
      Instant middle = early.plus(Duration.between(early, late).dividedBy(2));
      if (quiet(middle, cadence, now).compareTo(limit) > 0) {
        early = middle;
      } else {
        late = middle;
      }
    }
    return early;
  }

  /** As long as all outages may have taken together. */
  private Duration away(Duration cadence) {
    Duration away = Duration.ofSeconds(1);
    for (Outage outage : outages) {
      away = away.plus(Duration.between(outage.from(), outage.to())).plus(cadence);
    }
    return away;
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

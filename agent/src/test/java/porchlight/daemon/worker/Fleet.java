package porchlight.daemon.worker;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.UUID;
import porchlight.daemon.Waits;
import porchlight.daemon.Wake;
import porchlight.json.Progress;
import porchlight.uplink.Courier;
import porchlight.uplink.Outside;
import porchlight.uplink.PutOff;

/**
 * Many agents in virtual time. Each keeps time by the agent's own turn, schedule, backoff and load;
 * only gathering, the disk and the wire are left out.
 */
final class Fleet {
  static final Duration CADENCE = Duration.ofMinutes(15);

  /** From the common start until the fleet has settled. */
  private static final int WARM = 3 * 3600;

  private static final Instant BEGIN = Instant.parse("2026-11-20T08:00:00Z");

  private final Progress[] progress;
  private final UUID[] devices;
  private final int[] waiting;
  private final int most;
  private final SplittableRandom dice;
  private final Outside outside;
  private long millis;

  /**
   * A fleet whose agents were all started at the same moment.
   *
   * @param most reports that are sent at one turn
   */
  Fleet(int size, int most, long seed) {
    this.most = most;
    dice = new SplittableRandom(seed);
    outside =
        new Outside(() -> BEGIN.plusMillis(millis), new Chance(dice.split()), UUID::randomUUID);
    progress = new Progress[size];
    Arrays.fill(progress, Progress.NONE);
    devices = new UUID[size];
    Arrays.setAll(devices, i -> new UUID(dice.nextLong(), dice.nextLong()));
    waiting = new int[size];
  }

  /** As many reports at one turn as agents send. */
  static int most() {
    return Turn.reports(Wake.SCHEDULE);
  }

  /** Central goes away for that long, and is watched for so long after. */
  Seen outage(Duration length, Duration after) {
    int ends = WARM + (int) length.toSeconds();
    int seconds = ends + (int) after.toSeconds();
    var seen = new Seen(WARM, ends, seconds, devices.length / (double) CADENCE.toSeconds());
    var turns = new PriorityQueue<Due>();
    for (int i = 0; i < devices.length; i++) {
      turns.add(new Due(0, i));
    }
    while (true) {
      Due due = turns.remove();
      int second = (int) (due.at() / 1000);
      if (second >= seconds) {
        return seen;
      }
      millis = due.at();
      seen.add(second, cycle(due.agent(), second >= WARM && second < ends));
      turns.add(new Due(millis + waits(due.agent()), due.agent()));
    }
  }

  /** Reports that still wait, of all agents. */
  int left() {
    return Arrays.stream(waiting).sum();
  }

  /** How many requests it makes. */
  private int cycle(int agent, boolean away) {
    waiting[agent]++;
    if (!Courier.mayGo(progress[agent], outside.now(), false)) {
      return 0;
    }
    if (away) {
      progress[agent] =
          PutOff.sending(progress[agent], true, Duration.ZERO, outside.now(), outside);
      return 1;
    }
    int sent = Math.min(waiting[agent], most);
    waiting[agent] -= sent;
    progress[agent] =
        progress[agent].sending(sending -> sending.succeeded(outside.now(), outside.now()));
    return sent;
  }

  private long waits(int agent) {
    var next = Turn.next(CADENCE, Optional.of(devices[agent]));
    return Waits.after(next.line(), outside.now(), dice).toMillis();
  }

  private record Due(long at, int agent) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      return at == other.at ? Integer.compare(agent, other.agent) : Long.compare(at, other.at);
    }
  }

  /** Chance that can be had again. */
  private static final class Chance extends SecureRandom {
    private static final long serialVersionUID = 1;
    private final transient SplittableRandom dice;

    Chance(SplittableRandom dice) {
      this.dice = dice;
    }

    @Override
    public double nextDouble() {
      return dice.nextDouble();
    }
  }
}

package porchlight.daemon;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * The process that stays: it waits, starts a worker when it is time or the network has changed, and
 * sees to it that the worker ends.
 */
public final class Resident {
  /** Another resident process has this state folder. */
  public static final int BUSY = 75;

  /** The state folder cannot be used. */
  public static final int CANNOT_WRITE = 73;

  private static final int REFUSED_SETTINGS = 78;
  private static final Duration TICK = Duration.ofSeconds(30);
  private static final Duration GENTLE = Duration.ofSeconds(2);
  private static final Duration TO_LEAVE = Duration.ofSeconds(2);
  private static final Duration TO_END = Duration.ofSeconds(10);

  /**
   * What it needs to know.
   *
   * @param worker the command of a worker
   * @param deadline how long a worker may take
   * @param cadence from one cycle to the next, until a worker says another
   * @param keeps whether it holds a connection to central
   */
  public record Setup(
      List<String> worker, Path stateFolder, Duration deadline, Duration cadence, boolean keeps) {}

  /**
   * How often it lets the network bother it.
   *
   * @param betweenChanges from the last cycle to one for the network's sake, at least
   * @param poll from one look to the next at what nobody tells of
   */
  record Pace(Duration betweenChanges, Duration poll) {
    static final Pace USUAL = new Pace(Duration.ofMinutes(1), Duration.ofSeconds(30));
  }

  private final Setup setup;
  private final Pace pace;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final UUID start;
  private final PrintStream log;
  private final CountDownLatch left = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Burst burst = new Burst();
  private final Surroundings around = new Surroundings();
  private final Optional<Line> line;
  private Optional<NetworkWatch> watch = Optional.empty();
  private Optional<Worker> atWork = Optional.empty();
  private boolean stopping;
  private long lastRun;
  private long lastPoll;
  private int lost;
  private ReportsLost reportsLost = ReportsLost.NONE;
  private Duration cadence;

  private Resident(
      Setup setup, Pace pace, InstantSource clock, RandomGenerator random, PrintStream log) {
    this.setup = setup;
    this.line = setup.keeps() ? Optional.of(new Line()) : Optional.empty();
    this.pace = pace;
    this.clock = clock;
    this.random = random;
    this.start = Handover.start(random);
    this.log = log;
    this.cadence = setup.cadence();
  }

  /**
   * Stays until the process is asked to end, then ends it with status 0; returns only when it
   * cannot begin.
   *
   * @param random need not be a secure one
   * @param log one line an event
   */
  public static int run(Setup setup, InstantSource clock, RandomGenerator random, PrintStream log) {
    return run(setup, Pace.USUAL, clock, random, log);
  }

  static int run(
      Setup setup, Pace pace, InstantSource clock, RandomGenerator random, PrintStream log) {
    try {
      OwnerOnly.folder(setup.stateFolder());
      Optional<Integer> status =
          Lock.during(
              setup.stateFolder().resolve("resident.lock"),
              new Lock.Task<>() {
                @Override
                public Integer run() {
                  return new Resident(setup, pace, clock, random, log).stay();
                }
              });
      if (status.isEmpty()) {
        log.println("porchlight: another one is running on " + setup.stateFolder());
      }
      return status.orElse(BUSY);
    } catch (IOException failed) {
      log.println("porchlight: cannot use " + setup.stateFolder() + ": " + failed);
      return CANNOT_WRITE;
    }
  }

  private int stay() {
    Runtime.getRuntime().addShutdownHook(new Stop());
    watch = NetworkWatch.begin(new Ear());
    say(
        watch.isPresent()
            ? "started"
            : "started; nobody tells of the network, looking twice a minute");
    try {
      Optional<Wake> wake = Optional.of(Wake.START);
      while (wake.isPresent()) {
        Next next = cycle(wake.get());
        wake = await(next);
      }
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
    left.countDown();
    try {
      // Whoever called us may end the process at once; but first what we started must end.
      ended.await(TO_END.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private Next cycle(Wake wake) throws InterruptedException {
    Worker worker;
    synchronized (this) {
      if (stopping) {
        return Next.retry(cadence);
      }
      lastRun = System.nanoTime();
      around.settle();
      burst.clear();
      try {
        worker =
            Worker.start(
                setup.worker(), new Handover(wake, lost, Optional.of(start), reportsLost), line);
      } catch (IOException failed) {
        say("the worker cannot be started: " + failed.getMessage());
        return Next.retry(cadence);
      }
      atWork = Optional.of(worker);
    }
    Worker.End end = worker.await(setup.deadline());
    line.ifPresent(Line::rest);
    synchronized (this) {
      atWork = Optional.empty();
      return stopping ? Next.retry(cadence) : judge(end);
    }
  }

  private Next judge(Worker.End end) {
    reportsLost = reportsLost.plus(end.held());
    if (end.overdue()) {
      lost++;
      say("the worker took more than " + setup.deadline().toSeconds() + " s and was ended");
    } else if (end.status() == REFUSED_SETTINGS) {
      say("the worker refused its settings");
    } else if (end.status() != 0) {
      lost++;
      say("the worker ended with status " + end.status());
    } else {
      Optional<Next> next = Next.of(end.lastLine());
      if (next.isPresent()) {
        lost = 0;
        cadence = next.get().steady() ? next.get().delay() : cadence;
        return next.get();
      }
      say("the worker did not say when to come again");
    }
    return Next.retry(cadence);
  }

  /** Waits for the next cycle's time or cause; nothing when there will be none. */
  private synchronized Optional<Wake> await(Next next) throws InterruptedException {
    var alarm =
        new Alarm(
            Schedule.after(next, clock.instant(), random), clock.instant(), System.nanoTime());
    while (!stopping) {
      Instant now = clock.instant();
      long nanos = System.nanoTime();
      if (alarm.due(now, nanos)) {
        return Optional.of(Wake.SCHEDULE);
      }
      poll(nanos);
      Duration wait = min(min(TICK, pace.poll()), alarm.left(now, nanos));
      OptionalLong settles = burst.settlesAt();
      if (settles.isPresent()) {
        long from =
            Math.max(
                settles.getAsLong() - nanos, lastRun + pace.betweenChanges().toNanos() - nanos);
        if (from <= 0) {
          burst.clear();
          if (around.haveChanged()) {
            say("the network has changed");
            line.ifPresent(Line::renew);
            return Optional.of(Wake.NETWORK);
          }
          continue;
        }
        wait = min(wait, Duration.ofNanos(from));
      }
      wait(Math.max(1, wait.toMillis() + 1));
    }
    return Optional.empty();
  }

  /** Nobody tells of name servers, and in some places of nothing: then looks now and then. */
  private void poll(long nanos) {
    if (nanos - lastPoll >= pace.poll().toNanos()) {
      lastPoll = nanos;
      boolean listening = watch.isPresent() && watch.get().isListening();
      boolean changed = listening ? around.namesHaveChanged() : around.haveChanged();
      if (changed && burst.settlesAt().isEmpty()) {
        burst.event(nanos);
      }
    }
  }

  /** Listens to the network. */
  private final class Ear implements Consumer<String> {
    @Override
    public void accept(String line) {
      synchronized (Resident.this) {
        around.heard(line);
        if (burst.event(System.nanoTime())) {
          Resident.this.notifyAll();
        }
      }
    }
  }

  /** Runs when the process is asked to end. */
  private final class Stop extends Thread {
    Stop() {
      super("stop");
    }

    @Override
    public void run() {
      end();
    }
  }

  /** Ends the worker, gently within two seconds and then not, and the process. */
  private void end() {
    Optional<Worker> worker;
    synchronized (this) {
      stopping = true;
      worker = atWork;
      notifyAll();
    }
    if (watch.isPresent()) {
      watch.get().close();
    }
    try {
      if (worker.isPresent()) {
        worker.get().stop(GENTLE);
      }
      left.await(TO_LEAVE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    say("stopped");
    log.flush();
    ended.countDown();
    Runtime.getRuntime().halt(0); // else the status says that a signal ended it
  }

  private void say(String line) {
    log.println("porchlight: ".concat(line));
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}

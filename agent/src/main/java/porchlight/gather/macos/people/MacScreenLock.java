package porchlight.gather.macos.people;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.facts.ScreenLock;
import porchlight.facts.ScreenLock.Lock;
import porchlight.facts.ScreenLock.Seat;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.Run;

/**
 * Whether the screen of the person at this Mac locks by itself: it goes dark by the screen saver or
 * to save power, whichever is first, and then asks for the password after a while.
 */
public final class MacScreenLock {
  /** All that may be asked. */
  public static final List<Question> QUESTIONS =
      List.of(
          Console.OWNER,
          Console.OURS,
          LockDelay.OURS,
          LockDelay.THEIRS,
          IdleTime.OURS,
          IdleTime.THEIRS,
          Pmset.CUSTOM);

  private static final String DESKTOP = "";

  private MacScreenLock() {}

  public static Reading<ScreenLock> read(Machine machine) {
    return Console.person(machine.ask(Console.OWNER))
        .flatMap(person ->
            Console.ours(machine.ask(Console.OURS))
                .map(ours ->
                    new ScreenLock.Desktops(
                        List.of(
                            person
                                .map(one ->
                                    new Seat(
                                        one.name(), DESKTOP, lock(machine, one.number(), ours)))
                                .orElseGet(MacScreenLock::nobody)))));
  }

  private static Seat nobody() {
    return new Seat(
        "",
        DESKTOP,
        new Lock.Unclear(
            Reason.NOT_SUPPORTED,
            "nobody is logged in at the screen now, and the settings belong to people"));
  }

  private static Lock lock(Machine machine, int person, int ours) {
    if (person != ours && ours != 0) {
      return new Lock.Unclear(
          Reason.NEEDS_PRIVILEGE, "the settings of the person at the screen are not ours to read");
    }
    boolean own = person == ours;
    Run delay = own ? LockDelay.OURS : LockDelay.THEIRS.as(person);
    Run idle = own ? IdleTime.OURS : IdleTime.THEIRS.as(person);
    return switch (LockDelay.read(delay, machine.ask(delay))) {
      case Unknown<Optional<Duration>>(var reason, var detail) -> new Lock.Unclear(reason, detail);
      case Known<Optional<Duration>>(var known) when known.isEmpty() ->
          new Lock.Never("no password is asked for after the screen went dark");
      case Known<Optional<Duration>>(var known) ->
          after(
              known.orElse(Duration.ZERO),
              IdleTime.read(idle, machine.ask(idle)),
              Pmset.displaySleep(machine.ask(Pmset.CUSTOM)));
    };
  }

  private static Lock after(
      Duration delay, Reading<Optional<Duration>> saver, Reading<List<Duration>> display) {
    return switch (display) {
      case Unknown<List<Duration>>(var reason, var detail) ->
          dark(saver, Duration.ZERO, Optional.of(new Lock.Unclear(reason, detail)), delay);
      case Known<List<Duration>>(var sleeps) ->
          sleeps.stream()
              .map(sleep -> dark(saver, sleep, Optional.empty(), delay))
              .reduce(new Lock.After(Duration.ZERO), MacScreenLock::worse);
    };
  }

  /** The earlier of the two counts; one that is not known can only make it earlier. */
  private static Lock dark(
      Reading<Optional<Duration>> saver,
      Duration sleep,
      Optional<Lock.Unclear> blindToSleep,
      Duration delay) {
    Optional<Duration> idle =
        saver instanceof Known<Optional<Duration>>(var set) ? set : Optional.empty();
    Optional<Lock.Unclear> blind =
        saver instanceof Unknown<Optional<Duration>>(var reason, var detail)
            ? Optional.of(new Lock.Unclear(reason, detail))
            : blindToSleep;
    Optional<Duration> first =
        Stream.of(idle.orElse(Duration.ZERO), sleep)
            .filter(Duration::isPositive)
            .min(Duration::compareTo)
            .map(delay::plus);
    if (first.isEmpty()) {
      return idle.isPresent() && blind.isEmpty()
          ? new Lock.Never("neither the screen saver nor saving power makes the screen dark")
          : new Lock.Unclear(
              Reason.NOT_UNDERSTOOD, "when the screen goes dark is not set where we can see it");
    }
    return blind.isPresent()
        ? new Lock.AtLatest(first.get(), blind.get().reason(), blind.get().detail())
        : new Lock.After(first.get());
  }

  private static Lock worse(Lock one, Lock other) {
    return weight(other).compareTo(weight(one)) > 0 ? other : one;
  }

  private static Duration weight(Lock lock) {
    return switch (lock) {
      case Lock.After(var idle) -> idle;
      case Lock.AtLatest last -> last.idle();
      case Lock.Unclear unclear -> Duration.ofDays(100_000);
      case Lock.Never never -> Duration.ofDays(200_000);
    };
  }
}

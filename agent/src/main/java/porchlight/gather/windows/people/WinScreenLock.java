package porchlight.gather.windows.people;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.facts.ScreenLock;
import porchlight.facts.ScreenLock.Lock;
import porchlight.facts.ScreenLock.Seat;
import porchlight.gather.windows.Registry;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/**
 * Whether a screen locks by itself, for the people who are signed in: by the limit for everybody,
 * by their screen saver, or by going to sleep; the earliest counts.
 */
public final class WinScreenLock {
  /** All that may be asked. */
  public static final List<Question> QUESTIONS =
      List.of(
          MachineLimit.INACTIVITY,
          MachineLimit.MANAGED,
          Saver.POLICY,
          Saver.OWN,
          Sleeping.POWER,
          Sleeping.POLICY);

  private static final String DESKTOP = "";

  private WinScreenLock() {}

  public static Reading<ScreenLock> read(Machine machine) {
    var everybody = new ArrayList<>(MachineLimit.read(machine));
    Reading<Optional<Duration>> sleep = Sleeping.read(machine);
    Reading<Registry> policy = Registry.read(machine, Saver.POLICY);
    Reading<Registry> own = Registry.read(machine, Saver.OWN);
    var seats = new ArrayList<Seat>();
    if (own instanceof Known<Registry>(var registry)) {
      for (String person : new TreeSet<>(registry.people())) {
        var ways = new ArrayList<>(everybody);
        ways.add(policy.flatMap(rules -> Saver.read(rules, registry, person)));
        ways.add(Sleeping.of(sleep, registry, person));
        seats.add(new Seat(person, DESKTOP, lock(ways)));
      }
    }
    if (seats.isEmpty()) {
      everybody.add(
          own instanceof Unknown<Registry> unknown
              ? unknown.as()
              : Reading.unknown(
                  Reason.NOT_SUPPORTED,
                  "nobody is signed in now, and the settings belong to people"));
      seats.add(new Seat("", DESKTOP, lock(everybody)));
    }
    return Reading.known(new ScreenLock.Desktops(seats));
  }

  /** A way that is not known can only make it earlier. */
  private static Lock lock(List<Reading<Optional<Duration>>> ways) {
    Optional<Duration> first = Optional.empty();
    Optional<Lock> blind = Optional.empty();
    for (Reading<Optional<Duration>> way : ways) {
      switch (way) {
        case Known<Optional<Duration>>(var after) -> {
          if (after.isPresent() && (first.isEmpty() || after.get().compareTo(first.get()) < 0)) {
            first = after;
          }
        }
        case Unknown<Optional<Duration>>(var reason, var detail) ->
            blind = Optional.of(blind.orElse(new Lock.Unclear(reason, detail)));
      }
    }
    return first
        .<Lock>map(Lock.After::new)
        .orElse(
            blind.orElse(
                new Lock.Never(
                    "neither a limit nor the screen saver nor going to sleep locks it")));
  }
}

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
import porchlight.facts.ScreenLock.Seat;
import porchlight.gather.windows.Registry;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/**
 * Whether a screen locks by itself, for the people who are signed in at one: by the limit for
 * everybody, by their screen saver, or by going to sleep; the earliest counts.
 */
public final class WinScreenLock {
  /** All that may be asked. */
  public static final List<Question> QUESTIONS =
      List.of(
          MachineLimit.INACTIVITY,
          MachineLimit.MANAGED,
          Saver.POLICY,
          Saver.OWN,
          Saver.LATER,
          Forbidden.PEOPLES,
          AtScreens.SESSIONS,
          Sleeping.POWER,
          Sleeping.POLICY);

  private static final String DESKTOP = "";

  private WinScreenLock() {}

  public static Reading<ScreenLock> read(Machine machine) {
    var everybody = new ArrayList<>(MachineLimit.read(machine));
    Reading<Boolean> forbidden = Forbidden.everybodys(machine);
    Reading<Optional<Duration>> sleep = Sleeping.read(machine);
    Reading<Duration> grace = Saver.grace(machine);
    Reading<Registry> policy = Registry.read(machine, Saver.POLICY);
    Reading<Registry> rules = Registry.read(machine, Forbidden.PEOPLES);
    Reading<Registry> own = Registry.read(machine, Saver.OWN);
    Reading<List<String>> sessions = AtScreens.read(machine);
    var seats = new ArrayList<Seat>();
    if (own instanceof Known<Registry>(var registry)) {
      for (String person : new TreeSet<>(registry.people())) {
        var ways = new ArrayList<>(everybody);
        ways.add(
            policy
                .flatMap(ruled -> Saver.read(ruled, registry, person))
                .flatMap(after -> later(after, grace)));
        ways.add(Sleeping.of(sleep, registry, person));
        Reading<Boolean> never =
            forbidden.flatMap(all ->
                all ? Reading.known(true) : rules.flatMap(theirs -> Forbidden.of(theirs, person)));
        AtScreens.at(sessions, person, Earliest.of(never, ways))
            .ifPresent(lock -> seats.add(new Seat(person, DESKTOP, lock)));
      }
    }
    if (seats.isEmpty()) {
      everybody.add(
          own instanceof Unknown<Registry> unknown
              ? unknown.as()
              : Reading.unknown(
                  Reason.NOT_SUPPORTED,
                  "nobody is signed in now, and the settings belong to people"));
      seats.add(new Seat("", DESKTOP, Earliest.of(forbidden, everybody)));
    }
    return Reading.known(new ScreenLock.Desktops(seats));
  }

  private static Reading<Optional<Duration>> later(
      Optional<Duration> after, Reading<Duration> grace) {
    return after.isEmpty()
        ? Reading.known(after)
        : grace.map(time -> after.map(begins -> begins.plus(time)));
  }
}

package porchlight.gather.linux.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.ScreenLock;
import porchlight.facts.ScreenLock.Lock;
import porchlight.facts.ScreenLock.Seat;
import porchlight.machine.Machine;

/**
 * Whether screens lock by themselves on this Linux: every person, every desktop they may choose.
 */
public final class LinuxScreenLock {
  private LinuxScreenLock() {}

  public static Reading<ScreenLock> read(Machine machine) {
    return Sessions.read(machine)
        .flatMap(desktops ->
            desktops.isEmpty()
                ? Reading.known(new ScreenLock.NoDesktop("no desktop is installed"))
                : Accounts.read(machine).map(accounts -> read(machine, desktops, accounts)));
  }

  private static ScreenLock read(
      Machine machine, Map<String, Sessions.Kind> desktops, Accounts accounts) {
    var seats = new ArrayList<Seat>();
    for (var person : accounts.people()) {
      desktops.forEach((name, kind) ->
          seats.add(new Seat(person.name(), name, lock(machine, person, name, kind))));
    }
    if (!accounts.others().isEmpty()) {
      seats.add(new Seat("", "", new Lock.Unclear(Reason.NOT_SUPPORTED, accounts.others())));
    }
    return seats.isEmpty()
        ? new ScreenLock.NoDesktop("a desktop is installed, but nobody has an account to use it")
        : new ScreenLock.Desktops(List.copyOf(seats));
  }

  private static Lock lock(
      Machine machine, Accounts.Person person, String desktop, Sessions.Kind kind) {
    return switch (kind) {
      case GNOME -> GnomeLock.read(machine, person);
      case PLASMA -> PlasmaLock.read(machine, person);
      case OTHER ->
          new Lock.Unclear(
              Reason.NOT_SUPPORTED, "where " + desktop + " keeps its screen lock is not known");
    };
  }
}

package porchlight.gather.linux.people;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.ScreenLock.Lock;
import porchlight.gather.Answers;
import porchlight.gather.linux.people.Accounts.Person;
import porchlight.machine.Machine;
import porchlight.machine.Question.ReadSettings;

/**
 * When KDE Plasma locks a person's screen: after {@code Timeout} minutes and {@code LockGrace}
 * seconds, unless {@code Autolock} is off; on, 5 and 5 where nothing is said.
 */
final class PlasmaLock {
  private static final List<String> KEYS = List.of("Autolock", "Timeout", "LockGrace");
  static final ReadSettings SYSTEM = new ReadSettings("/etc/xdg", "kscreenlockerrc", KEYS);

  private static final String OWN = ".config/kscreenlockerrc";
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");
  private static final Set<String> YES = Set.of("true", "yes", "on", "1");
  private static final Set<String> NO = Set.of("false", "no", "off", "0");

  private PlasmaLock() {}

  static ReadSettings own(Person person) {
    return person.home().settings(OWN, KEYS);
  }

  static Lock read(Machine machine, Person person) {
    Reading<Lock> lock =
        PlasmaSettings.read(machine, SYSTEM, own(person), "Daemon").flatMap(PlasmaLock::lock);
    return switch (lock) {
      case Reading.Known<Lock>(var known) -> known;
      case Reading.Unknown<Lock>(var reason, var detail) -> new Lock.Unclear(reason, detail);
    };
  }

  private static Reading<Lock> lock(Map<String, String> values) {
    String on = values.getOrDefault("Autolock", "true").toLowerCase(Locale.ROOT);
    String timeout = values.getOrDefault("Timeout", "5");
    String grace = values.getOrDefault("LockGrace", "5");
    if (!YES.contains(on) && !NO.contains(on)) {
      return Reading.unknown(
          Reason.NOT_UNDERSTOOD, "kscreenlockerrc: Autolock=" + Answers.brief(on));
    }
    if (!NUMBER.matcher(timeout).matches() || !NUMBER.matcher(grace).matches()) {
      return Reading.unknown(Reason.NOT_UNDERSTOOD, "kscreenlockerrc: a time that is no number");
    }
    if (NO.contains(on)) {
      return Reading.known(new Lock.Never("locking is turned off"));
    }
    int minutes = Integer.parseInt(timeout);
    return Reading.known(
        minutes <= 0
            ? new Lock.Never("there is no time after which it locks")
            : new Lock.After(
                Duration.ofMinutes(minutes).plusSeconds(Math.max(0, Integer.parseInt(grace)))));
  }
}

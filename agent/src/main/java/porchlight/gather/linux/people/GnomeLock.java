package porchlight.gather.linux.people;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.ScreenLock.Lock;
import porchlight.gather.linux.people.Accounts.Person;
import porchlight.machine.Machine;
import porchlight.machine.Question.ReadDconf;

/** When GNOME locks a person's screen: after the idle delay and the lock delay, both in seconds. */
final class GnomeLock {
  private static final String ENABLED = "/org/gnome/desktop/screensaver/lock-enabled";
  private static final String DELAY = "/org/gnome/desktop/screensaver/lock-delay";
  private static final String IDLE = "/org/gnome/desktop/session/idle-delay";
  private static final String FORBIDDEN = "/org/gnome/desktop/lockdown/disable-lock-screen";
  static final List<String> KEYS = List.of(ENABLED, DELAY, IDLE, FORBIDDEN);
  static final List<ReadDconf> DEFAULTS = GnomeSettings.defaults(KEYS);

  private static final Pattern SECONDS = Pattern.compile("uint32 (\\d{1,10})");

  private GnomeLock() {}

  static Lock read(Machine machine, Person person) {
    return switch (GnomeSettings.read(machine, person, KEYS, DEFAULTS)) {
      case Reading.Known<Map<String, String>>(var values) -> lock(values);
      case Reading.Unknown<Map<String, String>>(var reason, var detail) ->
          new Lock.Unclear(reason, detail);
    };
  }

  private static Lock lock(Map<String, String> values) {
    String enabled = values.getOrDefault(ENABLED, "");
    String forbidden = values.getOrDefault(FORBIDDEN, "");
    var delay = SECONDS.matcher(values.getOrDefault(DELAY, ""));
    var idle = SECONDS.matcher(values.getOrDefault(IDLE, ""));
    if (forbidden.equals("true")) {
      return new Lock.Never("the lock screen is forbidden");
    }
    if (enabled.equals("false")) {
      return new Lock.Never("locking is turned off");
    }
    if (idle.matches() && Long.parseLong(idle.group(1)) == 0) {
      return new Lock.Never("the screen never goes blank, so it never locks");
    }
    if (!forbidden.equals("false")
        || !enabled.equals("true")
        || !delay.matches()
        || !idle.matches()) {
      return new Lock.Unclear(Reason.NOT_UNDERSTOOD, "a setting is of another kind than expected");
    }
    return new Lock.After(
        Duration.ofSeconds(Long.parseLong(idle.group(1)) + Long.parseLong(delay.group(1))));
  }
}

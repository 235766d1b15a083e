package porchlight.gather.windows.people;

import static porchlight.gather.Readings.known;

import java.time.Duration;
import java.util.List;
import porchlight.facts.ScreenLock.Desktops;
import porchlight.facts.ScreenLock.Lock;
import porchlight.facts.ScreenLock.Seat;
import porchlight.gather.linux.Told;
import porchlight.gather.windows.Keys;

/** A Windows laptop with one person at it, and what may lock its screen. */
abstract class LockingLaptop {
  static final String SLEEP =
      "power={381B4222-F694-41F0-9685-FF5BB260DF2E}\nconsoleLockAc=1\nconsoleLockDc=1\nstandbyAc=1800\nstandbyDc=900\ns1=0\ns2=0\ns3=0\naoAc=1\n";

  static final String NEVER = SLEEP.replaceAll("standby(..)=\\d+", "standby$1=0");
  static final String CONSOLE = "user=1\nsession=1\nstate=0\nwhere=console\nself=1\n";

  /** A saver that locks after ten minutes. */
  static final String[] SAVER = {
    "\"ScreenSaveActive\"=\"1\"",
    "\"ScreenSaverIsSecure\"=\"1\"",
    "\"ScreenSaveTimeOut\"=\"600\"",
    "\"SCRNSAVE.EXE\"=\"C:\\\\Windows\\\\system32\\\\scrnsave.scr\""
  };

  static String own(String... lines) {
    return "[HKEY_USERS]\n[HKEY_USERS\\user1]\n"
        + Keys.with("HKU\\user1\\Control Panel\\Desktop", lines);
  }

  static String policy(String... lines) {
    return "[HKEY_USERS]\n[HKEY_USERS\\user1]\n"
        + (lines.length == 0
            ? ""
            : Keys.with(
                "HKU\\user1\\Software\\Policies\\Microsoft\\Windows\\Control Panel\\Desktop",
                lines));
  }

  static String forbidden(String... lines) {
    return "[HKEY_USERS]\n[HKEY_USERS\\user1]\n"
        + Keys.with(Forbidden.PEOPLES.key().replace("*", "user1"), lines);
  }

  /** One person without a screen saver; it never sleeps. */
  static Told laptop() {
    return new Told()
        .says(MachineLimit.INACTIVITY, Keys.with(MachineLimit.INACTIVITY.key()))
        .says(MachineLimit.MANAGED, Keys.absent(MachineLimit.MANAGED))
        .says(Saver.POLICY, policy())
        .says(Saver.OWN, own("\"ScreenSaveActive\"=\"1\""))
        .says(Saver.LATER, Keys.with(Saver.LATER.key()))
        .says(Forbidden.PEOPLES, forbidden())
        .says(AtScreens.SESSIONS, CONSOLE)
        .says(Sleeping.POWER, NEVER)
        .says(Sleeping.POLICY, Keys.absent(Sleeping.POLICY));
  }

  static List<Seat> seats(Told told) {
    return ((Desktops) known(WinScreenLock.read(told))).seats();
  }

  static Lock lock(Told told) {
    return seats(told).getFirst().lock();
  }

  static Lock after(int seconds) {
    return new Lock.After(Duration.ofSeconds(seconds));
  }
}

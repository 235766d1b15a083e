package porchlight.gather.linux.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import porchlight.facts.AutoLogin;
import porchlight.facts.AutoLogin.Door;
import porchlight.facts.AutoLogin.Entry;
import porchlight.facts.Reading;
import porchlight.gather.linux.Captures;
import porchlight.gather.linux.Scripted;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;
import porchlight.machine.Question.ReadFile;

/** Laptops whose consoles and display managers are set as a test wants them. */
abstract class LoginFiles {
  static final ListFolder UNITS = Consoles.FOLDERS.get(3);
  static final ReadFile CUSTOM = new ReadFile("/etc/gdm3/custom.conf");

  static final ReadFile SDDM = new ReadFile("/etc/sddm.conf");

  /** A machine with systemd whose consoles are as Debian ships them. */
  static Scripted consoles() {
    return new Scripted()
        .says(UNITS, "getty@.service\nserial-getty@.service\nssh.service")
        .says(UNITS.file("getty@.service"), Captures.text("login/getty@.service"))
        .says(UNITS.file("serial-getty@.service"), Captures.text("login/serial-getty@.service"));
  }

  static Scripted with(String manager) {
    return consoles().says(DisplayManager.LINK, "/lib/systemd/system/" + manager + ".service");
  }

  static Scripted gdm(String custom) {
    return with("gdm3").says(Gdm.FOLDERS.get(0), "custom.conf\nInit").says(CUSTOM, custom);
  }

  static Scripted sddm(String conf) {
    return with("sddm").says(Sddm.ETC, "passwd\nsddm.conf").says(SDDM, conf);
  }

  static Scripted greetd(String toml) {
    return with("greetd").says(Greetd.FILE, toml);
  }

  static List<Door> doors(Machine machine) {
    var known = assertInstanceOf(Reading.Known.class, LinuxAutoLogin.read(machine));
    return assertInstanceOf(AutoLogin.Doors.class, known.value()).doors();
  }

  static Entry entry(Machine machine) {
    var doors = doors(machine);
    assertEquals(1, doors.size(), doors.toString());
    return doors.get(0).entry();
  }

  static Scripted lightdm(String conf) {
    return with("lightdm")
        .says(LightDm.OWN, "lightdm.conf\nusers.conf")
        .says(LightDm.OWN.file("lightdm.conf"), conf);
  }
}

package porchlight.gather.linux.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Updating;
import porchlight.gather.linux.Captures;
import porchlight.gather.linux.Scripted;
import porchlight.machine.Question.ReadFile;

/** A laptop whose tools for updates are set as a test wants them. */
abstract class UpdatingLaptop {
  static final ReadFile OS = new ReadFile("/etc/os-release");
  static final String ON = Captures.text("upkeep/apt-config-dump-unattended.txt");

  static final String NEVER_SET = Captures.text("upkeep/apt-config-dump-plain.txt");

  static final String FILES =
      """
      /.
      /etc/apt/apt.conf.d/50unattended-upgrades
      /usr/bin/unattended-upgrade
      """;

  Scripted laptop;

  @BeforeEach
  void a_debian_laptop_that_updates_itself() {
    laptop =
        new Scripted()
            .says(OS, "ID=debian\nVERSION_ID=13\nVERSION_CODENAME=trixie\n")
            .says(UnattendedUpgrades.FILES, FILES)
            .says(AptConfig.DUMP, ON)
            .says(Units.SHOW, timers(Units.APT_LISTS, Units.APT_INSTALL));
  }

  /** As systemctl shows them when these are on and the others are not there. */
  static String timers(String... on) {
    var out = new StringBuilder();
    for (String name : Units.SHOW.arguments().subList(3, Units.SHOW.arguments().size())) {
      boolean isOn = List.of(on).contains(name.replace(".service", ".timer"));
      out.append(out.isEmpty() ? "" : "\n")
          .append("Id=" + name)
          .append("\nLoadState=" + (isOn ? "loaded" : "not-found"))
          .append("\nActiveState=" + (isOn ? "active" : "inactive"))
          .append("\nUnitFileState=" + (isOn ? "enabled" : ""))
          .append("\n");
    }
    return out.toString();
  }

  void gaps(String by, String... gaps) {
    assertEquals(Reading.known(new Updating(by, List.of(gaps))), LinuxUpdating.read(laptop));
  }

  Reason reason() {
    return ((Reading.Unknown<Updating>) LinuxUpdating.read(laptop)).reason();
  }

  static String from(String... pairs) {
    var out = new StringBuilder(ON.replaceAll("(?m)^Unattended-Upgrade::Origins.*\n", ""));
    for (String pair : pairs) {
      String list = pair.contains("=") ? "Origins-Pattern" : "Allowed-Origins";
      out.append("Unattended-Upgrade::" + list + ":: \"" + pair + "\";\n");
    }
    return out.toString();
  }
}

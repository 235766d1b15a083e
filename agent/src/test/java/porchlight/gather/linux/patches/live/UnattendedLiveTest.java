package porchlight.gather.linux.patches.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.facts.Updating;
import porchlight.gather.linux.upkeep.LinuxUpdating;
import porchlight.machine.Answer;
import porchlight.machine.Machine;

/** The real unattended-upgrades of a real Debian: what it may install from, by it and by us. */
class UnattendedLiveTest {
  private static final List<String> PATTERNS =
      List.of(
          "Origins-Pattern:: \"origin=Debian,codename=${distro_codename}-security\"",
          "Origins-Pattern::"
              + " \"origin=Debian,codename=$distro_codename-security,label=Debian-Sec*\"",
          "Origins-Pattern:: \"origin=Debian,codename=${distro_codename},label=Debian-Security\"",
          "Origins-Pattern:: \"o=*\"",
          "Origins-Pattern:: \"o=Debian, l = Debian-Security ,c=main\"",
          "Origins-Pattern:: \"o=Debian,c=contrib\"",
          "Origins-Pattern:: \"o=Google LLC,l=Security\"",
          "Origins-Pattern:: \"l=debian-security\"",
          "Origins-Pattern:: \"n=bookworm-security\"",
          "Origins-Pattern:: \"n=tri?ie-security\"",
          "Origins-Pattern:: \"site=*\"",
          "Allowed-Origins:: \"${distro_id}:${distro_codename}-security\"",
          "Allowed-Origins:: \"${distro_id}:*-security\"",
          "Allowed-Origins:: \"Debian stable\"",
          "Allowed-Origins:: \"* *\"");

  private static final String ASK =
      """
      import importlib.machinery, importlib.util, types
      l = importlib.machinery.SourceFileLoader("uu", "/usr/bin/unattended-upgrade")
      uu = importlib.util.module_from_spec(importlib.util.spec_from_loader("uu", l))
      l.exec_module(uu)
      uu.apt_pkg.init_config()
      uu.DISTRO_ID, uu.DISTRO_CODENAME = "Debian", "trixie"
      o = types.SimpleNamespace(origin="Debian", label="Debian-Security", archive="stable-security",
          codename="trixie-security", component="main", site="security.debian.org")
      print("MAY" if uu.is_allowed_origin(o, uu.get_allowed_origins()) else "MAY NOT")
      """;

  @Test
  void what_it_may_install_from_is_what_it_says_itself() throws Exception {
    DebianRoot debian = DebianRoot.of("trixie");
    Path mine = debian.root.resolve("etc/apt/apt.conf.d/99test");
    int may = 0;
    try {
      for (String pattern : PATTERNS) {
        Files.writeString(
            mine,
            """
            #clear Unattended-Upgrade::Origins-Pattern;
            #clear Unattended-Upgrade::Allowed-Origins;
            APT::Periodic::Update-Package-Lists "1";
            APT::Periodic::Unattended-Upgrade "1";
            Unattended-Upgrade::%s;
            """
                .formatted(pattern));
        boolean its = debian.inside("python3", "-c", ASK).strip().endsWith("MAY");
        may += its ? 1 : 0;
        var ours = LinuxUpdating.read(machine(debian));
        if (ours instanceof Reading.Known<Updating>(var updating)) {
          assertEquals(its, updating.byItself(), pattern + " " + updating);
        } else {
          throw new AssertionError(pattern + " " + ours);
        }
      }
    } finally {
      Files.deleteIfExists(mine);
    }
    assertTrue(may >= 6 && may < PATTERNS.size() - 4, may + " of " + PATTERNS.size());
  }

  /** The root, its own apt-config, and a systemd that starts everything. */
  private static Machine machine(DebianRoot debian) {
    return question -> {
      try {
        String text = question.text();
        if (text.equals("$ apt-config dump")) {
          return new Answer.Said(0, debian.inside("apt-config", "dump"), "");
        }
        return text.startsWith("$ systemctl show ")
            ? new Answer.Said(0, units(text), "")
            : debian.machine().ask(question);
      } catch (Exception failed) {
        throw new IllegalStateException(failed);
      }
    };
  }

  private static String units(String question) {
    var out = new StringBuilder();
    for (String word : question.split(" ", -1)) {
      if (word.endsWith(".timer") || word.endsWith(".service")) {
        out.append(out.isEmpty() ? "" : "\n")
            .append("Id=" + word + "\nLoadState=loaded\n")
            .append("ActiveState=active\nUnitFileState=enabled\n");
      }
    }
    return out.toString();
  }
}

package porchlight.gather.linux.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Updating;
import porchlight.gather.linux.Captures;
import porchlight.gather.linux.Garbled;
import porchlight.gather.linux.Scripted;
import porchlight.machine.Answer;
import porchlight.machine.Question.ReadFile;

class LinuxUpdatingTest {
  private static final ReadFile OS = new ReadFile("/etc/os-release");
  private static final String ON = Captures.text("upkeep/apt-config-dump-unattended.txt");
  private static final String NEVER_SET = Captures.text("upkeep/apt-config-dump-plain.txt");

  private static final String FILES =
      """
      /.
      /etc/apt/apt.conf.d/50unattended-upgrades
      /usr/bin/unattended-upgrade
      """;

  private Scripted laptop;

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
  private static String timers(String... on) {
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

  private void gaps(String by, String... gaps) {
    assertEquals(Reading.known(new Updating(by, List.of(gaps))), LinuxUpdating.read(laptop));
  }

  private Reason reason() {
    return ((Reading.Unknown<Updating>) LinuxUpdating.read(laptop)).reason();
  }

  @Test
  void debian_with_everything_in_place_updates_itself() {
    gaps("unattended-upgrades");
  }

  @Test
  void what_was_never_set_up_does_not_happen() {
    laptop.says(AptConfig.DUMP, NEVER_SET);
    gaps(
        "unattended-upgrades",
        "APT::Periodic::Update-Package-Lists is 0 or not set",
        "APT::Periodic::Unattended-Upgrade is 0 or not set");
    laptop.says(UnattendedUpgrades.FILES, "/etc/apt/apt.conf.d/50unattended-upgrades\n");
    gaps("unattended-upgrades", "unattended-upgrades is not installed");
    laptop.answers(UnattendedUpgrades.FILES, new Answer.Missing());
    gaps("unattended-upgrades", "unattended-upgrades is not installed");
  }

  @Test
  void every_part_that_is_off_is_a_gap() {
    laptop.says(AptConfig.DUMP, ON + "APT::Periodic::Enable \"0\";\n");
    gaps("unattended-upgrades", "APT::Periodic::Enable is 0");
    laptop.says(AptConfig.DUMP, ON + "apt::periodic::unattended-upgrade \"0\";\n");
    gaps("unattended-upgrades", "APT::Periodic::Unattended-Upgrade is 0 or not set");
    laptop.says(AptConfig.DUMP, ON);
    laptop.says(Units.SHOW, timers(Units.APT_LISTS));
    gaps("unattended-upgrades", "apt-daily-upgrade.timer is off");
  }

  @Test
  void a_timer_that_is_masked_stopped_or_will_not_come_back_is_off() {
    String on = timers(Units.APT_LISTS, Units.APT_INSTALL);
    for (String off :
        List.of(
            on.replaceFirst("loaded", "masked"),
            on.replaceFirst("=active", "=inactive"),
            on.replaceFirst("=enabled", "=disabled"),
            on.replaceFirst("=enabled", "=masked-runtime"))) {
      laptop.says(Units.SHOW, off);
      gaps("unattended-upgrades", "apt-daily.timer is off");
    }
  }

  @Test
  void intervals_are_read_in_every_unit() {
    for (String value : List.of("1", "7", "always", "12h", "3600s", "30m", "2d")) {
      laptop.says(AptConfig.DUMP, ON + "APT::Periodic::Unattended-Upgrade \"" + value + "\";\n");
      gaps("unattended-upgrades");
    }
    for (String value : List.of("0", "0d", "00", "")) {
      laptop.says(AptConfig.DUMP, ON + "APT::Periodic::Unattended-Upgrade \"" + value + "\";\n");
      gaps("unattended-upgrades", "APT::Periodic::Unattended-Upgrade is 0 or not set");
    }
    laptop.says(AptConfig.DUMP, ON + "APT::Periodic::Unattended-Upgrade \"often\";\n");
    assertEquals(Reason.NOT_UNDERSTOOD, reason());
  }

  private static String from(String... pairs) {
    var out = new StringBuilder(ON.replaceAll("(?m)^Unattended-Upgrade::Origins.*\n", ""));
    for (String pair : pairs) {
      String list = pair.contains("=") ? "Origins-Pattern" : "Allowed-Origins";
      out.append("Unattended-Upgrade::" + list + ":: \"" + pair + "\";\n");
    }
    return out.toString();
  }

  @Test
  void the_security_archive_has_to_be_among_the_places() {
    laptop.says(AptConfig.DUMP, from());
    gaps("unattended-upgrades", "no place is named that it may install from");
    for (String lets :
        List.of(
            "origin=Debian,codename=${distro_codename}-security,label=Debian-Security",
            "o=Debian,n=$distro_codename-security",
            "o=*",
            "l=Debian-Sec?rity , c=main",
            "site=*")) {
      laptop.says(AptConfig.DUMP, from("origin=Google LLC", lets));
      gaps("unattended-upgrades");
    }
    for (String not :
        List.of(
            "origin=Google LLC,label=Security",
            "${distro_id}:stable",
            "o=Vendor*",
            "o=Debian,l=Debian",
            "n=bookworm-security",
            "l=debian-security")) {
      laptop.says(AptConfig.DUMP, from("origin=Other", not));
      gaps("unattended-upgrades", "the security archive is not among its origins");
    }
  }

  @Test
  void places_that_are_not_understood_or_not_the_same_every_day_are_unknown() {
    for (String odd :
        List.of(
            "archive=stable-security",
            "Debian oldstable-security",
            "site=security.debian.org",
            "site=example.com",
            "o=${distro_name}",
            "o=[D]ebian",
            "maker=Debian",
            "o=Debian,l",
            "one:two:three")) {
      laptop.says(AptConfig.DUMP, from(odd, "o=Nobody"));
      assertEquals(Reason.NOT_UNDERSTOOD, reason(), odd);
    }
    laptop.says(OS, "ID=kali\nID_LIKE=debian\n").says(AptConfig.DUMP, ON);
    assertEquals(Reason.NOT_SUPPORTED, reason());
  }

  @Test
  void what_it_leaves_out_by_name_is_a_gap() {
    laptop.says(AptConfig.DUMP, ON + "Unattended-Upgrade::Package-Blacklist:: \"docker-ce\";\n");
    gaps("unattended-upgrades");
    laptop.says(AptConfig.DUMP, ON + "Unattended-Upgrade::Package-Blacklist:: \".*\";\n");
    gaps("unattended-upgrades", "Unattended-Upgrade::Package-Blacklist names everything");
    laptop.says(AptConfig.DUMP, ON + "Unattended-Upgrade::Package-Whitelist:: \"curl\";\n");
    gaps("unattended-upgrades", "Unattended-Upgrade::Package-Whitelist lets nothing else in");
  }

  @Test
  void what_waits_for_the_shutdown_needs_its_service() {
    laptop.says(AptConfig.DUMP, ON + "Unattended-Upgrade::InstallOnShutdown \"true\";\n");
    gaps("unattended-upgrades", "unattended-upgrades.service is off");
    String all = timers(Units.APT_LISTS, Units.APT_INSTALL, "unattended-upgrades.timer");
    laptop.says(Units.SHOW, all);
    gaps("unattended-upgrades");
    laptop.says(AptConfig.DUMP, ON + "Unattended-Upgrade::InstallOnShutdown \"false\";\n");
    gaps("unattended-upgrades");
  }

  @Test
  void a_timer_whose_service_is_masked_does_nothing() {
    String on = timers(Units.APT_LISTS, Units.APT_INSTALL);
    laptop.says(
        Units.SHOW,
        on.replace(
            "Id=apt-daily-upgrade.service\nLoadState=loaded",
            "Id=apt-daily-upgrade.service\nLoadState=masked"));
    gaps("unattended-upgrades", "apt-daily-upgrade.service is masked or not there");
    laptop.says(OS, "ID=fedora\nVERSION_ID=42\n");
    String dnf = timers(Units.DNF_INSTALL);
    laptop.says(Units.SHOW, dnf);
    gaps("dnf-automatic");
    laptop.says(
        Units.SHOW,
        dnf.replace(
            "Id=dnf-automatic-install.service\nLoadState=loaded",
            "Id=dnf-automatic-install.service\nLoadState=masked"));
    gaps("dnf-automatic", "dnf-automatic's timer or service is off");
  }

  @Test
  void a_captured_part_of_the_settings_is_not_the_whole() {
    String part = Captures.text("patches/apt-config-periodic.txt");
    laptop.says(AptConfig.DUMP, part);
    assertEquals(Reason.NOT_UNDERSTOOD, reason());
    laptop.says(AptConfig.DUMP, "APT::Architecture \"amd64\";\n" + part);
    gaps("unattended-upgrades");
  }

  @Test
  void mint_may_do_it_in_its_own_way() {
    laptop.says(
        OS,
        "ID=linuxmint\nID_LIKE=\"ubuntu debian\"\nVERSION_CODENAME=xia\nUBUNTU_CODENAME=noble\n");
    laptop.says(AptConfig.DUMP, from("Ubuntu:noble-security"));
    gaps("unattended-upgrades");
    laptop.says(AptConfig.DUMP, from("${distro_id}:${distro_codename}-security"));
    assertEquals(Reason.NOT_SUPPORTED, reason());
    laptop.says(AptConfig.DUMP, NEVER_SET);
    assertEquals(Reason.NOT_SUPPORTED, reason());
  }

  @Test
  void dnf_updates_itself_when_told_to_install() {
    laptop.says(OS, "ID=fedora\nVERSION_ID=42\n").says(Units.SHOW, timers());
    gaps("dnf-automatic", "dnf-automatic is not installed");
    laptop.says(Units.SHOW, timers(Units.DNF_INSTALL));
    gaps("dnf-automatic");
    laptop.says(Units.SHOW, timers(Units.DNF5));
    gaps("dnf-automatic", "apply_updates is not yes in automatic.conf");
    laptop.says(DnfAutomatic.VENDOR, "[commands]\napply_updates = no\n");
    gaps("dnf-automatic", "apply_updates is not yes in automatic.conf");
    laptop.says(DnfAutomatic.OWN, "# mine\n[commands]\nupgrade_type = security\n");
    gaps("dnf-automatic", "apply_updates is not yes in automatic.conf");
    laptop.says(DnfAutomatic.OWN, "# mine\n[commands]\napply_updates = Yes\n");
    gaps("dnf-automatic");
    laptop.says(Units.SHOW, timers(Units.DNF5).replace("=active", "=inactive"));
    gaps("dnf-automatic", "dnf-automatic's timer or service is off");
  }

  @Test
  void dnfs_settings_that_are_denied_or_not_understood_are_unknown() {
    laptop.says(OS, "ID=rhel\nID_LIKE=fedora\n").says(Units.SHOW, timers(Units.DNF));
    laptop.answers(DnfAutomatic.OWN, new Answer.Denied());
    assertEquals(Reason.NEEDS_PRIVILEGE, reason());
    laptop.says(DnfAutomatic.OWN, "[commands]\napply_updates = sometimes\n");
    assertEquals(Reason.NOT_UNDERSTOOD, reason());
  }

  @Test
  void suse_is_known_only_where_its_timer_is_on() {
    laptop.says(OS, "ID=opensuse-microos\nID_LIKE=\"suse opensuse\"\n");
    laptop.says(Units.SHOW, timers(Units.SUSE));
    gaps("transactional-update");
    laptop.says(Units.SHOW, timers());
    assertEquals(Reason.NOT_SUPPORTED, reason());
  }

  @Test
  void systems_that_are_not_read_are_unknown() {
    laptop.says(OS, "ID=arch\n");
    assertEquals(Reason.NOT_SUPPORTED, reason());
    laptop.says(OS, "ID=fedora\n").says(LinuxUpdating.IMAGE_BASED, "");
    assertEquals(Reason.NOT_SUPPORTED, reason());
  }

  @Test
  void tools_that_are_missing_denied_or_not_understood_are_unknown() {
    for (var run : List.of(AptConfig.DUMP, Units.SHOW)) {
      a_debian_laptop_that_updates_itself();
      laptop.answers(run, new Answer.Missing());
      assertEquals(Reason.TOOL_MISSING, reason());
      laptop.answers(run, new Answer.Denied());
      assertEquals(Reason.NEEDS_PRIVILEGE, reason());
      laptop.answers(run, new Answer.TimedOut());
      assertEquals(Reason.TIMED_OUT, reason());
      laptop.says(run, "");
      assertEquals(Reason.NOT_UNDERSTOOD, reason());
      laptop.answers(run, new Answer.Said(1, "", "E: broken"));
      assertEquals(Reason.NOT_UNDERSTOOD, reason());
    }
    laptop.answers(
        Units.SHOW,
        new Answer.Said(
            1,
            "",
            "System has not been booted with systemd as init system (PID 1). Can't operate."));
    assertEquals(Reason.NOT_SUPPORTED, reason());
    a_debian_laptop_that_updates_itself();
    laptop.answers(UnattendedUpgrades.FILES, new Answer.Denied());
    assertEquals(Reason.NEEDS_PRIVILEGE, reason());
  }

  @Test
  void a_truncated_list_of_timers_is_not_one_of_timers_that_are_off() {
    String whole = timers(Units.APT_LISTS, Units.APT_INSTALL);
    int unknown = 0;
    for (int end = 0; end < whole.length() - 1; end++) {
      laptop.says(Units.SHOW, whole.substring(0, end));
      if (LinuxUpdating.read(laptop) instanceof Reading.Known<Updating>(var updating)) {
        assertTrue(updating.byItself(), "cut off at " + end);
      } else {
        unknown++;
      }
    }
    assertTrue(unknown > 300, "only " + unknown);
  }

  @Test
  void spoilt_settings_never_update_a_laptop_that_does_not() {
    int forms =
        Garbled.eachAnswer(
            NEVER_SET,
            answer -> {
              laptop.answers(AptConfig.DUMP, answer);
              if (LinuxUpdating.read(laptop) instanceof Reading.Known<Updating>(var updating)) {
                assertFalse(updating.byItself());
              }
            });
    assertTrue(forms > 300, "only " + forms);
  }
}

package porchlight.gather.linux.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reason;
import porchlight.gather.linux.Captures;
import porchlight.machine.Answer;

class LinuxUpdatingTest extends UpdatingLaptop {
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
}

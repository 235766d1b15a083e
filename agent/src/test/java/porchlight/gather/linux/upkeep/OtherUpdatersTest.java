package porchlight.gather.linux.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Updating;
import porchlight.gather.linux.Garbled;
import porchlight.machine.Answer;

class OtherUpdatersTest extends UpdatingLaptop {
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

package porchlight.gather.macos.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.gather.Readings.known;
import static porchlight.gather.Readings.why;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import porchlight.facts.Integrity;
import porchlight.facts.Integrity.State;
import porchlight.facts.Management;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.linux.Told;
import porchlight.gather.macos.MacCaptures;
import porchlight.machine.Answer;

/** System Integrity Protection, Gatekeeper, Secure Boot, and who manages a Mac. */
class MacIntegrityTest {
  private static Reading<State> sip(String text) {
    return Csrutil.read(new Answer.Said(0, text));
  }

  private static Reading<State> boot(String text) {
    return BootPolicy.read(new Answer.Said(0, text));
  }

  private static Reading<Management> mdm(String text) {
    return MacManagement.read(new Answer.Said(0, text));
  }

  @ParameterizedTest
  @CsvSource({
    "csrutil_enabled.txt, ON",
    "csrutil_enabled_26.5.txt, ON",
    "csrutil_enabled-custom-all-disabled_10.11beta.txt, OFF",
    "csrutil_unknown-custom_catalina-era.txt, OFF",
    "csrutil_unknown-custom_partial_11.txt, PARTLY",
  })
  void the_parts_decide_where_the_headline_of_csrutil_says_custom(String file, State state) {
    assertEquals(state, known(sip(MacCaptures.text("sip/" + file))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "enabled\n",
        "System Integrity Protection status: enabled (Custom Configuration).\n",
        "System Integrity Protection status: unknown.\n",
        "System Integrity Protection status: enabled.\nSystem Integrity Protection status: disabled.\n",
        "System Integrity Protection status: enabled.\n\n  Kext Signing: disabled\n",
        "System Integrity Protection status: enabled (Custom Configuration).\n\n  Apple Internal: disabled\n",
        "État de la protection de l’intégrité du système : activé.\n",
      })
  void csrutil_that_is_not_understood_is_neither_on_nor_off(String text) {
    assertEquals(Reason.NOT_UNDERSTOOD, why(sip(text)));
  }

  @Test
  void system_integrity_protection_that_is_off_says_so() {
    assertEquals(State.OFF, known(sip("System Integrity Protection status: disabled.\n")));
  }

  private static Integrity.Guard files(State sip, Answer seal) {
    return MacIntegrity.systemFiles(Reading.known(sip), seal);
  }

  private static Answer seal(String text) {
    return new Answer.Said(0, "Authenticated Root status: " + text + "\n");
  }

  @Test
  void without_the_signed_system_volume_the_files_are_not_kept() {
    assertEquals(State.ON, known(files(State.ON, seal("enabled")).state()));
    assertEquals(State.PARTLY, known(files(State.ON, seal("disabled")).state()));
    assertEquals(State.OFF, known(files(State.OFF, seal("disabled")).state()));
    assertEquals(State.OFF, known(files(State.OFF, seal("enabled")).state()));
  }

  @Test
  void a_seal_that_cannot_be_told_is_no_pass_and_one_that_was_never_asked_for_is_evidence() {
    for (Answer odd :
        List.of(
            seal("enabled\nAuthenticated Root status: disabled"),
            seal("unknown"),
            new Answer.Said(1, "Authenticated Root status: enabled\n"),
            new Answer.Said(0, ""))) {
      assertEquals(Reason.NOT_UNDERSTOOD, why(files(State.ON, odd).state()), "" + odd);
      assertEquals(State.OFF, known(files(State.OFF, odd).state()), "" + odd);
    }
    assertEquals(
        Reason.NEEDS_PRIVILEGE, why(files(State.ON, new Answer.Denied()).state()), "denied");
    for (Answer none :
        List.of(new Answer.Missing(), new Answer.Said(1, "", "usage: csrutil <command>\n"))) {
      var guard = files(State.ON, none);
      assertEquals(State.ON, known(guard.state()));
      assertTrue(guard.unseen().isPresent());
    }
  }

  @Test
  void spctl_that_ends_with_1_and_says_disabled_has_answered() {
    String off = MacCaptures.text("gatekeeper/spctl-status_disabled_14.7.4.txt");
    assertEquals(State.OFF, known(Spctl.read(new Answer.Said(1, off))));
    assertEquals(State.OFF, known(Spctl.read(new Answer.Said(1, "", off))));
    String on = MacCaptures.text("gatekeeper/spctl-status_enabled_26.5.txt");
    assertEquals(State.ON, known(Spctl.read(new Answer.Said(0, on))));
    assertEquals(Reason.NOT_UNDERSTOOD, why(Spctl.read(new Answer.Said(1, on))));
    assertEquals(Reason.NOT_UNDERSTOOD, why(Spctl.read(new Answer.Said(1, ""))));
    assertEquals(
        Reason.NOT_UNDERSTOOD, why(Spctl.read(new Answer.Said(0, "assessments enabled, mostly"))));
  }

  @ParameterizedTest
  @CsvSource({
    "Full Security, ON",
    "Reduced Security, PARTLY",
    "Medium Security, PARTLY",
    "Permissive Security, OFF",
    "No Security, OFF",
  })
  void secure_boot_is_told_in_english_words(String word, State state) {
    String full =
        MacCaptures.text("secureboot/SPiBridgeDataType_json_full_apple-silicon_26.5.json");
    assertEquals(state, known(boot(full.replace("Full Security", word))));
  }

  @Test
  void secure_boot_in_another_language_or_without_a_chip_is_not_understood() {
    String full =
        MacCaptures.text("secureboot/SPiBridgeDataType_json_full_apple-silicon_26.5.json");
    assertEquals(
        Reason.NOT_UNDERSTOOD, why(boot(full.replace("Full Security", "Sécurité maximale"))));
    assertEquals(Reason.NOT_SUPPORTED, why(boot("{\"SPiBridgeDataType\" : []}")));
    for (String odd : List.of("", "{}", "[]", "{\"SPiBridgeDataType\" : [{}]}", full + full)) {
      assertEquals(Reason.NOT_UNDERSTOOD, why(boot(odd)), odd);
    }
  }

  @Test
  void a_mac_that_nobody_manages_and_ones_that_somebody_does() {
    assertEquals(
        new Management.NotEnrolled(),
        known(mdm(MacCaptures.text("mdm/profiles-status-enrollment_none.txt"))));
    assertEquals(
        new Management.Enrolled("mdm.example.com", true),
        known(
            mdm(
                """
                Enrolled via DEP: No
                MDM enrollment: Yes (User Approved)
                MDM server: https://MDM.example.com/mdm/ServerURL
                """)));
    assertEquals(
        new Management.Enrolled("", false),
        known(mdm("Enrolled via DEP: No\nMDM enrollment: Yes\n")));
    assertEquals(
        new Management.Enrolled("", true),
        known(mdm("Enrolled via DEP: Yes\nMDM enrollment: Yes\n")));
  }

  @Test
  void an_enrolment_that_is_not_understood_is_none() {
    for (String odd :
        List.of(
            "",
            "Enrolled via DEP: Yes\n",
            "MDM enrollment: Perhaps\n",
            "MDM enrollment: No\nMDM enrollment: Yes\n",
            "profiles: this command requires a macOS\n")) {
      assertEquals(Reason.NOT_UNDERSTOOD, why(mdm(odd)), odd);
    }
  }

  @Test
  void a_guard_whose_tool_is_missing_is_unknown_and_the_others_stand() {
    var machine = new Told().says(Csrutil.STATUS, MacCaptures.text("sip/csrutil_enabled_26.5.txt"));
    var guards = known(MacIntegrity.read(machine)).guards();
    assertEquals(State.ON, known(guards.get(0).state()));
    assertEquals(Reason.TOOL_MISSING, why(guards.get(1).state()));
    assertEquals(Reason.TOOL_MISSING, why(guards.get(2).state()));
    assertEquals(Reason.TOOL_MISSING, why(MacManagement.read(new Told())));
  }

  @Test
  void a_tool_that_is_denied_says_so() {
    assertEquals(Reason.NEEDS_PRIVILEGE, why(Csrutil.read(new Answer.Denied())));
    assertEquals(Reason.NEEDS_PRIVILEGE, why(Spctl.read(new Answer.Denied())));
    assertEquals(
        Reason.NEEDS_PRIVILEGE,
        why(
            MacManagement.read(
                new Answer.Said(1, "", "profiles: this command requires root privileges."))));
    assertEquals(
        Reason.NEEDS_CONSENT,
        why(BootPolicy.read(new Answer.Said(1, "", "Operation not permitted"))));
  }
}

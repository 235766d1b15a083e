package porchlight.gather.macos.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.gather.Readings.known;
import static porchlight.gather.Readings.why;
import static porchlight.gather.macos.upkeep.UpkeptMac.mac;

import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Updating;
import porchlight.gather.linux.Told;
import porchlight.gather.macos.MacCaptures;
import porchlight.machine.Answer;

/** Whether updates of a Mac install themselves. */
class MacUpdatingTest {
  private static Told unmanaged(String own) {
    return mac("26.5", "25F71", own)
        .says(
            UpdateSettings.MANAGED,
            new Answer.Said(
                1,
                "",
                "Domain /Library/Managed Preferences/com.apple.SoftwareUpdate does not exist"))
        .says(
            Declared.STATE,
            new Answer.Said(
                1,
                "x.plist: file does not exist or is not readable or is not a regular file (Error"
                    + " Domain=NSCocoaErrorDomain Code=260 \"The file “x.plist” couldn’t be opened"
                    + " because there is no such file.\")"));
  }

  private static Reading<Updating> updating(String own, String managed, String declared) {
    var mac = unmanaged(own);
    if (!managed.isEmpty()) {
      mac.says(UpdateSettings.MANAGED, managed);
    }
    if (!declared.isEmpty()) {
      mac.says(
          Declared.STATE,
          "<plist><dict><key>SUCorePersistedStatePolicyFields</key><dict>"
              + "<key>SUCoreDDMDeclarationGlobalSettings</key><dict>"
              + declared
              + "</dict></dict></dict></plist>");
    }
    return MacUpdating.read(mac);
  }

  private static String keys(String file) {
    return "{" + MacCaptures.text("softwareupdate/" + file) + "}";
  }

  @Test
  void a_switch_that_is_not_there_is_on_but_for_the_one_that_is_not_known() {
    String captured = keys("defaults-SoftwareUpdate_auto-keys_26.5.1_excerpt.txt");
    assertTrue(known(updating(captured, "", "")).byItself());
    assertEquals(Reason.NOT_SUPPORTED, why(updating("{ AutomaticDownload = 1; }", "", "")));
    assertEquals(
        List.of("updates are not downloaded by themselves"),
        known(updating("{ AutomaticDownload = 0; }", "", "")).gaps());
    for (String off : List.of("0", "false", "NO", "\"no\"")) {
      assertFalse(
          known(updating("{ AutomaticallyInstallMacOSUpdates = " + off + "; }", "", ""))
              .byItself());
    }
  }

  @Test
  void what_is_enforced_comes_before_what_is_set() {
    String on = "{ AutomaticallyInstallMacOSUpdates = 1; }";
    String off = "{ AutomaticallyInstallMacOSUpdates = 0; }";
    String ddm = "<key>automaticallyInstallOSUpdates</key><integer>%d</integer>";
    assertFalse(known(updating(on, off, "")).byItself());
    assertTrue(known(updating(off, on, "")).byItself());
    assertFalse(known(updating(on, on, String.format(ddm, 2))).byItself());
    assertTrue(known(updating(off, off, String.format(ddm, 1))).byItself());
    assertFalse(known(updating(off, "", String.format(ddm, 0))).byItself());
    assertEquals(Reason.NOT_UNDERSTOOD, why(updating(on, "", String.format(ddm, 9))));
  }

  @Test
  void a_source_that_is_missing_knows_nothing() {
    assertEquals(Reason.TOOL_MISSING, why(MacUpdating.read(new Told())));
    var absent =
        new Answer.Said(
            1, "", MacCaptures.text("softwareupdate/defaults-read_missing-key_stderr_26.txt"));
    assertEquals(Reason.TOOL_MISSING, why(UpdateSettings.read(UpdateSettings.OWN, absent)));
  }

  @Test
  void a_source_that_is_denied_says_so() {
    var mac = unmanaged("{ AutomaticallyInstallMacOSUpdates = 1; }");
    assertTrue(known(MacUpdating.read(mac)).byItself());
    mac.says(Declared.STATE, new Answer.Said(1, "x: Permission denied"));
    assertEquals(Reason.NEEDS_PRIVILEGE, why(MacUpdating.read(mac)));
    var lists = unmanaged("{ a = 1; }").says(UpdateSettings.MANAGED, new Answer.Denied());
    assertEquals(Reason.NEEDS_PRIVILEGE, why(MacUpdating.read(lists)));
    String vague = "x: file does not exist or is not readable or is not a regular file\n";
    mac.says(Declared.STATE, new Answer.Said(1, vague));
    assertEquals(Reason.TOOL_MISSING, why(MacUpdating.read(mac)), "it may be there, unreadable");
  }

  @Test
  void what_is_not_understood_is_not_guessed() {
    assertEquals(Reason.NOT_UNDERSTOOD, why(updating("{ AutomaticDownload = 7; }", "", "")));
    assertEquals(Reason.NOT_UNDERSTOOD, why(updating("( 1 )", "", "")));
    assertEquals(Reason.NOT_UNDERSTOOD, why(updating("{ a = 1; }", "( 1 )", "")));
  }
}

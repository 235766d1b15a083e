package porchlight.gather.macos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static porchlight.gather.Readings.known;
import static porchlight.gather.Readings.why;

import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Clock;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Reboot;
import porchlight.gather.linux.Told;
import porchlight.gather.macos.upkeep.MacReboot;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/** What launchd, the clock and the system itself say of themselves. */
class ServicesTest {
  private static final Run SCREEN = Launchd.SCREEN_SHARING;
  private static final String ON =
      MacCaptures.text("launchd/launchctl-print_screensharing_on_26.5.1_excerpt.txt");
  private static final String OFF =
      MacCaptures.text("launchd/launchctl-print_screensharing_off_exit113_26.5.1.txt");

  private static Reading<Boolean> state(Answer answer) {
    return Launchd.isRunning(SCREEN, answer);
  }

  @Test
  void a_service_runs_or_only_waits_or_is_not_there() {
    assertEquals(false, known(state(new Answer.Said(0, ON))));
    assertEquals(
        true,
        known(state(new Answer.Said(0, ON.replace("state = not running", "state = running")))));
    assertEquals(false, known(state(new Answer.Said(113, "", OFF))));
    String tabs = ON.replace("    ", "\t");
    assertEquals(false, known(state(new Answer.Said(0, tabs))));
  }

  @Test
  void the_state_of_what_is_deeper_is_not_the_services_own() {
    String deep =
        "system/com.apple.screensharing = {\n\tendpoints = {\n\t\tstate = running\n\t}\n}\n";
    assertEquals(Reason.NOT_UNDERSTOOD, why(state(new Answer.Said(0, deep))));
  }

  @Test
  void a_service_that_nothing_tells_of_is_not_known() {
    assertEquals(Reason.TOOL_MISSING, why(state(new Answer.Missing())));
    assertEquals(Reason.NEEDS_PRIVILEGE, why(state(new Answer.Denied())));
    assertEquals(Reason.NEEDS_PRIVILEGE, why(state(new Answer.Said(1, "", "Not privileged"))));
    for (var odd :
        List.of(
            new Answer.Said(113, "", ""),
            new Answer.Said(0, ""),
            new Answer.Said(0, "system/com.apple.other = {\n\tstate = running\n"),
            new Answer.Said(0, ON.replace("not running", "resting")),
            new Answer.Said(1, ON))) {
      assertEquals(Reason.NOT_UNDERSTOOD, why(state(odd)), odd.toString());
    }
  }

  @Test
  void the_clock_is_set_by_itself_or_is_not() {
    String on = MacCaptures.text("clock/systemsetup-getusingnetworktime_on_2021.txt");
    assertInstanceOf(Clock.Kept.class, known(MacClock.read(new Answer.Said(0, on))));
    assertInstanceOf(
        Clock.NotKept.class, known(MacClock.read(new Answer.Said(0, on.replace("On", "Off")))));
  }

  @Test
  void a_clock_that_is_missing_denied_or_not_understood_is_not_known() {
    String refused = MacCaptures.text("clock/systemsetup-getremotelogin_no-admin.txt");
    assertEquals(Reason.TOOL_MISSING, why(MacClock.read(new Answer.Missing())));
    assertEquals(Reason.NEEDS_PRIVILEGE, why(MacClock.read(new Answer.Said(0, refused))));
    for (String odd : List.of("", "Network Time: Maybe", "On")) {
      assertEquals(Reason.NOT_UNDERSTOOD, why(MacClock.read(new Answer.Said(0, odd))), odd);
    }
    assertEquals(Reason.NOT_UNDERSTOOD, why(MacClock.read(new Answer.Said(1, "Network Time: On"))));
  }

  private static Reading<Reboot> reboot(String version) {
    return MacReboot.read(
        new Told()
            .says(
                SwVers.SW_VERS,
                "ProductName: macOS\nProductVersion: " + version + "\nBuildVersion: 1A1\n"));
  }

  @Test
  void updates_are_installed_by_the_restart_itself_since_macos_11() {
    assertInstanceOf(Reboot.DoesNotApply.class, known(reboot("12.7.6")));
    assertInstanceOf(Reboot.DoesNotApply.class, known(reboot("28.0")));
    assertEquals(Reason.NOT_SUPPORTED, why(reboot("10.15.7")));
    assertEquals(Reason.TOOL_MISSING, why(MacReboot.read(new Told())));
    assertEquals(Reason.NOT_UNDERSTOOD, why(reboot("10.16")));
  }
}

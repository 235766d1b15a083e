package porchlight.gather.windows.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.facts.Reboot;
import porchlight.gather.Readings;
import porchlight.machine.Answer;
import porchlight.machine.Question;

/** Whether Windows waits for a restart. */
class WinRebootTest extends UpdatedLaptop {
  @Test
  void a_mark_of_the_installer_or_of_windows_update_is_a_restart_that_waits() {
    assertEquals(Reading.known(new Reboot.NotPending("26100.9999")), WinReboot.read(laptop()));
    for (var laptop :
        List.of(
            laptop().registry(WinReboot.INSTALLER),
            laptop().registry(WinReboot.MARK),
            laptop().says(WinUpdates.UPDATES, "updates=\nrebootRequired=1\n"),
            laptop().registry(WinReboot.MARK).answers(WinUpdates.UPDATES, new Answer.TimedOut()))) {
      assertTrue(Readings.known(WinReboot.read(laptop)) instanceof Reboot.Pending);
    }
  }

  @Test
  void that_no_restart_waits_all_of_them_have_to_say() {
    for (Question question : List.of(WinReboot.INSTALLER, WinReboot.MARK, WinUpdates.UPDATES)) {
      for (Answer answer :
          List.of(new Answer.Missing(), new Answer.Denied(), new Answer.Said(0, "garbage"))) {
        Readings.why(WinReboot.read(laptop().answers(question, answer)));
      }
    }
  }

  @Test
  void files_that_wait_to_be_renamed_are_no_restart_and_not_asked_for() {
    for (Question question : WinReboot.QUESTIONS) {
      assertFalse(question.text().contains("PendingFileRename"), question.text());
    }
  }
}

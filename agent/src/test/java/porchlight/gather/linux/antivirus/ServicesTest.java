package porchlight.gather.linux.antivirus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.linux.Captures;
import porchlight.gather.linux.Garbled;
import porchlight.machine.Answer;

class ServicesTest {
  private static final List<String> CLAMD =
      List.of("clamav-daemon.service", "clamd@scan.service", "clamd.service");
  private static final String RUNNING = captured("antivirus/clamav-running.txt");

  /** What systemd says of those that it was asked for since the capture: it knows none of them. */
  static String captured(String file) {
    var text = new StringBuilder(Captures.text(file));
    var names = Services.SHOW.arguments();
    for (String name : names.subList(3, names.size())) {
      if (text.indexOf("Id=" + name + "\n") < 0) {
        text.append(
            "\nId=" + name + "\nLoadState=not-found\nActiveState=inactive\nSubState=dead\n");
      }
    }
    return text.toString();
  }

  private static Reading<Boolean> runs(String text, List<String> names) {
    return Services.read(new Answer.Said(0, text)).flatMap(all -> all.runs(names));
  }

  private static Reason reason(Reading<?> reading) {
    return ((Reading.Unknown<?>) reading).reason();
  }

  @Test
  void a_real_systemd_tells_what_runs() {
    assertEquals(Reading.known(true), runs(RUNNING, CLAMD));
    assertEquals(Reading.known(false), runs(RUNNING, Services.ON_ACCESS));
    String off = captured("antivirus/clamav-off.txt");
    assertEquals(Reading.known(false), runs(off, CLAMD));
    String masked = captured("antivirus/clamav-masked.txt");
    assertEquals(Reading.known(false), runs(masked, CLAMD));
  }

  @Test
  void what_ended_by_itself_does_not_run() {
    String failed = captured("antivirus/clamonacc-failed.txt");
    assertEquals(Reading.known(true), runs(failed, CLAMD));
    assertEquals(Reading.known(false), runs(failed, Services.ON_ACCESS));
  }

  @Test
  void what_is_still_being_started_does_not_run_yet() {
    String waiting = captured("antivirus/clamonacc-waiting.txt");
    assertEquals(Reason.NOT_UNDERSTOOD, reason(runs(waiting, Services.ON_ACCESS)));
  }

  @Test
  void what_systemd_does_not_know_is_unknown() {
    assertEquals(Reason.NOT_UNDERSTOOD, reason(runs(RUNNING, List.of("mdatp.service"))));
    assertEquals(Reason.NOT_UNDERSTOOD, reason(runs(RUNNING, List.of("never.service"))));
  }

  @Test
  void what_was_started_and_is_gone_is_not_taken_for_running() {
    String exited = RUNNING.replace("SubState=running", "SubState=exited");
    assertEquals(Reason.NOT_UNDERSTOOD, reason(runs(exited, CLAMD)));
  }

  @Test
  void an_answer_that_is_not_whole_is_not_understood() {
    for (String odd :
        List.of(
            "",
            RUNNING.substring(0, RUNNING.length() / 2),
            RUNNING.replaceFirst("LoadState=[a-z]*\n", ""),
            RUNNING.replaceFirst("LoadState", "LoadStat"),
            RUNNING.replaceFirst("active", "actve"),
            RUNNING + "\n" + RUNNING,
            "Id=x\n" + RUNNING)) {
      assertEquals(Reason.NOT_UNDERSTOOD, reason(runs(odd, CLAMD)), odd);
    }
  }

  @Test
  void a_missing_systemd_or_a_denied_one_says_so() {
    var none =
        new Answer.Said(
            1,
            "",
            "System has not been booted with systemd as init system (PID 1). Can't operate.");
    assertEquals(Reason.NOT_SUPPORTED, reason(Services.read(none)));
    assertEquals(Reason.TOOL_MISSING, reason(Services.read(new Answer.Missing())));
    assertEquals(Reason.NEEDS_PRIVILEGE, reason(Services.read(new Answer.Denied())));
    var refused = new Answer.Said(1, "", "Failed to get properties: Access denied");
    assertEquals(Reason.NEEDS_PRIVILEGE, reason(Services.read(refused)));
  }

  @Test
  void a_spoilt_answer_never_throws() {
    int tried =
        Garbled.eachAnswer(
            RUNNING, answer -> Services.read(answer).flatMap(all -> all.runs(CLAMD)));
    assertTrue(tried > 150, "only " + tried);
  }
}

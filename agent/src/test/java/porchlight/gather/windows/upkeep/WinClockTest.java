package porchlight.gather.windows.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Clock;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Readings;
import porchlight.gather.windows.WinLaptop;
import porchlight.machine.Answer;
import porchlight.machine.Question;

class WinClockTest {
  private static WinLaptop laptop() {
    return new WinLaptop()
        .registry(WinClock.KIND, "\"Type\"=\"NTP\"")
        .registry(WinClock.ENABLED, "\"Enabled\"=dword:00000001")
        .absent(WinClock.KIND_POLICY, WinClock.ENABLED_POLICY)
        .says(WinClock.SERVICE, "service=W32Time\nstate=4\nstart=3\n");
  }

  private static void isOff(WinLaptop laptop) {
    assertInstanceOf(Clock.NotKept.class, Readings.known(WinClock.read(laptop)));
  }

  @Test
  void a_service_that_runs_with_a_source_keeps_the_clock() {
    for (String kind : List.of("NTP", "NT5DS", "AllSync")) {
      assertEquals(
          Reading.known(new Clock.Kept("W32Time", Optional.empty())),
          WinClock.read(laptop().registry(WinClock.KIND, "\"Type\"=\"" + kind + "\"")));
    }
  }

  @Test
  void no_source_no_client_or_no_service_keeps_nothing() {
    isOff(laptop().registry(WinClock.KIND, "\"Type\"=\"NoSync\""));
    isOff(laptop().registry(WinClock.ENABLED, "\"Enabled\"=dword:00000000"));
    isOff(laptop().says(WinClock.SERVICE, "service=W32Time\nstate=1\nstart=4\n"));
  }

  @Test
  void a_policy_comes_before_what_is_set() {
    isOff(laptop().registry(WinClock.KIND_POLICY, "\"Type\"=\"NoSync\""));
    isOff(laptop().registry(WinClock.ENABLED_POLICY, "\"Enabled\"=dword:00000000"));
  }

  @Test
  void a_service_that_starts_when_it_wants_and_does_not_run_is_not_known_to_keep_it() {
    assertEquals(
        Reason.NOT_SUPPORTED,
        Readings.why(
            WinClock.read(laptop().says(WinClock.SERVICE, "service=W32Time\nstate=1\nstart=3\n"))));
  }

  @Test
  void words_that_are_none_of_its_own_are_not_understood() {
    for (var laptop :
        List.of(
            laptop().registry(WinClock.KIND, "\"Type\"=\"Zeit\""),
            laptop().registry(WinClock.KIND),
            laptop().registry(WinClock.ENABLED, "\"Enabled\"=dword:00000002"),
            laptop().registry(WinClock.ENABLED),
            laptop().says(WinClock.SERVICE, "service=W32Time\nstate=absent\n"),
            laptop().says(WinClock.SERVICE, "service=W32Time\nstate=4\nstart=denied\n"),
            laptop().says(WinClock.SERVICE, ""))) {
      assertEquals(Reason.NOT_UNDERSTOOD, Readings.why(WinClock.read(laptop)));
    }
  }

  @Test
  void every_source_is_needed() {
    for (Question question : WinClock.QUESTIONS) {
      assertEquals(
          Reason.TOOL_MISSING,
          Readings.why(WinClock.read(laptop().answers(question, new Answer.Missing()))));
      assertEquals(
          Reason.NEEDS_PRIVILEGE,
          Readings.why(WinClock.read(laptop().answers(question, new Answer.Denied()))));
    }
  }
}

package porchlight.gather.macos.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static porchlight.gather.Readings.known;
import static porchlight.gather.Readings.why;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import porchlight.facts.Reason;
import porchlight.facts.ScreenLock;
import porchlight.facts.ScreenLock.Lock;
import porchlight.gather.linux.Told;
import porchlight.gather.macos.MacCaptures;
import porchlight.machine.Answer;

class MacScreenLockTest {
  private static final String NSLOG = "2026-09-20 09:12:01.123 sysadminctl[4711:815] ";
  private static final Answer ABSENT =
      new Answer.Said(
          1, "", MacCaptures.text("softwareupdate/defaults-read_missing-key_stderr_26.txt"));

  private static Answer delay(String words) {
    return new Answer.Said(0, "", NSLOG + words + "\n");
  }

  private static String power(int battery, int charger) {
    return "Battery Power:\n standby 1\n displaysleep         "
        + battery
        + "\n sleep 1\nAC Power:\n displaysleep         "
        + charger
        + "\n";
  }

  private static Told mac(String delay, Answer idle, String power) {
    return new Told()
        .says(Console.OWNER, "501:ann\n")
        .says(Console.OURS, "501\n")
        .says(LockDelay.OURS, delay(delay))
        .says(IdleTime.OURS, idle)
        .says(Pmset.CUSTOM, power);
  }

  private static Lock lock(Told mac) {
    return ((ScreenLock.Desktops) known(MacScreenLock.read(mac))).seats().getFirst().lock();
  }

  @ParameterizedTest
  @CsvSource({
    "screenLock delay is immediate, 600, 2, 10, 600",
    "screenLock delay is 5 seconds, 300, 2, 10, 305",
    "screenLock delay is 300 seconds, 1200, 2, 10, 900",
    "screenLock delay is 300.000000 seconds, 1200, 2, 0, 1500",
    "screenLock delay is immediate, 0, 2, 10, 600",
    "screenLock delay is immediate, 300, 0, 0, 300",
  })
  void the_screen_locks_after_it_went_dark_by_the_slower_of_its_sources_of_power(
      String words, String idle, int battery, int charger, long seconds) {
    var mac = mac(words, new Answer.Said(0, idle + "\n"), power(battery, charger));
    assertEquals(new Lock.After(Duration.ofSeconds(seconds)), lock(mac));
  }

  @ParameterizedTest
  @ValueSource(strings = {"screenLock is off", "screenLock delay is -1.000000 seconds"})
  void no_password_is_no_lock(String words) {
    assertInstanceOf(Lock.Never.class, lock(mac(words, new Answer.Said(0, "300\n"), power(2, 10))));
  }

  @Test
  void a_screen_that_never_goes_dark_never_locks_and_one_that_was_never_set_is_not_known() {
    String words = "screenLock delay is immediate";
    assertInstanceOf(Lock.Never.class, lock(mac(words, new Answer.Said(0, "0\n"), power(2, 0))));
    assertInstanceOf(Lock.Unclear.class, lock(mac(words, ABSENT, power(2, 0))));
    assertEquals(new Lock.After(Duration.ofMinutes(10)), lock(mac(words, ABSENT, power(2, 10))));
  }

  @Test
  void a_source_that_was_not_seen_may_lock_it_sooner() {
    String words = "screenLock delay is immediate";
    var saver = mac(words, new Answer.TimedOut(), power(2, 20));
    assertEquals(Duration.ofMinutes(20), assertInstanceOf(Lock.AtLatest.class, lock(saver)).idle());
    var power =
        mac(words, new Answer.Said(0, "1200\n"), "").says(Pmset.CUSTOM, new Answer.Denied());
    assertEquals(Duration.ofMinutes(20), assertInstanceOf(Lock.AtLatest.class, lock(power)).idle());
  }

  @Test
  void root_asks_as_the_person_at_the_screen() {
    var mac =
        new Told()
            .says(Console.OWNER, "502:ann\n")
            .says(Console.OURS, "0\n")
            .says(LockDelay.THEIRS.as(502), delay("screenLock delay is immediate"))
            .says(IdleTime.THEIRS.as(502), "300\n")
            .says(Pmset.CUSTOM, power(2, 10));
    assertEquals(new Lock.After(Duration.ofMinutes(5)), lock(mac));
    assertEquals(
        "$ launchctl asuser 502 sudo -n -u #502 sysadminctl -screenLock status",
        LockDelay.THEIRS.as(502).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0:root\n", "248:_mbsetupuser\n", "88:loginwindow\n"})
  void while_nobody_is_there_nothing_is_known(String owner) {
    var mac = mac("screenLock is off", ABSENT, power(2, 10)).says(Console.OWNER, owner);
    assertInstanceOf(Lock.Unclear.class, lock(mac));
  }

  @Test
  void a_tool_that_is_missing_knows_nothing() {
    assertEquals(Reason.TOOL_MISSING, why(MacScreenLock.read(new Told())));
    var mac = mac("x", ABSENT, power(2, 10)).says(LockDelay.OURS, new Answer.Missing());
    assertEquals(Reason.TOOL_MISSING, ((Lock.Unclear) lock(mac)).reason());
    var noPmset =
        mac("screenLock delay is immediate", ABSENT, "").says(Pmset.CUSTOM, new Answer.Missing());
    assertInstanceOf(Lock.Unclear.class, lock(noPmset));
  }

  @Test
  void another_person_s_settings_are_denied() {
    var mac =
        mac("screenLock delay is immediate", ABSENT, power(2, 10)).says(Console.OURS, "502\n");
    assertEquals(Reason.NEEDS_PRIVILEGE, ((Lock.Unclear) lock(mac)).reason());
  }

  @Test
  void what_is_not_understood_is_not_guessed() {
    for (String odd :
        List.of(
            "",
            "screenLock delay is soon",
            "screenLock is off screenLock delay is immediate",
            "Unknown option")) {
      var mac = mac(odd, new Answer.Said(0, "300\n"), power(2, 10));
      assertEquals(Reason.NOT_UNDERSTOOD, ((Lock.Unclear) lock(mac)).reason(), odd);
    }
    assertEquals(Reason.NOT_UNDERSTOOD, why(Console.person(new Answer.Said(0, "ann\n"))));
    assertEquals(
        Reason.NOT_UNDERSTOOD, why(Pmset.displaySleep(new Answer.Said(0, "displaysleep 5\n"))));
    assertEquals(
        Reason.NOT_UNDERSTOOD, why(IdleTime.read(IdleTime.OURS, new Answer.Said(0, "soon\n"))));
  }
}

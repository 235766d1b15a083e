package porchlight.gather.windows.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static porchlight.gather.Readings.known;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import porchlight.facts.Integrity.Guard;
import porchlight.facts.Integrity.Kind;
import porchlight.facts.Integrity.State;
import porchlight.facts.Reading;
import porchlight.gather.linux.Told;
import porchlight.gather.windows.FromCaptures;
import porchlight.gather.windows.Keys;
import porchlight.gather.windows.WinCaptures;
import porchlight.machine.Answer;
import porchlight.machine.ReadRegistry;

/** The guards of Windows. */
class WinIntegrityTest {
  private static Reading<State> of(Kind kind, Told told) {
    return known(WinIntegrity.read(told)).guards().stream()
        .filter(guard -> guard.kind() == kind)
        .map(Guard::state)
        .findFirst()
        .orElseThrow();
  }

  private static Told told(ReadRegistry question, String... lines) {
    return new Told().says(question, Keys.with(question.key(), lines));
  }

  @ParameterizedTest
  @CsvSource({
    "00000001, 00000005, ON",
    "00000001, 00000002, ON",
    "00000001, 00000000, PARTLY",
    "00000000, 00000005, OFF",
  })
  void who_asks_nobody_is_only_partly_on(String on, String prompt, State expected) {
    assertEquals(
        Reading.known(expected),
        of(
            Kind.ELEVATION,
            told(
                WinIntegrity.ELEVATION,
                "\"EnableLUA\"=dword:" + on,
                "\"ConsentPromptBehaviorAdmin\"=dword:" + prompt)));
  }

  @Test
  void what_real_servers_have_is_on() {
    String reg =
        WinCaptures.export("", WinCaptures.text("uac/reg-ConsentPromptBehaviorAdmin-5.txt"));
    assertEquals(
        Reading.known(State.ON),
        of(
            Kind.ELEVATION,
            new Told().says(WinIntegrity.ELEVATION, reg + "\"EnableLUA\"=dword:00000001\n")));
    assertEquals(
        Reading.known(State.ON),
        of(
            Kind.ELEVATION,
            new Told()
                .says(
                    WinIntegrity.ELEVATION,
                    FromCaptures.security(
                        WinIntegrity.ELEVATION, "secpol/en-secedit-export-cfg.txt"))));
  }

  @Test
  void a_start_without_uefi_is_checked_by_nothing() {
    assertEquals(
        Reading.known(State.ON),
        of(
            Kind.SECURE_BOOT,
            told(WinIntegrity.SECURE_BOOT, "\"UEFISecureBootEnabled\"=dword:00000001")));
    assertEquals(
        Reading.known(State.OFF),
        of(
            Kind.SECURE_BOOT,
            told(WinIntegrity.SECURE_BOOT, "\"UEFISecureBootEnabled\"=dword:00000000")));
    assertEquals(
        Reading.known(State.OFF), of(Kind.SECURE_BOOT, told(WinIntegrity.SECURE_BOOT, "absent")));
    assertInstanceOf(Reading.Unknown.class, of(Kind.SECURE_BOOT, told(WinIntegrity.SECURE_BOOT)));
  }

  @Test
  void a_policy_decides_over_the_choice() {
    Told off = told(WinIntegrity.SMART_SCREEN_POLICY, "\"EnableSmartScreen\"=dword:00000000");
    assertEquals(Reading.known(State.OFF), of(Kind.DOWNLOADS, off));
    for (int number = 1; number <= 3; number++) {
      Told ruled =
          told(WinIntegrity.SMART_SCREEN_POLICY, "\"EnableSmartScreen\"=dword:0000000" + number);
      assertEquals(
          number == 3 ? Optional.empty() : Optional.of(State.ON),
          of(Kind.DOWNLOADS, ruled) instanceof Reading.Known<State>(var state)
              ? Optional.of(state)
              : Optional.empty());
    }
    Told own = told(WinIntegrity.SMART_SCREEN_POLICY, "absent");
    assertInstanceOf(Reading.Unknown.class, of(Kind.DOWNLOADS, own));
    for (String word : List.of("Off", "Warn", "RequireAdmin", "Odd")) {
      Reading<State> state =
          of(
              Kind.DOWNLOADS,
              own.says(
                  WinIntegrity.SMART_SCREEN,
                  Keys.with(
                      WinIntegrity.SMART_SCREEN.key(), "\"SmartScreenEnabled\"=\"" + word + "\"")));
      switch (word) {
        case "Off" -> assertEquals(Reading.known(State.OFF), state);
        case "Odd" -> assertInstanceOf(Reading.Unknown.class, state);
        default -> assertEquals(Reading.known(State.ON), state);
      }
    }
  }

  @Test
  void what_is_missing_denied_or_not_understood_is_unknown() {
    for (Answer answer :
        List.of(
            new Answer.Missing(),
            new Answer.Denied(),
            new Answer.Said(0, "x"),
            new Answer.Said(1, ""))) {
      var told = new Told();
      WinIntegrity.QUESTIONS.forEach(question -> told.says(question, answer));
      for (Kind kind : List.of(Kind.SECURE_BOOT, Kind.DOWNLOADS, Kind.ELEVATION)) {
        assertInstanceOf(Reading.Unknown.class, of(kind, told));
      }
    }
    assertInstanceOf(
        Reading.Unknown.class,
        of(Kind.ELEVATION, told(WinIntegrity.ELEVATION, "\"EnableLUA\"=dword:00000007")));
    assertInstanceOf(Reading.Unknown.class, of(Kind.ELEVATION, told(WinIntegrity.ELEVATION)));
  }
}

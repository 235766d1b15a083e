package porchlight.gather.windows.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import porchlight.facts.Reason;
import porchlight.facts.ScreenLock.Lock;
import porchlight.facts.ScreenLock.Seat;
import porchlight.gather.windows.Keys;

/** When a screen saver locks: as a person has it, and as a policy does. */
class WinSaverTest extends LockingLaptop {
  @ParameterizedTest
  @CsvSource({
    "ScreenSaveActive, 0",
    "ScreenSaverIsSecure, 0",
    "ScreenSaveTimeOut, 0",
    "SCRNSAVE.EXE, ''",
    "SCRNSAVE.EXE, (NONE)",
  })
  void a_policy_turns_off_what_a_person_has_on(String name, String value) {
    var told = laptop().says(Saver.OWN, own(SAVER));
    assertEquals(after(600), lock(told));
    told.says(Saver.POLICY, policy("\"" + name + "\"=\"" + value + "\""));
    assertInstanceOf(Lock.Never.class, lock(told));
  }

  @Test
  void a_policy_turns_on_what_a_person_has_off() {
    assertEquals(after(600), lock(laptop().says(Saver.POLICY, policy(SAVER))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ScreenSaveTimeOut\"=\"soon",
        "ScreenSaverIsSecure\"=\"yes",
        "ScreenSaveTimeOut\"=\"",
        "ScreenSaveActive\"=\"2"
      })
  void a_saver_that_is_not_understood_is_unknown(String value) {
    String name = value.substring(0, value.indexOf('"'));
    String lines =
        own(SAVER).replaceAll("\"" + name + "\"=.*", "\"" + value.replace("$", "") + "\"");
    assertInstanceOf(Lock.Unclear.class, lock(laptop().says(Saver.OWN, lines)));
  }

  @Test
  void another_persons_settings_are_denied_to_a_user() {
    var told =
        laptop()
            .says(Saver.OWN, own(SAVER) + "[HKEY_USERS\\user2]\ndenied\n")
            .says(Sleeping.POWER, SLEEP);
    assertEquals(List.of("user1", "user2"), seats(told).stream().map(Seat::person).toList());
    var other = assertInstanceOf(Lock.Unclear.class, seats(told).get(1).lock());
    assertEquals(Reason.NEEDS_PRIVILEGE, other.reason());
  }

  @Test
  void the_time_in_which_no_password_is_asked_for_is_added_to_that_of_the_saver() {
    var told = laptop().says(Saver.OWN, own(SAVER));
    String key = Saver.LATER.key();
    for (String grace : List.of("\"5\"", "\"\"", "dword:00000000")) {
      told.says(Saver.LATER, Keys.with(key, "\"ScreenSaverGracePeriod\"=" + grace));
      assertEquals(after(600), lock(told), grace);
    }
    for (String grace : List.of("\"86400\"", "dword:00015180")) {
      told.says(Saver.LATER, Keys.with(key, "\"ScreenSaverGracePeriod\"=" + grace));
      assertEquals(after(87_000), lock(told), grace);
    }
    for (String odd : List.of("\"soon\"", "\"-1\"", "hex:01")) {
      told.says(Saver.LATER, Keys.with(key, "\"ScreenSaverGracePeriod\"=" + odd));
      assertInstanceOf(Lock.Unclear.class, lock(told), odd);
    }
  }
}

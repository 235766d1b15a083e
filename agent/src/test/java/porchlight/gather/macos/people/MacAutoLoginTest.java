package porchlight.gather.macos.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static porchlight.gather.Readings.known;
import static porchlight.gather.Readings.why;

import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.AutoLogin;
import porchlight.facts.AutoLogin.Entry;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.linux.Told;
import porchlight.gather.macos.FileVault;
import porchlight.gather.macos.MacCaptures;
import porchlight.machine.Answer;

class MacAutoLoginTest {
  private static final String SET =
      "{ GuestEnabled = 0; autoLoginUser = ann; lastUserName = ann; }";

  private static Entry entry(Told mac) {
    return ((AutoLogin.Doors) known(MacAutoLogin.read(mac))).doors().getFirst().entry();
  }

  private static Told mac(String list) {
    return new Told().says(MacAutoLogin.OWN, list);
  }

  @Test
  void a_person_that_is_set_is_logged_in_unless_filevault_asks_first() {
    assertEquals(new Entry.Opens("ann", "autoLoginUser of com.apple.loginwindow"), entry(mac(SET)));
    var vault = FileVault.QUESTIONS.getFirst();
    assertEquals(new Entry.Asks(), entry(mac(SET).says(vault, "FileVault is On.\n")));
    assertEquals(
        new Entry.Opens("ann", "autoLoginUser of com.apple.loginwindow"),
        entry(mac(SET).says(vault, "FileVault is Off.\n")));
  }

  @Test
  void without_the_key_a_password_is_asked_for() {
    assertEquals(new Entry.Asks(), entry(mac("{ GuestEnabled = 0; }")));
    assertEquals(new Entry.Asks(), entry(mac("{ autoLoginUser = \"\"; }")));
  }

  private static Reading<AutoLogin> of(Answer answer) {
    return MacAutoLogin.read(new Told().says(MacAutoLogin.OWN, answer));
  }

  @Test
  void a_list_that_is_missing_knows_nothing() {
    assertEquals(Reason.TOOL_MISSING, why(of(new Answer.Missing())));
    var absent =
        new Answer.Said(
            1, "", MacCaptures.text("softwareupdate/defaults-read_missing-key_stderr_26.txt"));
    assertEquals(Reason.TOOL_MISSING, why(of(absent)));
  }

  @Test
  void a_list_that_is_denied_says_so() {
    assertEquals(Reason.NEEDS_PRIVILEGE, why(of(new Answer.Said(1, "", "Permission denied"))));
  }

  @Test
  void what_is_not_understood_is_not_guessed() {
    for (String odd : List.of("", "( 1 )", "{ autoLoginUser = ( ann ); }", "{ a")) {
      assertEquals(Reason.NOT_UNDERSTOOD, why(of(new Answer.Said(0, odd))), odd);
    }
  }
}

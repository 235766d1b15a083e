package porchlight.gather.windows.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static porchlight.gather.Readings.known;
import static porchlight.gather.Readings.why;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import porchlight.facts.AutoLogin;
import porchlight.facts.AutoLogin.Entry;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.linux.Told;
import porchlight.gather.windows.Keys;
import porchlight.gather.windows.WinCaptures;
import porchlight.machine.Answer;

/** Whether Windows signs somebody in by itself. */
class WinAutoLoginTest {
  private static Reading<AutoLogin> of(Answer answer) {
    return WinAutoLogin.read(new Told().says(WinAutoLogin.WINLOGON, answer));
  }

  private static Entry entry(String text) {
    return ((AutoLogin.Doors) known(of(new Answer.Said(0, text)))).doors().getFirst().entry();
  }

  private static String winlogon(String... lines) {
    return Keys.with(WinAutoLogin.KEY, lines);
  }

  @Test
  void a_real_server_whose_password_is_in_the_systems_store_opens() {
    String query = WinCaptures.text("autologon/reg-winlogon-autologon-lsa-secret.txt");
    String header = Keys.header(WinAutoLogin.KEY).strip();
    assertEquals(
        new Entry.Opens("", "AutoAdminLogon of Winlogon"),
        entry(WinCaptures.export(header.substring(1, header.length() - 1), query)));
  }

  @Test
  void of_a_password_in_plain_text_only_that_it_is_there_is_told() {
    assertEquals(
        new Entry.Opens("", "AutoAdminLogon of Winlogon, its password in plain text beside it"),
        entry(winlogon("\"AutoAdminLogon\"=\"1\"", "\"DefaultPassword\"=?")));
    assertEquals(
        new Entry.Opens("", "AutoAdminLogon of Winlogon"),
        entry(winlogon("\"AutoAdminLogon\"=dword:00000001")));
  }

  @Test
  void without_the_switch_it_asks() {
    assertEquals(new Entry.Asks(), entry(winlogon()));
    assertEquals(new Entry.Asks(), entry(winlogon("\"AutoAdminLogon\"=\"0\"")));
    assertEquals(
        new Entry.Asks(), entry(winlogon("\"AutoAdminLogon\"=\"\"", "\"DefaultPassword\"=?")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "absent",
        "\"AutoAdminLogon\"=\"yes\"",
        "\"AutoAdminLogon\"=hex:01",
        "\"AutoAdminLogon\"=?",
        "\uFFFD\u0001",
      })
  void anything_else_is_not_understood(String line) {
    String text = line.isEmpty() ? "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Other]\n" : winlogon(line);
    assertEquals(Reason.NOT_UNDERSTOOD, why(of(new Answer.Said(0, text))));
  }

  @Test
  void missing_and_denied_are_unknown() {
    assertEquals(Reason.TOOL_MISSING, why(of(new Answer.Missing())));
    assertEquals(Reason.NEEDS_PRIVILEGE, why(of(new Answer.Denied())));
    assertEquals(Reason.NEEDS_PRIVILEGE, why(of(new Answer.Said(0, winlogon("denied")))));
  }
}

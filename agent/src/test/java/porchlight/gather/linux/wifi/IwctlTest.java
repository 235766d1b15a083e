package porchlight.gather.linux.wifi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.facts.Wifi;
import porchlight.facts.Wifi.Joined;
import porchlight.facts.Wifi.NotInUse;
import porchlight.facts.Wifi.Security;
import porchlight.gather.linux.Captures;
import porchlight.gather.linux.Told;
import porchlight.machine.Answer;
import porchlight.machine.LinkName;

class IwctlTest {
  private static final LinkName WLAN0 = new LinkName("wlan0");
  private static final String OPEN = Captures.text("wifi/iwd-open/iwctl-station-show.txt");

  @Test
  void every_captured_station_tells_the_network_in_use() {
    int seen = 0;
    for (String file : Captures.matching("wifi/*/iwctl-station-show.txt")) {
      // iwd joins no WEP network, and of the others it tells what it negotiated.
      Reading<Wifi> expected =
          file.contains("wep")
              ? Reading.known(new NotInUse("not connected"))
              : Networks.of(file).<Reading<Wifi>>map(Reading::known).orElseThrow();
      assertEquals(expected, wifi(said(Captures.text(file))), file);
      seen++;
    }
    assertTrue(seen >= 5, "stations: " + seen);
  }

  @Test
  void other_users_need_a_privilege() {
    int seen = 0;
    for (String file : Captures.matching("wifi/*/iwctl-station-show-user.txt")) {
      assertEquals(Reason.NEEDS_PRIVILEGE, reason(wifi(new Answer.Said(1, Captures.text(file)))));
      seen++;
    }
    assertTrue(seen >= 6, "denied: " + seen);
  }

  @Test
  void every_word_for_security_has_its_place() {
    assertEquals(Security.WPA2, of("WPA2-Personal"));
    assertEquals(Security.WPA3, of("WPA3-Personal"));
    assertEquals(Security.WPA, of("WPA1-Personal"));
    assertEquals(Security.ENTERPRISE, of("WPA2-Enterprise"));
    assertEquals(Security.ENTERPRISE, of("FILS"));
    assertEquals(Security.WPA2, of("WPA2-Personal + FT"));
    assertEquals(Security.WPA3, of("WPA3-Personal + FT"));
    assertEquals(Security.ENTERPRISE, of("WPA2-Enterprise + FT"));
    String tkip = OPEN.replace("Security              Open", "PairwiseCipher        TKIP");
    assertEquals(Reading.known(new Joined("wlan0", "Cafe Guest", Security.WPA)), wifi(said(tkip)));
  }

  @Test
  void what_is_not_wholly_known_is_not_understood() {
    for (String text :
        List.of(
            "",
            "what?",
            OPEN.replace("Open", "Oper"),
            OPEN.replace("Security", "Safety  "),
            OPEN.replace(" Open ", " OSEN "),
            OPEN.replace(" Open ", " Unknown "),
            OPEN.replace("Security              Open", "PairwiseCipher        NEW-128"),
            OPEN.replace("connected ", "excited   "),
            OPEN.replace("Property", "Propertx"),
            OPEN + "            Security              WPA3-Personal\n")) {
      assertEquals(Reason.NOT_UNDERSTOOD, reason(wifi(said(text))), text);
    }
  }

  @Test
  void while_connecting_it_asks_again_and_never_says_open() {
    assertEquals(Reason.TIMED_OUT, reason(wifi(said(OPEN.replace("connected ", "connecting")))));
    assertEquals(
        Reason.TIMED_OUT, reason(wifi(said(OPEN.replace("connected ", "connecting (netconfig)")))));
  }

  @Test
  void missing_and_denied_are_told_apart() {
    assertEquals(Reason.TOOL_MISSING, reason(wifi(new Answer.Missing())));
    assertEquals(Reason.NEEDS_PRIVILEGE, reason(wifi(new Answer.Denied())));
  }

  @Test
  void spoilt_answers_never_say_open_unless_it_is() {
    SpoiltWifi.never_says_open("wifi/*/iwctl-station-*.txt", "wifi/iwd-open/", IwctlTest::wifi);
  }

  private static Security of(String word) {
    var reading = wifi(said(OPEN.replace(" Open ", " " + word + " ")));
    if (reading instanceof Known<Wifi>(Joined joined)) {
      return joined.security();
    }
    throw new AssertionError(reading);
  }

  private static Reading<Wifi> wifi(Answer answer) {
    return Iwctl.wifi(new Told().says(Iwctl.STATION.on(WLAN0), answer), WLAN0);
  }

  private static Answer said(String text) {
    return new Answer.Said(0, text);
  }

  private static Reason reason(Reading<Wifi> reading) {
    return reading instanceof Unknown<Wifi>(var reason, var detail) ? reason : Reason.TURNED_OFF;
  }
}

package porchlight.gather.linux.wifi;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Function;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Wifi;
import porchlight.facts.Wifi.Joined;
import porchlight.facts.Wifi.Security;
import porchlight.gather.linux.Captures;
import porchlight.gather.linux.Garbled;
import porchlight.machine.Answer;

/** What a tool said of a network, spoilt on its way. */
final class SpoiltWifi {
  private SpoiltWifi() {}

  /** No spoilt form of these captures says that a network is open, but those in that folder. */
  static void never_says_open(
      String captures, String openOnes, Function<Answer, Reading<Wifi>> wifi) {
    int spoilt = 0;
    for (String file : Captures.matching(captures)) {
      boolean open = file.startsWith(openOnes);
      spoilt +=
          Garbled.eachAnswer(
              Captures.text(file),
              answer -> {
                if (!open && wifi.apply(answer) instanceof Known<Wifi>(Joined joined)) {
                  assertNotEquals(Security.OPEN, joined.security(), file);
                }
              });
    }
    assertTrue(spoilt > 1000, "spoilt: " + spoilt);
  }
}

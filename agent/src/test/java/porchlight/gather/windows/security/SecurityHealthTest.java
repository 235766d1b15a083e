package porchlight.gather.windows.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static porchlight.gather.Readings.why;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.linux.Told;
import porchlight.gather.windows.WinCaptures;
import porchlight.json.tree.JsonText;
import porchlight.machine.Answer;

class SecurityHealthTest {
  /** WSC_SECURITY_PROVIDER. */
  private static final Map<String, Integer> KINDS = Map.of("firewall", 1, "antiVirus", 4);

  private static Told told(String text) {
    return new Told().says(SecurityHealth.HEALTH, text);
  }

  @Test
  void a_real_laptop_without_a_firewall_has_an_antivirus() throws Exception {
    var real =
        JsonText.parse(
                WinCaptures.text("securitycenter2/json-win-WscGetSecurityProviderHealth.json"))
            .asObject()
            .orElseThrow();
    var text = new StringBuilder();
    KINDS.forEach((name, number) ->
        text.append("provider=" + number + "\nhealth=")
            .append(
                real.get(name).orElseThrow() instanceof porchlight.json.tree.Json.Num(var n)
                    ? n
                    : "")
            .append("\n\n"));
    Told told = told(text.toString());
    assertEquals(Reading.known(false), SecurityHealth.isGuarded(told, SecurityHealth.FIREWALL));
    assertEquals(Reading.known(true), SecurityHealth.isGuarded(told, SecurityHealth.ANTIVIRUS));
  }

  @Test
  void what_is_not_monitored_or_not_told_is_not_known() {
    for (String text :
        List.of(
            "",
            "provider=1\nhealth=1\n",
            "provider=1\ncode=0x80070005\n",
            "provider=4\nhealth=0\n",
            "x")) {
      assertEquals(
          Reason.NOT_UNDERSTOOD,
          why(SecurityHealth.isGuarded(told(text), SecurityHealth.FIREWALL)),
          text);
    }
    for (Answer answer : List.of(new Answer.Missing(), new Answer.Denied())) {
      why(
          SecurityHealth.isGuarded(
              new Told().says(SecurityHealth.HEALTH, answer), SecurityHealth.FIREWALL));
    }
  }
}

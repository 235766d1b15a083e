package porchlight.json;

import java.util.ArrayList;
import java.util.Optional;
import porchlight.checks.Check;
import porchlight.checks.WifiEncryption;
import porchlight.facts.Wifi;

/** Reads the rule about the Wi-Fi's encryption. */
final class WifiRule {
  private WifiRule() {}

  static Check read(Fields rule) {
    var words = new ArrayList<String>();
    for (Wifi.Security security : Wifi.Security.values()) {
      words.add(security.word());
    }
    return new WifiEncryption(
        rule.word("minimum", words, WifiRule::security, Wifi.Security.OWE),
        rule.truth("vpnExcuses", true));
  }

  private static Optional<Wifi.Security> security(String word) {
    for (Wifi.Security security : Wifi.Security.values()) {
      if (security.word().equals(word)) {
        return Optional.of(security);
      }
    }
    return Optional.empty();
  }
}

package porchlight.gather.linux.wifi;

import java.util.Map;
import java.util.Optional;
import porchlight.facts.Wifi.Joined;
import porchlight.facts.Wifi.Security;

/** The networks of the captures, by the folder they are in. */
final class Networks {
  private static final Map<String, Joined> TRUTH =
      Map.of(
          "open", new Joined("wlan0", "Cafe Guest", Security.OPEN),
          "wep", new Joined("wlan0", "OldShop", Security.WEP),
          "tkip", new Joined("wlan0", "LegacyTkip", Security.WPA),
          "mixed", new Joined("wlan0", "MixedWpaWpa2", Security.WPA_WPA2),
          "wpa2", new Joined("wlan0", "Home: net\\5", Security.WPA2),
          "transition", new Joined("wlan0", "HomeWpa2Wpa3", Security.WPA2_WPA3),
          "wpa3", new Joined("wlan0", "HomeWpa3", Security.WPA3),
          "owe", new Joined("wlan0", "CafeOwe", Security.OWE),
          "eap", new Joined("wlan0", "CorpEap", Security.ENTERPRISE));

  private Networks() {}

  /** What a laptop in that folder is joined to; empty for the folders where it is to none. */
  static Optional<Joined> of(String file) {
    return Optional.ofNullable(TRUTH.get(folder(file).replace("iwd-", "")));
  }

  /** {@code wifi/open/iw-link.txt} is in {@code open}. */
  static String folder(String file) {
    return file.split("/", -1)[1];
  }
}

package porchlight.facts;

import java.util.Locale;

/** The Wi-Fi link in use. */
public sealed interface Wifi {

  /**
   * A network is joined.
   *
   * @param link the network interface
   * @param network the network's name as the access point says it; empty when hidden
   * @param security what the access point and this laptop negotiated
   */
  record Joined(String link, String network, Security security) implements Wifi {}

  /** No Wi-Fi network is joined; {@code because} says whether there is an adapter at all. */
  record NotInUse(String because) implements Wifi {}

  /** How a link is encrypted, weakest first. */
  enum Security {
    /** Nothing is encrypted. */
    OPEN,
    /** Broken since 2001. */
    WEP,
    /** WPA with TKIP only: broken. */
    WPA,
    /** WPA2 that still lets WPA clients in: what is sent to all goes by TKIP. */
    WPA_WPA2,
    /** Encrypted, but anyone can pretend to be the network (Opportunistic Wireless Encryption). */
    OWE,
    /** WPA2 with a shared password. */
    WPA2,
    /** WPA3 that still lets WPA2 clients in. */
    WPA2_WPA3,
    /** WPA3 with a shared password (SAE). */
    WPA3,
    /** 802.1X: everyone has a login of their own. */
    ENTERPRISE;

    /** At least as good as {@code minimum}. */
    public boolean atLeast(Security minimum) {
      return compareTo(minimum) >= 0;
    }

    /** The word used in JSON and policies: {@code wpa2-wpa3}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How a person says it. */
    public String label() {
      return switch (this) {
        case OPEN -> "no encryption (open)";
        case WEP -> "WEP";
        case WPA -> "WPA (TKIP)";
        case WPA_WPA2 -> "WPA and WPA2 mixed";
        case OWE -> "encryption without a password (OWE)";
        case WPA2 -> "WPA2";
        case WPA2_WPA3 -> "WPA2 and WPA3 mixed";
        case WPA3 -> "WPA3";
        case ENTERPRISE -> "WPA Enterprise (802.1X)";
      };
    }
  }
}

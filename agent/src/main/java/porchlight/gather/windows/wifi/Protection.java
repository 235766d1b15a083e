package porchlight.gather.windows.wifi;

import java.util.Locale;
import java.util.Optional;
import porchlight.facts.Wifi.Security;

/** How a link is protected, by the numbers of the driver and by the words of a profile. */
final class Protection {
  private Protection() {}

  private enum Cipher {
    NONE,
    WEP,
    TKIP,
    STRONG
  }

  /** DOT11_AUTH_ALGORITHM and DOT11_CIPHER_ALGORITHM; empty for a pair that nobody can have. */
  static Optional<Security> negotiated(long auth, long cipher) {
    return cipher(cipher)
        .flatMap(kind ->
            switch ((int) Math.max(-1, Math.min(auth, 100))) {
              case 1 -> open(kind);
              case 2 -> Optional.of(Security.WEP).filter(wep -> kind == Cipher.WEP);
              case 3, 4, 5 -> old(kind);
              case 6 -> strong(kind, Security.ENTERPRISE);
              case 7 -> strong(kind, Security.WPA2);
              case 8, 11 -> kind == Cipher.STRONG ? Optional.of(Security.ENTERPRISE) : nothing();
              case 9 -> kind == Cipher.STRONG ? Optional.of(Security.WPA3) : nothing();
              case 10 -> kind == Cipher.STRONG ? Optional.of(Security.OWE) : nothing();
              default -> nothing();
            });
  }

  private static Optional<Security> nothing() {
    return Optional.empty();
  }

  private static Optional<Cipher> cipher(long number) {
    return switch ((int) Math.max(-1, Math.min(number, 0x1000))) {
      case 0 -> Optional.of(Cipher.NONE);
      case 1, 5, 0x101 -> Optional.of(Cipher.WEP);
      case 2 -> Optional.of(Cipher.TKIP);
      case 4, 8, 9, 10 -> Optional.of(Cipher.STRONG);
      default -> Optional.empty();
    };
  }

  private static Optional<Security> open(Cipher cipher) {
    return switch (cipher) {
      case NONE -> Optional.of(Security.OPEN);
      case WEP -> Optional.of(Security.WEP);
      case TKIP, STRONG -> nothing();
    };
  }

  /** WPA of 2003, whatever its cipher. */
  private static Optional<Security> old(Cipher cipher) {
    return switch (cipher) {
      case NONE -> nothing();
      case WEP -> Optional.of(Security.WEP);
      case TKIP, STRONG -> Optional.of(Security.WPA);
    };
  }

  private static Optional<Security> strong(Cipher cipher, Security security) {
    return switch (cipher) {
      case NONE -> nothing();
      case WEP -> Optional.of(Security.WEP);
      case TKIP -> Optional.of(Security.WPA);
      case STRONG -> Optional.of(security);
    };
  }

  /**
   * The weakest that a profile allows, by the words of its XML.
   *
   * @param transition whether it may fall back to what was there before WPA3 and OWE
   */
  static Optional<Security> configured(
      String authentication, String encryption, boolean transition) {
    Optional<Cipher> cipher =
        switch (encryption.toUpperCase(Locale.ROOT)) {
          case "NONE" -> Optional.of(Cipher.NONE);
          case "WEP" -> Optional.of(Cipher.WEP);
          case "TKIP" -> Optional.of(Cipher.TKIP);
          case "AES", "GCMP256" -> Optional.of(Cipher.STRONG);
          default -> Optional.empty();
        };
    return cipher.flatMap(kind ->
        switch (authentication.toUpperCase(Locale.ROOT)) {
          case "OPEN" -> open(kind);
          case "SHARED" -> Optional.of(Security.WEP).filter(wep -> kind == Cipher.WEP);
          case "WPA", "WPAPSK" -> old(kind);
          case "WPA2", "WPA3", "WPA3ENT192", "WPA3ENT" -> strong(kind, Security.ENTERPRISE);
          case "WPA2PSK" -> strong(kind, Security.WPA2);
          case "WPA3SAE" -> strong(kind, transition ? Security.WPA2 : Security.WPA3);
          case "OWE" -> strong(kind, transition ? Security.OPEN : Security.OWE);
          default -> nothing();
        });
  }

  /** The weaker of the two, where there is one already. */
  static Optional<Security> weaker(Optional<Security> before, Security one) {
    return before.filter(other -> one.atLeast(other)).or(() -> Optional.of(one));
  }
}

package porchlight.gather.linux.wifi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.gather.linux.wifi.Offer.Akm;
import porchlight.gather.linux.wifi.Offer.Cipher;

/** The names {@code iw} has for ciphers and key managements; new ones appear as their numbers. */
final class IwWords {
  private static final Map<String, Cipher> CIPHERS =
      Map.ofEntries(
          Map.entry("Use group cipher suite", Cipher.AS_GROUP),
          Map.entry("WEP-40", Cipher.WEP),
          Map.entry("WEP-104", Cipher.WEP),
          Map.entry("TKIP", Cipher.TKIP),
          Map.entry("CCMP", Cipher.AES),
          Map.entry("CCMP-128", Cipher.AES),
          Map.entry("CCMP-256", Cipher.AES),
          Map.entry("GCMP", Cipher.AES),
          Map.entry("GCMP-128", Cipher.AES),
          Map.entry("GCMP-256", Cipher.AES),
          Map.entry("NO-GROUP", Cipher.NO_GROUP),
          Map.entry("00-0f-ac:8", Cipher.AES),
          Map.entry("00-0f-ac:9", Cipher.AES),
          Map.entry("00-0f-ac:10", Cipher.AES));

  /** TDLS, PASN, OSEN and DPP are left out: how good they are cannot be told from the name. */
  private static final Map<String, Akm> AKMS =
      Map.ofEntries(
          Map.entry("IEEE 802.1X", Akm.EAP),
          Map.entry("FT/IEEE 802.1X", Akm.EAP),
          Map.entry("IEEE 802.1X/SHA-256", Akm.EAP),
          Map.entry("IEEE 802.1X/SHA-384", Akm.EAP),
          Map.entry("IEEE 802.1X/SUITE-B", Akm.EAP),
          Map.entry("IEEE 802.1X/SUITE-B-192", Akm.EAP),
          Map.entry("FT/IEEE 802.1X/SHA-384", Akm.EAP),
          Map.entry("FILS/SHA-256", Akm.EAP),
          Map.entry("FILS/SHA-384", Akm.EAP),
          Map.entry("FT/FILS/SHA-256", Akm.EAP),
          Map.entry("FT/FILS/SHA-384", Akm.EAP),
          Map.entry("00-0f-ac:11", Akm.EAP),
          Map.entry("00-0f-ac:12", Akm.EAP),
          Map.entry("00-0f-ac:13", Akm.EAP),
          Map.entry("00-0f-ac:14", Akm.EAP),
          Map.entry("00-0f-ac:15", Akm.EAP),
          Map.entry("00-0f-ac:16", Akm.EAP),
          Map.entry("00-0f-ac:17", Akm.EAP),
          Map.entry("00-0f-ac:22", Akm.EAP),
          Map.entry("00-0f-ac:23", Akm.EAP),
          Map.entry("00-40-96:0", Akm.EAP), // CCKM, Cisco's fast way between access points
          Map.entry("PSK", Akm.PSK),
          Map.entry("FT/PSK", Akm.PSK),
          Map.entry("PSK/SHA-256", Akm.PSK),
          Map.entry("PSK/SHA-384", Akm.PSK),
          Map.entry("FT/PSK/SHA-384", Akm.PSK),
          Map.entry("00-0f-ac:19", Akm.PSK),
          Map.entry("00-0f-ac:20", Akm.PSK),
          Map.entry("SAE", Akm.SAE),
          Map.entry("FT/SAE", Akm.SAE),
          Map.entry("SAE-EXT-KEY", Akm.SAE),
          Map.entry("FT/SAE-EXT-KEY", Akm.SAE),
          Map.entry("00-0f-ac:8", Akm.SAE),
          Map.entry("00-0f-ac:9", Akm.SAE),
          Map.entry("00-0f-ac:24", Akm.SAE),
          Map.entry("00-0f-ac:25", Akm.SAE),
          Map.entry("OWE", Akm.OWE),
          Map.entry("00-0f-ac:18", Akm.OWE));

  private static final String BLANK = "\u0001";

  private IwWords() {}

  static Optional<Cipher> cipher(String word) {
    return Optional.ofNullable(CIPHERS.get(word));
  }

  static Optional<Akm> akm(String word) {
    return Optional.ofNullable(AKMS.get(word));
  }

  /** The words of a list that blanks keep apart, two of which have blanks of their own. */
  static List<String> split(String text) {
    String joined =
        text.strip()
            .replace("IEEE 802.1X", "IEEE" + BLANK + "802.1X")
            .replace(
                "Use group cipher suite", String.join(BLANK, "Use", "group", "cipher", "suite"));
    return List.of(joined.split("\\s+", -1)).stream()
        .map(word -> word.replace(BLANK, " "))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}

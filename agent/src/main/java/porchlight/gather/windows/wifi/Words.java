package porchlight.gather.windows.wifi;

import java.util.Optional;
import java.util.regex.Pattern;
import porchlight.facts.Wifi.Security;

/** How netsh words the protection of a link: the names of standards are not translated. */
final class Words {
  private static final Pattern CIPHER =
      Pattern.compile("(?:CCMP|GCMP)(?:-?(?:128|256))?|AES|TKIP|WEP(?:-?(?:40|104))?");
  private static final Pattern STANDARD =
      Pattern.compile("(?:^|[^A-Z0-9])(WPA3|WPA2|WPA|OWE)(?![A-Z0-9])");

  /** Nothing that means a protection may stand in a word for none. */
  private static final Pattern PROTECTS =
      Pattern.compile("[0-9]|WEP|WPA|OWE|CCMP|GCMP|TKIP|AES|RSN|SAE|EAP");

  /** Only to tell a login of one's own from a shared password; in doubt it is the password. */
  private static final Pattern COMPANY =
      Pattern.compile(
          "(?iu)enterprise|entrepr|empresa|impresa|aziend|unternehmen|corporat|bedrijf|ondernem"
              + "|företag|virksom|yritys|przedsi|podnik|kurumsal|vállal|întrepr|корпоратив|предприят"
              + "|підприєм|επιχε|企业|企業|エンタープライズ|엔터프라이즈");

  /** What netsh has no name for. */
  private static final Pattern UNTOLD =
      Pattern.compile(
          "(?iu)unknown|vendor|other|unbekannt|herstell|inconnu|fournisseur|autre|descono|provee|otro"
              + "|sconosc|fornit|altro|onbekend|leveranc|anders|okän|ukjent|ukendt|tuntema|nieznan|nezn"
              + "|ismeretlen|necunosc|bilinm|неизв|невід|άγνωσ|不明|未知|알 ?수 ?없");

  private static final int LONGEST = 40;

  private Words() {}

  /** Whether it names a standard. */
  static boolean isStandard(String words) {
    return STANDARD.matcher(words).find();
  }

  static boolean isCipher(String words) {
    return CIPHER.matcher(words).matches();
  }

  private static boolean isNone(String words) {
    return !words.isEmpty()
        && words.length() <= LONGEST
        && !PROTECTS.matcher(words).find()
        && !UNTOLD.matcher(words).find();
  }

  /** What these two say; empty when they do not fit together. */
  static Optional<Security> of(String authentication, String cipher) {
    if (cipher.startsWith("WEP") && isCipher(cipher)) {
      return Optional.of(Security.WEP);
    }
    // Open and none are two words in every language; unknown is the same one twice.
    if (isNone(authentication) && isNone(cipher) && !authentication.equalsIgnoreCase(cipher)) {
      return Optional.of(Security.OPEN);
    }
    var standard = STANDARD.matcher(authentication);
    if (!standard.find() || !isCipher(cipher)) {
      return Optional.empty();
    }
    if (cipher.equals("TKIP")) {
      return Optional.of(Security.WPA);
    }
    boolean isCompany = COMPANY.matcher(authentication).find();
    return switch (String.valueOf(standard.group(1))) {
      case "WPA3" -> Optional.of(isCompany ? Security.ENTERPRISE : Security.WPA3);
      case "WPA2" -> Optional.of(isCompany ? Security.ENTERPRISE : Security.WPA2);
      case "WPA" -> Optional.of(Security.WPA);
      case "OWE" -> Optional.of(Security.OWE);
      default -> Optional.empty();
    };
  }
}

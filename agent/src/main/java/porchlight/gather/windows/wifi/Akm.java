package porchlight.gather.windows.wifi;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Wifi.Security;

/** The numbers that the standard has for ways to log in and for ciphers, as netsh prints them. */
final class Akm {
  static final Pattern SHAPE =
      Pattern.compile("\\[ *akm = 00-0f-ac:([0-9a-f]{2}), *cipher = +00-0f-ac:([0-9a-f]{2}) *]");

  private Akm() {}

  /** The numbers of the standard tell a shared password from a login without a word. */
  static Optional<Security> agreeing(Security said, String numbers) {
    Matcher parts = SHAPE.matcher(numbers);
    if (!parts.matches() || said == Security.OPEN || said == Security.WEP) {
      return Optional.of(said); // the weakest there is
    }
    if (String.valueOf(parts.group(2)).equals("02") || said == Security.WPA) {
      return Optional.of(Security.WPA);
    }
    return switch (String.valueOf(parts.group(1))) {
      case "01", "03", "05" -> Optional.of(Security.ENTERPRISE);
      case "02", "04", "06" ->
          said == Security.WPA2 || said == Security.ENTERPRISE
              ? Optional.of(Security.WPA2)
              : Optional.empty();
      default -> Optional.of(said);
    };
  }
}

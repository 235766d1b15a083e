package porchlight.gather.windows.network;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Hardware addresses as Windows writes them. */
final class Macs {
  private static final Pattern SHAPE = Pattern.compile("[0-9A-Fa-f]{2}(?:[-: ][0-9A-Fa-f]{2}){5}");

  private Macs() {}

  /** In small letters with colons; nothing for none, for everybody's and for groups'. */
  static Optional<String> of(String text) {
    if (!SHAPE.matcher(text).matches()) {
      return Optional.empty();
    }
    String mac = text.toLowerCase(Locale.ROOT).replaceAll("[- ]", ":");
    boolean isOfGroup = (Character.digit(mac.charAt(1), 16) & 1) != 0;
    return isOfGroup || mac.equals("00:00:00:00:00:00") ? Optional.empty() : Optional.of(mac);
  }
}

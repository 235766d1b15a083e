package porchlight.gather.macos.network;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Hardware addresses as macOS writes them, without leading zeros: {@code 0:4:ed:f2:96:dc}. */
final class Mac {
  private static final Pattern SHAPE = Pattern.compile("[0-9a-fA-F]{1,2}(:[0-9a-fA-F]{1,2}){5}");

  private Mac() {}

  /** In small letters with all its zeros; empty for what is none, and for that of nobody. */
  static Optional<String> of(String text) {
    if (!SHAPE.matcher(text).matches()) {
      return Optional.empty();
    }
    var out = new StringBuilder();
    for (String octet : text.toLowerCase(Locale.ROOT).split(":", -1)) {
      out.append(out.isEmpty() ? "" : ":").append(octet.length() == 1 ? "0" : "").append(octet);
    }
    String mac = out.toString();
    return mac.equals("00:00:00:00:00:00") || mac.equals("ff:ff:ff:ff:ff:ff")
        ? Optional.empty()
        : Optional.of(mac);
  }
}

package porchlight.uplink.road;

import java.util.Locale;

/** The hosts for which no proxy is meant to be used, as {@code no_proxy} lists them. */
final class Exceptions {
  private Exceptions() {}

  /** Whether that list, parted by commas or blanks, names the host, its domain or everything. */
  static boolean name(String list, String host) {
    String name = host.toLowerCase(Locale.ROOT);
    for (String word : list.toLowerCase(Locale.ROOT).split("[,\\s]+", -1)) {
      String domain = word.replaceFirst("^\\*?\\.", "").replaceFirst(":\\d+$", "");
      if (word.equals("*")
          || (!domain.isEmpty() && (name.equals(domain) || name.endsWith("." + domain)))) {
        return true;
      }
    }
    return false;
  }
}

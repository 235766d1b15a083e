package porchlight.gather.linux.wifi;

/** Scans written by hand, for what no capture shows. */
final class Scans {
  static final String MAC = "02:00:00:00:04:00";

  private Scans() {}

  static String associated(String privacy, String bits, String elements) {
    return "BSS "
        + MAC
        + "(on wlan0) -- associated\n\tfreq: 2412\n\tbeacon interval: 100 TUs\n\tcapability: ESS "
        + privacy
        + "ShortSlotTime ("
        + bits
        + ")\n\tSSID: Cafe\n\tSupported rates: 1.0* 2.0*\n"
        + elements
        + "\tExtended capabilities:\n\t\t * SSID List\n";
  }

  /** The access point that {@code iw link} names, with the keys agreed on. */
  static String station(String link) {
    return link.startsWith("Connected to ")
        ? "Station " + link.split(" ", -1)[2] + " (on wlan0)\n\tauthorized:\tyes\n"
        : "";
  }

  static String rsn(String group, String pairwise, String akms) {
    return element("RSN", group, pairwise, akms);
  }

  static String wpa(String group, String pairwise, String akms) {
    return element("WPA", group, pairwise, akms);
  }

  static String element(String name, String group, String pairwise, String akms) {
    return "\t%s:\t * Version: 1\n\t\t * Group cipher: %s\n\t\t * Pairwise ciphers: %s\n\t\t * Authentication suites: %s\n"
        .formatted(name, group, pairwise, akms);
  }
}

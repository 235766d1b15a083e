package porchlight.gather.macos.wifi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Wifi.Security;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.LinkName;
import porchlight.machine.Question.Native;

/**
 * CoreWLAN: what the Wi-Fi adapter does and how the access point encrypts. It tells this to
 * everybody; the name of the network only up to macOS 13.
 *
 * @param link empty when CoreWLAN knows no adapter; then the rest says nothing
 * @param mode {@code CWInterfaceMode}: 0 none, 1 station, 2 ad hoc, 3 access point
 * @param hasChannel a radio that is tuned; one that is not associated may be tuned too
 * @param security {@code CWSecurity}
 */
record Air(
    Optional<LinkName> link,
    boolean isOn,
    long mode,
    boolean hasChannel,
    long security,
    String network) {
  static final Native NATIVE = new Native(Native.Subject.WIFI);

  static final long STATION = 1;
  static final long ACCESS_POINT = 3;
  static final long OWE_TRANSITION = 15;

  private static final List<String> NUMBERS = List.of("power", "mode", "security");

  static Reading<Air> read(Answer answer) {
    return Answers.read(NATIVE, answer, said -> parse(said.text()));
  }

  private static Reading<Air> parse(String text) {
    Map<String, String> values = new HashMap<>();
    for (String line : text.split("\n", -1)) {
      int equals = line.indexOf('=');
      if (!line.isEmpty()
          && (equals < 1
              || values.put(line.substring(0, equals), line.substring(equals + 1)) != null)) {
        return Answers.notUnderstood(NATIVE, "a line that says nothing, or something twice");
      }
    }
    String name = values.getOrDefault("interface", "?");
    if (name.isEmpty()) {
      return Reading.known(new Air(Optional.empty(), false, 0, false, 0, ""));
    }
    var link = LinkName.of(name);
    for (String key : NUMBERS) {
      if (!values.getOrDefault(key, "").matches("[0-9]{1,19}")) {
        return Answers.notUnderstood(NATIVE, "no " + key);
      }
    }
    String channel = values.getOrDefault("channel", "?");
    String power = values.getOrDefault("power", "");
    if (link.isEmpty() || !channel.matches("[0-9]{0,5}") || !power.matches("[01]")) {
      return Answers.notUnderstood(NATIVE, "its name, its channel or whether it is on");
    }
    return Reading.known(
        new Air(
            link,
            power.equals("1"),
            number(values.getOrDefault("mode", "")),
            !channel.isEmpty() && !channel.matches("0+"),
            number(values.getOrDefault("security", "")),
            values.getOrDefault("ssid", "")));
  }

  private static long number(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException tooLong) {
      return Long.MAX_VALUE; // which is Apple's own word for unknown
    }
  }

  /** Neither the channel nor the mode alone says that a network is joined. */
  boolean isJoined() {
    return isOn && mode == STATION && hasChannel;
  }

  /**
   * What the access point offers; empty for what says too little: "personal", "enterprise", the two
   * ways of OWE's transition, and numbers that nobody has seen.
   */
  Optional<Security> offered() {
    return switch ((int) Math.min(security, 100)) {
      case 0 -> Optional.of(Security.OPEN);
      case 1, 6 -> Optional.of(Security.WEP);
      case 2, 7 -> Optional.of(Security.WPA);
      case 3, 8 -> Optional.of(Security.WPA_WPA2);
      case 4 -> Optional.of(Security.WPA2);
      case 9, 12 -> Optional.of(Security.ENTERPRISE);
      case 11 -> Optional.of(Security.WPA3);
      case 13 -> Optional.of(Security.WPA2_WPA3);
      case 14 -> Optional.of(Security.OWE);
      default -> Optional.empty();
    };
  }
}

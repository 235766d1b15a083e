package porchlight.gather.macos.wifi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.facts.Wifi.Security;
import porchlight.gather.Answers;
import porchlight.gather.macos.Refusal;
import porchlight.machine.Answer;
import porchlight.machine.LinkName;
import porchlight.machine.Machine;
import porchlight.machine.Run;

/**
 * {@code ipconfig getsummary}: the state of one interface, and the key management that was really
 * negotiated on it. In its middle stands what a DHCP server sent, line by line as that stranger
 * wrote it; so only the lines after all nested ones are believed, and a key that comes twice makes
 * the whole unbelievable.
 *
 * @param keys {@code InterfaceType}, {@code LinkStatusActive}, {@code Security}, …
 */
record Summary(Map<String, String> keys) {
  static final Run SUMMARY =
      Run.of("ipconfig", "getsummary", Run.LINK)
          .hiding("^  SSID : (?!<redacted>)(.+)$")
          .hiding("^domain_(?:name|search) \\([^)]*\\): (.+)$")
          .hiding("^(?:sname|file|host_name \\([^)]*\\)) ?[=:] ?(.+)$");

  /** Two spaces are the interface's own keys; what is further in belongs to something else. */
  private static final Pattern KEY = Pattern.compile("  ([^ :{}][^:{}]*?) : (.*)");

  Summary {
    keys = Map.copyOf(keys);
  }

  static Reading<Summary> of(Machine machine, LinkName link) {
    Run question = SUMMARY.on(link);
    return read(question, machine.ask(question));
  }

  static Reading<Summary> read(Run question, Answer answer) {
    return Answers.read(
        question,
        answer,
        said ->
            said.code() == 0
                ? parse(question, said.text().stripTrailing())
                : Refusal.because(question, said));
  }

  private static Reading<Summary> parse(Run question, String text) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.getLast().equals("}")) {
      return Answers.notUnderstood(question, "it has no end");
    }
    Map<String, Integer> all = new HashMap<>();
    lines.forEach(line -> key(line).ifPresent(key -> all.merge(key, 1, Integer::sum)));
    Map<String, String> tail = new HashMap<>();
    for (int i = lines.size() - 2; i >= 0; i--) {
      Matcher row = KEY.matcher(lines.get(i));
      if (!row.matches()) {
        break; // from here up others may have written
      }
      if (all.getOrDefault(row.group(1), 0) != 1) {
        return Answers.notUnderstood(question, row.group(1) + " comes twice");
      }
      tail.put(row.group(1), row.group(2).strip());
    }
    return Reading.known(new Summary(tail));
  }

  private static Optional<String> key(String line) {
    Matcher row = KEY.matcher(line);
    return row.matches() ? Optional.of(row.group(1)) : Optional.empty();
  }

  boolean isWifi() {
    return value("InterfaceType").equals("WiFi");
  }

  /** Known only when it says so or says the contrary. */
  Optional<Boolean> isActive() {
    return switch (value("LinkStatusActive")) {
      case "TRUE" -> Optional.of(true);
      case "FALSE" -> Optional.of(false);
      default -> value("Active").equals("FALSE") ? Optional.of(false) : Optional.empty();
    };
  }

  /** Not encrypted, or WEP: this source does not tell the two apart. */
  boolean isOpenOrWep() {
    return value("Security").equals("NONE");
  }

  /** What was negotiated; empty for what is not told, not known, or {@link #isOpenOrWep}. */
  Optional<Security> negotiated() {
    return switch (value("Security")) {
      case "WPA", "WPA_PSK" -> Optional.of(Security.WPA);
      case "WPA2_PSK", "SHA256_PSK", "FT_PSK" -> Optional.of(Security.WPA2);
      case "WPA3_SAE", "FT_SAE" -> Optional.of(Security.WPA3);
      case "WPA2", "8021X", "FT_8021X", "SHA256_8021X", "SHA384_8021X", "SHA384_FT_8021X" ->
          Optional.of(Security.ENTERPRISE);
      default -> Optional.empty();
    };
  }

  /** Empty when macOS hides it, as from 15 on. */
  String network() {
    String name = value("SSID");
    return name.equals("<redacted>") ? "" : name;
  }

  private String value(String key) {
    return keys.getOrDefault(key, "");
  }
}

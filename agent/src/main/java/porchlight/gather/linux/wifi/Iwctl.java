package porchlight.gather.linux.wifi;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Wifi;
import porchlight.facts.Wifi.Joined;
import porchlight.facts.Wifi.Security;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.LinkName;
import porchlight.machine.Machine;
import porchlight.machine.Run;

/**
 * {@code iwctl}: what iwd negotiated. A table by columns, in colours even when nobody looks; only
 * root and the group netdev may ask. To be asked only when iwd runs: else it waits for it.
 */
final class Iwctl {
  static final Run STATION =
      Run.of("iwctl", "station", Run.LINK, "show").hiding("Connected network\\s+(.*?)\\s*$");

  private static final Pattern AES = Pattern.compile("[CG]CMP(-128|-256)?");
  private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*[A-Za-z]");

  private Iwctl() {}

  static Reading<Wifi> wifi(Machine machine, LinkName link) {
    return Settling.look(machine, STATION, link, Iwctl::seen);
  }

  static Reading<Seen> seen(Run question, String link, Answer answer) {
    return Answers.read(
        question,
        answer,
        said -> {
          String text = COLOUR.matcher(said.text() + said.error()).replaceAll("");
          if (text.contains("Rejected send message")) {
            return Reading.unknown(Reason.NEEDS_PRIVILEGE, "iwctl: only for root or group netdev");
          }
          return properties(text)
              .map(properties -> seen(question, link, properties))
              .orElseGet(() -> Answers.notUnderstood(question, text));
        });
  }

  private static Reading<Seen> seen(Run question, String link, Map<String, String> properties) {
    return switch (properties.getOrDefault("State", "")) {
      case "disconnected" -> Seen.notConnected();
      case "connecting",
          "connecting (auto)",
          "connecting (netconfig)",
          "disconnecting",
          "roaming",
          "ft-roaming" ->
          Settling.connecting(link);
      case "connected" ->
          security(properties)
              .map(security ->
                  Seen.settled(
                      new Joined(
                          link,
                          NetworkName.shown(properties.getOrDefault("Connected network", "")),
                          security)))
              .orElseGet(
                  () -> Answers.notUnderstood(question, "security " + properties.get("Security")));
      default -> Answers.notUnderstood(question, "state " + properties.get("State"));
    };
  }

  private static Optional<Security> security(Map<String, String> properties) {
    if (properties.getOrDefault("PairwiseCipher", "").equals("TKIP")) {
      return Optional.of(Security.WPA);
    }
    boolean hasCipher = properties.containsKey("PairwiseCipher");
    if (hasCipher && !AES.matcher(properties.getOrDefault("PairwiseCipher", "")).matches()) {
      return Optional.empty();
    }
    // Joined by the fast way between access points of one network.
    String word = properties.getOrDefault("Security", "").replaceFirst(" \\+ FT$", "");
    return switch (word) {
      case "Open" -> hasCipher ? Optional.empty() : Optional.of(Security.OPEN);
      case "OWE" -> Optional.of(Security.OWE);
      case "WPA1-Personal", "WPA-Personal", "WPA1-Enterprise", "WPA-Enterprise" ->
          Optional.of(Security.WPA);
      case "WPA2-Personal" -> Optional.of(Security.WPA2);
      case "WPA3-Personal" -> Optional.of(Security.WPA3);
      case "WPA2-Enterprise", "WPA3-Enterprise", "FILS" -> Optional.of(Security.ENTERPRISE);
      default -> Optional.empty();
    };
  }

  /** The columns stand where the heading has them; empty without one, or with a row twice. */
  private static Optional<Map<String, String>> properties(String text) {
    int name = -1;
    int value = -1;
    var found = new HashMap<String, String>();
    for (String line : text.split("\n", -1)) {
      if (name < 0) {
        value = line.indexOf("Value");
        name = line.indexOf("Property") < value ? line.indexOf("Property") : -1;
      } else if (line.length() > value && line.substring(0, name).isBlank()) {
        String key = line.substring(name, value).strip();
        if (!key.isEmpty() && found.put(key, line.substring(value).strip()) != null) {
          return Optional.empty();
        }
      }
    }
    return name < 0 ? Optional.empty() : Optional.of(found);
  }
}

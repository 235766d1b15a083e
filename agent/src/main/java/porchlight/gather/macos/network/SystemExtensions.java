package porchlight.gather.macos.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/**
 * {@code systemextensionsctl list}: firewalls of other makers. Most filter only what leaves the
 * Mac, or are VPNs; only those that filter strangers as well are told here.
 */
final class SystemExtensions {
  static final Run LIST = Run.of("systemextensionsctl", "list");

  private static final String NETWORK = "--- com.apple.system_extension.network_extension";
  private static final Map<String, String> INBOUND =
      Map.of(
          "at.obdev.littlesnitch", "Little Snitch",
          "com.intego.", "Intego NetBarrier",
          "com.eset.", "ESET",
          "com.norton.", "Norton",
          "com.symantec.", "Symantec",
          "com.sophos.", "Sophos",
          "com.vallumfirewall.", "Vallum");

  private SystemExtensions() {}

  /** The name of one that runs and may keep strangers out. */
  static Optional<String> filter(Answer answer) {
    if (!(answer instanceof Answer.Said said)) {
      return Optional.empty();
    }
    boolean network = false;
    for (String line : said.text().lines().toList()) {
      if (line.startsWith("--- ")) {
        network = line.startsWith(NETWORK);
      } else if (network && line.stripTrailing().endsWith("[activated enabled]")) {
        var name = name(List.of(line.split("\t", -1)));
        if (name.isPresent()) {
          return name;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> name(List<String> cells) {
    return INBOUND.entrySet().stream()
        .filter(maker -> cells.stream().anyMatch(cell -> cell.startsWith(maker.getKey())))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}

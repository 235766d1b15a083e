package porchlight.gather.macos.network;

import java.util.Map;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.gather.macos.SystemExtensions;
import porchlight.machine.Answer;

/**
 * Firewalls of other makers. Most filter only what leaves the Mac, or are VPNs; only those that
 * filter strangers as well are told here.
 */
final class OtherFilters {
  private static final Map<String, String> INBOUND =
      Map.of(
          "at.obdev.littlesnitch", "Little Snitch",
          "com.intego.", "Intego NetBarrier",
          "com.eset.", "ESET",
          "com.norton.", "Norton",
          "com.symantec.", "Symantec",
          "com.sophos.", "Sophos",
          "com.vallumfirewall.", "Vallum");

  private OtherFilters() {}

  /** The name of one that runs and may keep strangers out. */
  static Reading<Optional<String>> inbound(Answer answer) {
    return SystemExtensions.read(answer)
        .map(extensions ->
            extensions.network().stream().flatMap(id -> named(id).stream()).findFirst());
  }

  private static Optional<String> named(String bundle) {
    return INBOUND.entrySet().stream()
        .filter(maker -> bundle.startsWith(maker.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}

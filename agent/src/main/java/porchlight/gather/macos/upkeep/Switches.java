package porchlight.gather.macos.upkeep;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.json.tree.Json;

/** The switches of {@code com.apple.SoftwareUpdate}; one that is not there stands as it came. */
final class Switches {
  static final String CHECK = "AutomaticCheckEnabled";
  static final String DOWNLOAD = "AutomaticDownload";
  static final String INSTALL = "AutomaticallyInstallMacOSUpdates";
  static final String CRITICAL = "CriticalUpdateInstall";
  static final String DATA = "ConfigDataInstall";

  static final List<String> ALL = List.of(CHECK, DOWNLOAD, INSTALL, CRITICAL, DATA);

  private Switches() {}

  /** Those of a list that are set. */
  static Reading<Map<String, Boolean>> read(Json.Obj list) {
    Map<String, Boolean> found = new HashMap<>();
    for (String key : ALL) {
      var value = list.get(key);
      if (value.isPresent()) {
        var on = truth(value.get());
        if (on.isEmpty()) {
          return Answers.notUnderstood(UpdateSettings.OWN, key);
        }
        found.put(key, on.get());
      }
    }
    return Reading.known(found);
  }

  private static Optional<Boolean> truth(Json value) {
    return switch (value.asText().orElse("?").toLowerCase(Locale.ROOT)) {
      case "1", "true", "yes" -> Optional.of(true);
      case "0", "false", "no" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}

package porchlight;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import porchlight.json.Refused;
import porchlight.json.SettingsReader;
import porchlight.json.SettingsReader.Layered;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;
import porchlight.json.tree.PropertyList;

/**
 * Settings that a Mac's management (MDM) says in a profile: macOS keeps them as a property list in
 * a folder where only the system writes. Everybody reads it, so it never holds a token.
 */
final class ManagedPreferences {
  static final String DOMAIN = "com.porchlight.agent";
  static final Path FILE = Path.of("/Library/Managed Preferences/" + DOMAIN + ".plist");

  /** What the profile says of itself and not of the agent: {@code PayloadUUID} and the like. */
  private static final String OF_THE_PROFILE = "Payload";

  private ManagedPreferences() {}

  /**
   * The settings with those of that file over them.
   *
   * @throws Refused when it is no property list, or says what no setting can be
   */
  static Layered over(Layered below, Path file) {
    var said =
        PropertyList.of(Configuration.bytes(file))
            .flatMap(Json::asObject)
            .orElseThrow(() -> new Refused(file + ": expected a property list with a dictionary"));
    var members = new LinkedHashMap<>(said.members());
    members.keySet().removeIf(name -> name.startsWith(OF_THE_PROFILE));
    return SettingsReader.over(below, file.toString(), JsonText.compact(new Json.Obj(members)));
  }
}

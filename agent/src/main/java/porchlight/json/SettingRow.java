package porchlight.json;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.json.SettingsReader.Layered;

/**
 * A setting that is in force.
 *
 * @param from the file that says so, or {@code built-in}
 */
public record SettingRow(String name, String value, String from) {

  /** All of them, in the order of {@code config/agent.json}. */
  public static List<SettingRow> of(Layered layered) {
    var rows = new ArrayList<SettingRow>();
    for (Setting setting : Setting.values()) {
      rows.add(
          new SettingRow(
              setting.word(),
              value(setting, layered.settings()).orElse("none"),
              layered.from().getOrDefault(setting.word(), "built-in")));
    }
    return rows;
  }

  private static Optional<String> value(Setting setting, Settings settings) {
    var road = settings.road();
    return switch (setting) {
      case SERVER -> settings.server().map(Object::toString);
      case STATE_FOLDER -> Optional.of(settings.stateFolder().toString());
      case ENROLLMENT_TOKEN_FILE -> Optional.of(settings.enrollmentTokenFile().toString());
      case REPORT_SECONDS -> Optional.of("" + settings.reportSeconds());
      case WORKER_SECONDS -> Optional.of("" + settings.workerSeconds());
      case POLICY_FILE -> settings.policyFile().map(Path::toString);
      case PROXY -> // no login
          Optional.of(road.ways().map(ways -> ways.size() + " named").orElse("system"));
      case PROXY_CREDENTIALS_FILE -> road.credentials().map(Path::toString);
      case PINS ->
          Optional.of(road.pins().size()).filter(count -> count > 0).map(count -> "" + count);
      case CONNECTION -> Optional.of(road.keeps() ? "kept" : "cycle");
    };
  }
}

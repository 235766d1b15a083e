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
    var settings = layered.settings();
    var road = settings.road();
    var rows = new ArrayList<SettingRow>();
    row(rows, layered, "server", settings.server().map(Object::toString));
    row(rows, layered, "stateFolder", Optional.of(settings.stateFolder().toString()));
    row(
        rows,
        layered,
        "enrollmentTokenFile",
        Optional.of(settings.enrollmentTokenFile().toString()));
    row(rows, layered, "reportSeconds", Optional.of("" + settings.reportSeconds()));
    row(rows, layered, "workerSeconds", Optional.of("" + settings.workerSeconds()));
    row(rows, layered, "policyFile", settings.policyFile().map(Path::toString));
    row(
        rows,
        layered,
        "proxy",
        Optional.of(
            road.ways().isEmpty() ? "system" : road.ways().get().size() + " named")); // no login
    row(rows, layered, "proxyCredentialsFile", road.credentials().map(Path::toString));
    row(
        rows,
        layered,
        "pins",
        road.pins().isEmpty() ? Optional.empty() : Optional.of("" + road.pins().size()));
    return rows;
  }

  private static void row(
      List<SettingRow> rows, Layered layered, String name, Optional<String> value) {
    rows.add(
        new SettingRow(name, value.orElse("none"), layered.from().getOrDefault(name, "built-in")));
  }
}

package porchlight.json;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads {@code agent.json}; what it does not understand it refuses. */
public final class SettingsReader {
  private static final String A_PATH = "an absolute path";

  private SettingsReader() {}

  /**
   * The settings in that text.
   *
   * @param source the file as the operator knows it, for messages
   */
  public static Settings read(String source, String text) {
    var fields = Fields.read(source, text);
    var fallback = Settings.DEFAULTS;
    var settings =
        new Settings(
            fields.text("server", "").isEmpty()
                ? Optional.empty()
                : Optional.of(fields.form("server", ServerUrl.EXPECTED, ServerUrl::of)),
            path(fields, "stateFolder", fallback.stateFolder()),
            path(fields, "enrollmentTokenFile", fallback.enrollmentTokenFile()),
            fields.integer("reportSeconds", 60, 86_400, fallback.reportSeconds()),
            fields.integer("workerSeconds", 10, 600, fallback.workerSeconds()),
            optional(fields, "policyFile"),
            RoadSettings.read(fields, optional(fields, "proxyCredentialsFile")));
    fields.finish();
    return settings;
  }

  private static Path path(Fields fields, String name, Path fallback) {
    return fields.has(name) ? fields.form(name, A_PATH, SettingsReader::absolute) : fallback;
  }

  private static Optional<Path> optional(Fields fields, String name) {
    return fields.text(name, "").isEmpty()
        ? Optional.empty()
        : Optional.of(fields.form(name, A_PATH, SettingsReader::absolute));
  }

  private static Optional<Path> absolute(String text) {
    try {
      return Optional.of(Path.of(text)).filter(Path::isAbsolute);
    } catch (InvalidPathException notAPath) {
      return Optional.empty();
    }
  }
}

package porchlight.json;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads {@code agent.json}; what it does not understand it refuses. */
public final class SettingsReader {
  private static final String A_PATH = "an absolute path";

  private SettingsReader() {}

  /**
   * Settings, and which file each that is not the program's own is from.
   *
   * @param from by the name of the setting
   */
  public record Layered(Settings settings, Map<String, String> from) {
    /** Nothing but the program's own. */
    public static final Layered NONE = new Layered(Settings.DEFAULTS, Map.of());
  }

  /**
   * The settings in that text.
   *
   * @param source the file as the operator knows it, for messages
   */
  public static Settings read(String source, String text) {
    return over(Layered.NONE, source, text).settings();
  }

  /** The settings with those in that text over them: what it does not name stays. */
  public static Layered over(Layered below, String source, String text) {
    var fields = Fields.read(source, text);
    var fallback = below.settings();
    var settings =
        new Settings(
            fields.has("server") ? server(fields) : fallback.server(),
            path(fields, "stateFolder", fallback.stateFolder()),
            path(fields, "enrollmentTokenFile", fallback.enrollmentTokenFile()),
            fields.integer("reportSeconds", 60, 86_400, fallback.reportSeconds()),
            fields.integer("workerSeconds", 10, 600, fallback.workerSeconds()),
            optional(fields, "policyFile", fallback.policyFile()),
            RoadSettings.read(
                fields,
                fallback.road(),
                optional(fields, "proxyCredentialsFile", fallback.road().credentials())));
    fields.finish();
    var from = new LinkedHashMap<>(below.from());
    for (String name : Setting.words()) {
      if (fields.has(name)) {
        from.put(name, source);
      }
    }
    return new Layered(settings, from);
  }

  private static Optional<java.net.URI> server(Fields fields) {
    return fields.text("server").isEmpty()
        ? Optional.empty()
        : Optional.of(fields.form("server", ServerUrl.EXPECTED, ServerUrl::of));
  }

  private static Path path(Fields fields, String name, Path fallback) {
    return fields.has(name) ? fields.form(name, A_PATH, SettingsReader::absolute) : fallback;
  }

  private static Optional<Path> optional(Fields fields, String name, Optional<Path> fallback) {
    if (!fields.has(name)) {
      return fallback;
    }
    return fields.text(name).isEmpty()
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

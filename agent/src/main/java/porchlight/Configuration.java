package porchlight;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import porchlight.json.PolicyReader;
import porchlight.json.Refused;
import porchlight.json.Settings;
import porchlight.json.SettingsReader;
import porchlight.policy.Policy;

/** Finds and reads what the operator wrote. */
final class Configuration {
  private static final Path USUAL = Path.of("/etc/porchlight/agent.json");
  private static final int LONGEST = 1 << 20;

  private Configuration() {}

  /**
   * The settings that {@code --config FILE} names; else those of the usual file; else the defaults.
   */
  static Settings settings(List<String> options) {
    if (options.isEmpty()) {
      return Files.exists(USUAL) ? read(USUAL) : Settings.DEFAULTS;
    }
    if (options.size() != 2 || !options.get(0).equals("--config")) {
      throw new Refused("expected --config FILE or nothing; found " + String.join(" ", options));
    }
    return read(Path.of(options.get(1)));
  }

  static Settings settings(Optional<String> file) {
    return settings(file.map(name -> List.of("--config", name)).orElse(List.of()));
  }

  static Policy policy(Settings settings) {
    return settings
        .policyFile()
        .map(file -> PolicyReader.read(file.toString(), text(file)))
        .orElseGet(PolicyReader::packed);
  }

  private static Settings read(Path file) {
    return SettingsReader.read(file.toString(), text(file));
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) > LONGEST) {
        throw new Refused(file + ": too long to be what it should be");
      }
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (NoSuchFileException missing) {
      throw new Refused(file + ": there is no such file");
    } catch (AccessDeniedException denied) {
      throw new Refused(file + ": permission denied");
    } catch (IOException failed) {
      throw new Refused(file + ": " + failed.getMessage());
    }
  }
}

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
import porchlight.json.SettingsReader.Layered;
import porchlight.json.UsualFolders;
import porchlight.policy.InForce;
import porchlight.uplink.CentralPolicy;

/** Finds and reads what the operator wrote. */
final class Configuration {
  private static final Path USUAL = UsualFolders.settings().resolve("agent.json");

  /** What configuration management writes; it goes before what a person wrote. */
  private static final Path MANAGED = UsualFolders.settings().resolve(UsualFolders.MANAGED);

  /** Elsewhere anybody might make a folder of that name. */
  private static final boolean MAC = System.getProperty("os.name", "").startsWith("Mac");

  private static final int LONGEST = 1 << 20;

  private Configuration() {}

  /**
   * The settings that {@code --config FILE} names; else those of the usual file; else the defaults.
   * Over each of them goes what the operating system's management says: a file of its own, and on
   * Windows the registry's policies over that.
   */
  static Layered layered(List<String> options) {
    if (options.isEmpty()) {
      OwnFolder.see();
      return managed(layered(USUAL, false, MANAGED));
    }
    if (options.size() != 2 || !options.get(0).equals("--config")) {
      throw new Refused("expected --config FILE or nothing; found " + String.join(" ", options));
    }
    return managed(layered(Path.of(options.get(1)), true, MANAGED));
  }

  private static Layered managed(Layered below) {
    return MAC && Files.exists(ManagedPreferences.FILE)
        ? ManagedPreferences.over(below, ManagedPreferences.FILE)
        : RegistryPolicy.over(below);
  }

  static Layered layered(Path file, boolean demanded, Path managed) {
    var written = demanded || Files.exists(file) ? over(Layered.NONE, file) : Layered.NONE;
    return Files.exists(managed) ? over(written, managed) : written;
  }

  static Layered layered(Optional<String> file) {
    return layered(file.map(name -> List.of("--config", name)).orElse(List.of()));
  }

  static Settings settings(List<String> options) {
    Settings settings = layered(options).settings();
    if (!options.isEmpty() && settings.stateFolder().startsWith(UsualFolders.settings())) {
      OwnFolder.see();
    }
    return settings;
  }

  static Settings settings(Optional<String> file) {
    return layered(file).settings();
  }

  /**
   * The policy that is in force: what the operator wrote in a file, else what central has signed,
   * else the program's own.
   */
  static InForce policy(Settings settings) {
    var file = settings.policyFile();
    if (file.isPresent()) {
      return new InForce(
          PolicyReader.read(file.get().toString(), text(file.get())), InForce.From.FILE);
    }
    try {
      return CentralPolicy.held(settings.stateFolder())
          .map(held -> new InForce(held.policy(), InForce.From.CENTRAL))
          .orElseGet(Configuration::packed);
    } catch (IOException unreadable) {
      return packed();
    }
  }

  private static InForce packed() {
    return new InForce(PolicyReader.packed(), InForce.From.BUILT_IN);
  }

  private static Layered over(Layered below, Path file) {
    return SettingsReader.over(below, file.toString(), text(file));
  }

  static String text(Path file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  static byte[] bytes(Path file) {
    try {
      if (Files.size(file) > LONGEST) {
        throw new Refused(file + ": too long to be what it should be");
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException missing) {
      throw new Refused(file + ": there is no such file");
    } catch (AccessDeniedException denied) {
      throw new Refused(file + ": permission denied");
    } catch (IOException failed) {
      throw new Refused(file + ": " + failed.getMessage());
    }
  }
}

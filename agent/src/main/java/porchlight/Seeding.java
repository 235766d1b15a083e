package porchlight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import porchlight.json.Refused;
import porchlight.json.Seeds;
import porchlight.json.UsualFolders;
import porchlight.uplink.Durable;

/**
 * {@code porchlight seed}: what an installer was told in its environment goes where the agent reads
 * it, settings into {@code managed.json}, the token into a file for root only. Nothing of it is
 * printed, nor was it in arguments that others could see.
 */
final class Seeding {
  static final String COMMAND = "seed";

  private Seeding() {}

  static int run(Map<String, String> environment) {
    try {
      OwnFolder.make();
      OwnFolder.see();
    } catch (Refused others) {
      return refused(others);
    }
    return run(environment, UsualFolders.settings());
  }

  static int run(Map<String, String> environment, Path folder) {
    try {
      Seeds seeds = Seeds.of(environment);
      Path managed = folder.resolve(UsualFolders.MANAGED);
      if (!seeds.settings().isEmpty()) {
        var written =
            Files.exists(managed)
                ? Optional.of(Configuration.text(managed))
                : Optional.<String>empty();
        Durable.write(managed, seeds.over(managed.toString(), written));
        forAllToRead(managed);
      }
      if (seeds.token().isPresent()) {
        Durable.write(folder.resolve(UsualFolders.TOKEN), seeds.token().get() + "\n");
      }
      return 0;
    } catch (Refused wrong) {
      return refused(wrong);
    } catch (IOException failed) {
      System.err.println("porchlight: cannot write to " + folder + ": " + failed);
      return 73;
    }
  }

  private static int refused(Refused why) {
    System.err.println("porchlight: " + why.getMessage());
    return 78;
  }

  /** There is no secret in it, and a person's own check wants to know it. */
  private static void forAllToRead(Path file) throws IOException {
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }
  }
}

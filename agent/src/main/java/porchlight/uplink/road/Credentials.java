package porchlight.uplink.road;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import porchlight.json.Way;

/**
 * The names and passwords for proxies: a file with a line {@code HOST:PORT NAME:PASSWORD} for each.
 * A password goes only to the proxy that its line names, whoever names that proxy.
 */
final class Credentials {
  private static final int LONGEST = 64 << 10;

  private Credentials() {}

  static Optional<Way.Login> of(Path file, String proxy) throws IOException {
    for (String line : text(file).split("\\R", -1)) {
      String word = line.strip();
      int blank = word.indexOf(' ');
      int colon = word.indexOf(':', blank + 1);
      if (blank > 0
          && colon > blank
          && !word.startsWith("#")
          && word.substring(0, blank).equalsIgnoreCase(proxy)) {
        return Optional.of(
            new Way.Login(word.substring(blank + 1, colon).strip(), word.substring(colon + 1)));
      }
    }
    return Optional.empty();
  }

  private static String text(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      if (Files.getFileStore(file).supportsFileAttributeView("posix") && othersRead(file)) {
        throw new IOException(file + " holds passwords and others may read it: chmod 600 " + file);
      }
      return new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
    } catch (NoSuchFileException missing) {
      throw new IOException("there is no " + file, missing);
    }
  }

  private static boolean othersRead(Path file) throws IOException {
    Set<PosixFilePermission> modes = Files.getPosixFilePermissions(file);
    return modes.contains(PosixFilePermission.GROUP_READ)
        || modes.contains(PosixFilePermission.OTHERS_READ);
  }
}

package porchlight.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What an image is made from, as one digest: the jars, the configuration, the JDK and this program.
 */
final class Fingerprint {
  private Fingerprint() {}

  static String of(Path jars, Path config) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(Runtime.version().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
      for (Path folder :
          new Path[] {
            jars,
            config,
            Path.of(Image.class.getProtectionDomain().getCodeSource().getLocation().getPath())
          }) {
        try (var files = Files.walk(folder)) {
          for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
            digest.update(
                folder
                    .relativize(file)
                    .toString()
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
          }
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}

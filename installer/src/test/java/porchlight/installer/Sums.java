package porchlight.installer;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is in files, told by SHA-256. */
final class Sums {
  private Sums() {}

  /**
   * Every file below the folder, by its name from there on with slashes; links are not followed.
   */
  static SortedMap<String, String> below(Path folder) throws IOException {
    var sums = new TreeMap<String, String>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(file -> Files.isRegularFile(file, NOFOLLOW_LINKS)).toList()) {
        sums.put(folder.relativize(file).toString(), of(file));
      }
    }
    return sums;
  }

  private static String of(Path file) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

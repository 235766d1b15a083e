package porchlight.gather;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Files and links that tests lay out in a folder, with the folders above them. */
public final class OnDisk {
  private OnDisk() {}

  public static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public static void link(Path link, String to) {
    try {
      Files.createDirectories(link.getParent());
      Files.createSymbolicLink(link, Path.of(to));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The texts of all files in a folder, by their paths below it. */
  public static Map<String, String> texts(Path folder) {
    var texts = new TreeMap<String, String>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(folder.relativize(file).toString(), Files.readString(file));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return texts;
  }
}

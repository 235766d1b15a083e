package porchlight.gather.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What real machines really said; see PROVENANCE.tsv beside them. */
public final class Captures {
  private static final Path ROOT = Path.of("src/test/captures/linux");

  private Captures() {}

  /** The text of one. */
  public static String text(String file) {
    try {
      return Files.readString(ROOT.resolve(file));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** The names of those that match a glob, sorted. */
  public static List<String> matching(String glob) {
    var matcher = ROOT.getFileSystem().getPathMatcher("glob:" + glob);
    try (var all = Files.walk(ROOT)) {
      return all.filter(Files::isRegularFile)
          .map(ROOT::relativize)
          .filter(matcher::matches)
          .map(Path::toString)
          .sorted()
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}

package porchlight.gather.linux;

import java.nio.file.Path;
import java.util.List;
import porchlight.gather.CaptureFolder;

/** What real machines really said; see PROVENANCE.tsv beside them. */
public final class Captures {
  private static final CaptureFolder FOLDER = new CaptureFolder(Path.of("src/test/captures/linux"));

  private Captures() {}

  /** The text of one. */
  public static String text(String file) {
    return FOLDER.text(file);
  }

  /** The names of those that match a glob, sorted. */
  public static List<String> matching(String glob) {
    var matcher = FOLDER.root().getFileSystem().getPathMatcher("glob:" + glob);
    return FOLDER.all().stream().filter(file -> matcher.matches(Path.of(file))).toList();
  }
}

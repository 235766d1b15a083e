package porchlight.gather.macos;

import java.nio.file.Path;
import java.util.List;
import porchlight.gather.CaptureFolder;

/** What real Macs really said; see PROVENANCE.tsv beside them. */
public final class MacCaptures {
  static final CaptureFolder FOLDER = new CaptureFolder(Path.of("src/test/captures/macos"));

  private MacCaptures() {}

  /** The text of one. */
  public static String text(String file) {
    return FOLDER.text(file);
  }

  /** All of them, sorted. */
  public static List<String> all() {
    return FOLDER.all();
  }
}

package porchlight.gather.windows;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.gather.CaptureFolder;

/** What real Windows machines really said; see PROVENANCE.tsv beside them. */
public final class WinCaptures {
  static final CaptureFolder FOLDER = new CaptureFolder(Path.of("src/test/captures/windows"));

  private static final Pattern REG_QUERY =
      Pattern.compile(" {4}(\\S+(?: \\S+)*) {4}REG_(SZ|DWORD)(?: {4}(.*))?");

  private WinCaptures() {}

  /** The text of one. */
  public static String text(String file) {
    return FOLDER.text(file);
  }

  /** All of them, sorted. */
  public static List<String> all() {
    return FOLDER.all();
  }

  /**
   * What {@code reg query} printed, as an export would say it; only texts and numbers.
   *
   * @param key what the values belong to where the beginning was cut off
   */
  public static String export(String key, String query) {
    var out = new StringBuilder();
    boolean open = false;
    for (String line : query.lines().toList()) {
      Matcher value = REG_QUERY.matcher(line);
      if (line.startsWith("HKEY_")) {
        out.append('[').append(line.strip()).append("]\n");
        open = true;
      } else if (value.matches()) {
        if (!open) {
          out.append('[').append(key).append("]\n");
          open = true;
        }
        String data = value.group(3) == null ? "" : value.group(3);
        out.append('"').append(value.group(1)).append("\"=");
        if (value.group(2).equals("DWORD")) {
          out.append(String.format("dword:%08x", Long.decode(data.strip())));
        } else {
          out.append('"').append(data.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
        }
        out.append('\n');
      }
    }
    return out.toString();
  }
}

package porchlight.gather.windows;

import java.util.List;
import porchlight.gather.DatedTable;

/** The machine's own list of authorities as Windows comes with it. */
public final class WinRoots {
  private static final String KEY =
      "HKLM\\SOFTWARE\\Microsoft\\SystemCertificates\\ROOT\\Certificates";
  public static final List<String> OF_WINDOWS =
      DatedTable.shipped("windows-roots.tsv", "thumbprint\tname\tsource").rows().stream()
          .map(row -> row.cell(0))
          .toList();

  private WinRoots() {}

  /** What the registry says of it, and of others. */
  public static String list(String... others) {
    var out = new StringBuilder(Keys.header(KEY));
    OF_WINDOWS.forEach(one -> out.append(Keys.header(KEY + "\\" + one)));
    List.of(others).forEach(one -> out.append(Keys.header(KEY + "\\" + one)));
    return out.toString();
  }

  static void into(WinTree tree) {
    OF_WINDOWS.forEach(one -> tree.key(KEY + "\\" + one));
  }
}

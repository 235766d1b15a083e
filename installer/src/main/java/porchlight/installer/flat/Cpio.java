package porchlight.installer.flat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * An archive in the portable form of cpio (POSIX "odc": numbers in octal digits), gzipped, as
 * Apple's Installer reads payloads and scripts.
 */
final class Cpio {
  private static final String END = "TRAILER!!!";
  private static final int MOST_INODES = 0777777;

  private Cpio() {}

  /** The archive of those entries, each with that time (seconds since 1970). */
  static byte[] gzipped(List<Entry> entries, long time) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes, 1 << 16)) {
      int inode = 1;
      for (Entry entry : entries) {
        int links = entry.kind() == Entry.Kind.FOLDER ? 2 : 1;
        header(out, entry.name(), entry.mode(), inode++, links, time, entry.data().length);
        out.write(entry.data());
      }
      header(out, END, 0, 0, 1, 0, 0);
    }
    return bytes.toByteArray();
  }

  private static void header(
      OutputStream out, String name, int mode, int inode, int links, long time, long size)
      throws IOException {
    byte[] written = name.getBytes(StandardCharsets.UTF_8);
    // magic, device, inode, mode, user, group, links, device, time, length of the name, length
    out.write(
        "070707%06o%06o%06o%06o%06o%06o%06o%011o%06o%011o"
            .formatted(0, inode & MOST_INODES, mode, 0, 0, links, 0, time, written.length + 1, size)
            .getBytes(StandardCharsets.US_ASCII));
    out.write(written);
    out.write(0);
  }
}

package porchlight.installer.flat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;

/** The archive that a package is: a table in compressed XML, then a heap of files as they are. */
final class Xar {
  private static final int MAGIC = 0x78617221;
  private static final short HEADER = 28;
  private static final int SHA_1 = 1;
  private static final int DIGEST = 20;

  private final ByteArrayOutputStream heap = new ByteArrayOutputStream();
  private final StringBuilder table = new StringBuilder();
  private int id;

  private Xar() {
    heap.writeBytes(new byte[DIGEST]); // of the table, once it is written
  }

  /** One file at the top, and a folder with files in it, in their order. */
  static byte[] of(String name, byte[] top, String folder, Map<String, byte[]> within, long time)
      throws IOException {
    var xar = new Xar();
    xar.file(name, top);
    xar.table.append(
        "  <file id=\"%d\"><name>%s</name><type>directory</type><mode>0755</mode><uid>0</uid><gid>0</gid>\n"
            .formatted(++xar.id, folder));
    within.forEach(xar::file);
    xar.table.append("  </file>\n");
    return xar.bytes(time);
  }

  private void file(String name, byte[] data) {
    String digest = HexFormat.of().formatHex(sha1(data));
    table.append(
        """
          <file id="%1$d"><name>%2$s</name><type>file</type><mode>0644</mode><uid>0</uid><gid>0</gid>
           <data><offset>%3$d</offset><size>%4$d</size><length>%4$d</length><encoding style="application/octet-stream"/>
           <extracted-checksum style="sha1">%5$s</extracted-checksum><archived-checksum style="sha1">%5$s</archived-checksum></data></file>
        """
            .formatted(++id, name, heap.size(), data.length, digest));
    heap.writeBytes(data);
  }

  private byte[] bytes(long time) throws IOException {
    byte[] plain =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <xar>
         <toc>
          <checksum style="sha1"><offset>0</offset><size>%d</size></checksum>
          <creation-time>%s</creation-time>
        %s </toc>
        </xar>
        """
            .formatted(DIGEST, Instant.ofEpochSecond(time), table)
            .getBytes(StandardCharsets.UTF_8);
    var compressed = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(compressed)) {
      deflater.write(plain);
    }
    byte[] files = heap.toByteArray();
    System.arraycopy(sha1(compressed.toByteArray()), 0, files, 0, DIGEST);
    var whole = new ByteArrayOutputStream();
    whole.writeBytes(
        ByteBuffer.allocate(HEADER)
            .putInt(MAGIC)
            .putShort(HEADER)
            .putShort((short) 1)
            .putLong(compressed.size())
            .putLong(plain.length)
            .putInt(SHA_1)
            .array());
    whole.writeBytes(compressed.toByteArray());
    whole.writeBytes(files);
    return whole.toByteArray();
  }

  private static byte[] sha1(byte[] data) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(data);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}

package porchlight.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * What {@code porchlight share} makes: a zip file whose {@link #MACHINE} can be replayed.
 *
 * @param texts by the names of its files
 */
record Bundle(Map<String, String> texts) {
  static final String README = "README.txt";
  static final String MACHINE = "machine.txt";
  static final String REPORT = "report.json";
  static final String SCREEN = "report.txt";

  /** Every file bears it: when a bundle was made is nobody's business. */
  private static final LocalDateTime SOME_DAY = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final byte[] MARK = {'P', 'K', 3, 4};
  private static final int MOST_FILES = 100;

  Bundle {
    texts = new LinkedHashMap<>(texts);
  }

  byte[] zip() {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (var text : texts.entrySet()) {
        var entry = new ZipEntry(text.getKey());
        entry.setTimeLocal(SOME_DAY);
        zip.putNextEntry(entry);
        zip.write(text.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** Whether these are the bytes of a zip file. */
  static boolean isZip(byte[] bytes) {
    for (int i = 0; i < MARK.length; i++) {
      if (bytes.length <= i || bytes[i] != MARK[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * A file in a zip file; empty where there is none of that name.
   *
   * @param longest how many bytes of it are read at most
   * @throws IOException when it is damaged, or unpacks to more
   */
  static Optional<String> text(byte[] zipped, String name, int longest) throws IOException {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(zipped), StandardCharsets.UTF_8)) {
      for (int i = 0; i < MOST_FILES; i++) {
        ZipEntry entry = zip.getNextEntry();
        if (entry == null) {
          return Optional.empty();
        }
        if (entry.getName().equals(name)) {
          byte[] text = zip.readNBytes(longest + 1);
          if (text.length > longest) {
            throw new IOException(name + " in it is too long to be what it should be");
          }
          return Optional.of(new String(text, StandardCharsets.UTF_8));
        }
      }
      return Optional.empty();
    } catch (IllegalArgumentException damaged) { // names that are no UTF-8
      throw new IOException("it is damaged", damaged);
    }
  }
}

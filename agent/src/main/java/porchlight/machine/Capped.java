package porchlight.machine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reading what may be endless. */
final class Capped {
  private Capped() {}

  /**
   * All of it as UTF-8, or {@link Answer.TooLong} as soon as it is more than {@code limit} bytes.
   */
  static Answer read(InputStream in, int limit) throws IOException {
    byte[] bytes = in.readNBytes(limit + 1);
    if (bytes.length > limit) {
      return new Answer.TooLong(limit);
    }
    return new Answer.Said(0, new String(bytes, StandardCharsets.UTF_8));
  }

  /**
   * The first 64 KiB as UTF-8; the rest is read and let go, so that the writer is not held up. Read
   * in plain pieces: Java would ask a pipe of Windows where in it we are, and Wine says no.
   */
  static String readSome(InputStream in) throws IOException {
    byte[] first = new byte[64 << 10];
    int length = 0;
    int read = 0;
    while (length < first.length && read >= 0) {
      length += read;
      read = in.read(first, length, first.length - length);
    }
    byte[] rest = new byte[8 << 10];
    while (read >= 0) {
      read = in.read(rest);
    }
    return new String(first, 0, length, StandardCharsets.UTF_8);
  }
}

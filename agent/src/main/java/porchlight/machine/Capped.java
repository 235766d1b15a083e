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

  /** The first 64 KiB as UTF-8; the rest is read and let go, so that the writer is not held up. */
  static String readSome(InputStream in) throws IOException {
    byte[] first = in.readNBytes(64 << 10);
    byte[] rest = new byte[8 << 10];
    // No transferTo, which asks a pipe for its length: Wine has none, and so does not answer.
    int read = 0;
    while (read >= 0) {
      read = in.read(rest);
    }
    return new String(first, StandardCharsets.UTF_8);
  }
}

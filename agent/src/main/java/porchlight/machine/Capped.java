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
}

package porchlight.uplink;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Numbers the reports of this device; a number is on the disk before it is used. */
public final class Sequence {
  private final Path file;

  public Sequence(Path file) {
    this.file = file;
  }

  /**
   * The next number.
   *
   * @param atLeast numbers up to this one are known to be used, should the file be lost
   */
  public long next(long atLeast) throws IOException {
    long next = Math.max(last(), atLeast) + 1;
    Durable.write(file, next + "\n");
    return next;
  }

  /** Begins anew, for a device that central has not met. */
  public void restart() throws IOException {
    Durable.write(file, "0\n");
  }

  private long last() throws IOException {
    return Durable.read(file).map(String::strip).flatMap(Sequence::number).orElse(0L);
  }

  private static Optional<Long> number(String text) {
    return text.matches("\\d{1,16}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }
}

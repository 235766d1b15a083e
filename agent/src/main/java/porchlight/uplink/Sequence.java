package porchlight.uplink;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Numbers the reports of a device; a number is on the disk before its report is sent. The file
 * names the device that it numbers for: another one begins anew.
 */
public final class Sequence {
  private static final Pattern FORM = Pattern.compile("(\\d{1,16}) ([0-9a-f-]{36})\\s*");

  private static final long LONGEST_JUMP = 1_000_000;

  private final Path file;
  private final UUID device;

  public Sequence(Path file, UUID device) {
    this.file = file;
    this.device = device;
  }

  /**
   * The next number.
   *
   * @param atLeast numbers up to this one are known to be used, whatever the file says
   */
  public long after(long atLeast) throws IOException {
    return Math.max(last(), atLeast) + 1;
  }

  /** Whether a number is so far ahead that nobody can have used all before it. */
  boolean isFar(long number, long atLeast) throws IOException {
    return number - after(atLeast) > LONGEST_JUMP;
  }

  /** Counts on from there, even where that is back. */
  void used(long last) throws IOException {
    Durable.write(file, last + " " + device + "\n");
  }

  private long last() throws IOException {
    return Durable.read(file).flatMap(this::number).orElse(0L);
  }

  private Optional<Long> number(String text) {
    var line = FORM.matcher(text);
    return line.matches() && line.group(2).equals(device.toString())
        ? Optional.of(Long.parseLong(line.group(1)))
        : Optional.empty();
  }
}

package porchlight.uplink;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Room on the disk that is held for what must not be lost when the disk is full: a file of nothing,
 * which is given up then, and taken again by the next cycle.
 */
public final class Reserve {
  static final int BYTES = 256 << 10;

  private static final String NAME = "porchlight.reserve";
  private static final int BLOCK = 4 << 10;

  private Reserve() {}

  /** Takes it, or as much of it as there is. */
  public static void hold(StateFolder state) {
    Path file = state.path().resolve(NAME);
    var random = new SplittableRandom(System.nanoTime()); // zeros take no room on some disks
    byte[] block = new byte[BLOCK];
    try {
      long size = Files.exists(file) ? Files.size(file) : 0;
      if (size >= BYTES) {
        return;
      }
      try (FileChannel out =
          FileChannel.open(
              file,
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
              Durable.mode("rw-------"))) {
        for (; size < BYTES; size += BLOCK) {
          random.nextBytes(block);
          out.write(ByteBuffer.wrap(block));
        }
      }
    } catch (IOException noRoom) {
      // What there is of it is held.
    }
  }

  /** Gives it up for a file of the folder where it lies, or of one in there; whether it did. */
  static boolean give(Path file) {
    Path beside = file.toAbsolutePath().resolveSibling(NAME);
    Path above = file.toAbsolutePath().resolveSibling("..").normalize().resolve(NAME);
    try {
      return Files.deleteIfExists(beside) || Files.deleteIfExists(above);
    } catch (IOException readOnly) {
      return false;
    }
  }
}

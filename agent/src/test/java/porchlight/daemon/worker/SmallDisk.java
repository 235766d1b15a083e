package porchlight.daemon.worker;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that is a disk of its own, and soon full; it needs root. */
final class SmallDisk implements AutoCloseable {
  private final Path disk;
  private final Path ballast;

  /** One of that size, as mount has it, on a folder that is there. */
  SmallDisk(Path disk, String size) throws IOException {
    this.disk = disk;
    ballast = disk.resolve("ballast");
    assumeTrue(
        done("mount", "-t", "tmpfs", "-o", "size=" + size, "porchlight-test", disk.toString()),
        "needs root, to mount a small disk");
  }

  private static boolean done(String... command) throws IOException {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (InterruptedException hurried) {
      throw new IllegalStateException(hurried);
    }
  }

  /** Until nothing more fits. */
  void fill() throws IOException {
    try (var out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(new byte[4096]);
      }
    } catch (IOException full) {
      assertTrue(Files.size(ballast) > 0);
    }
  }

  void empty() throws IOException {
    Files.delete(ballast);
  }

  @Override
  public void close() throws IOException {
    assertTrue(done("umount", disk.toString()));
  }
}

package porchlight.daemon;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/** A file that one process holds at a time; the system lets go of it when that process ends. */
public final class Lock {
  private Lock() {}

  /** What is done under a lock. */
  @FunctionalInterface
  public interface Task<T> {
    T run() throws IOException;
  }

  /** Does it while holding the file; nothing is done when another process holds it. */
  public static <T> Optional<T> during(Path path, Task<T> task) throws IOException {
    try (FileChannel file = open(path)) {
      if (file.tryLock() == null) {
        return Optional.empty();
      }
      return Optional.of(task.run());
    } catch (OverlappingFileLockException ours) {
      return Optional.empty(); // held by this very process: taken all the same
    }
  }

  /** Does it while holding the file, after waiting for another process that holds it. */
  public static <T> T inTurn(Path path, Task<T> task) throws IOException {
    try (FileChannel file = open(path)) {
      file.lock();
      return task.run();
    }
  }

  private static FileChannel open(Path path) throws IOException {
    return FileChannel.open(
        path, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OwnerOnly.file());
  }
}

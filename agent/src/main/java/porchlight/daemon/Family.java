package porchlight.daemon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A worker and all that came of it. Children are found by descent, and on Linux also by the mark
 * that they inherited in their environment, since a child whose parent has ended descends from
 * nobody.
 */
final class Family {
  /** The name of the mark that a worker gets. */
  static final String MARK = "PORCHLIGHT_WORKER";

  private static final int ROUNDS = 10;
  private static final int AT_LEAST = 4;
  private static final long BETWEEN_ROUNDS_NANOS = 30_000_000;

  private final Process worker;
  private final List<String> marks;

  Family(Process worker, String mark) {
    this.worker = worker;
    // The worker's tools have an environment of their own, with a mark that begins with its id.
    this.marks =
        List.of(
            String.join("", MARK, "=", mark, "\0"),
            String.join("", "PORCHLIGHT_RUN=", Long.toString(worker.pid()), "."));
  }

  /** Ends them all, until none is left that could start another. */
  void end() {
    List<ProcessHandle> family = worker.descendants().toList();
    worker.destroyForcibly();
    family.forEach(ProcessHandle::destroyForcibly);
    // One that is just becoming another program shows no environment for a moment: look more than
    // once.
    for (int round = 0; round < ROUNDS && (endOrphans() > 0 || round < AT_LEAST); round++) {
      LockSupport.parkNanos(BETWEEN_ROUNDS_NANOS);
    }
  }

  /** Ends those whose parent has gone; answers how many. */
  int endOrphans() {
    List<ProcessHandle> orphans =
        ProcessHandle.allProcesses().filter(process -> isMarked(process)).toList();
    orphans.forEach(ProcessHandle::destroyForcibly);
    return orphans.size();
  }

  private boolean isMarked(ProcessHandle process) {
    try {
      String environment =
          "\0"
              + new String(
                  Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "environ")),
                  StandardCharsets.ISO_8859_1);
      return marks.stream().anyMatch(mark -> environment.contains("\0" + mark));
    } catch (IOException goneOrNotOurs) {
      return false;
    }
  }
}

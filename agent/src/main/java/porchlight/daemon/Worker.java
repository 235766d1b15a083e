package porchlight.daemon;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of the worker: a process with a deadline, of whose output little but the last line
 * matters.
 */
final class Worker {
  private static final int LOOKS_FOR_ORPHANS = 3;
  private static final int LONGEST_LINE = 200;
  private static final long TO_READ_THE_REST_MILLIS = 1000;

  private final Process process;
  private final Family family;
  private final Thread reader;
  private volatile String lastLine = "";
  private volatile String holding = "";

  private Worker(Process process, String mark) {
    this.process = process;
    this.family = new Family(process, mark);
    this.reader = new Output();
    reader.setDaemon(true);
  }

  /**
   * How it ended: by itself, with that status, or because its time was up.
   *
   * @param held the kind of a report that went with it, see {@link ReportsLost}; else empty
   */
  record End(int status, boolean overdue, String held, String lastLine) {}

  static Worker start(List<String> command, Handover handover) throws IOException {
    var builder =
        new ProcessBuilder(command)
            .redirectInput(NoInput.redirect())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    handover.into(builder.environment());
    String mark =
        String.join(
            ".", Long.toString(ProcessHandle.current().pid()), Long.toString(System.nanoTime()));
    builder.environment().put(Family.MARK, mark);
    var worker = new Worker(builder.start(), mark);
    worker.reader.start();
    return worker;
  }

  /** Waits for the end, or makes it. */
  End await(Duration deadline) throws InterruptedException {
    boolean inTime = process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS);
    if (!inTime) {
      family.end();
      process.waitFor(1, TimeUnit.SECONDS);
    }
    reader.join(TO_READ_THE_REST_MILLIS);
    // A child has outlived the worker, with the pipe in its hand. One that is just becoming another
    // program shows no environment for a moment: look again.
    for (int look = 0; look < LOOKS_FOR_ORPHANS && reader.isAlive(); look++) {
      family.endOrphans();
      reader.join(TO_READ_THE_REST_MILLIS);
    }
    return new End(process.isAlive() ? -1 : process.exitValue(), !inTime, holding, lastLine);
  }

  /** Asks it to end, and when it does not, ends it with all that it started. */
  void stop(Duration patience) throws InterruptedException {
    process.destroy();
    process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    family.end();
  }

  /** Keeps the last line; what is longer than a line of ours is cut. */
  private final class Output extends Thread {
    Output() {
      super("worker-output");
    }

    @Override
    public void run() {
      var line = new StringBuilder();
      byte[] bytes = new byte[512];
      try (InputStream out = process.getInputStream()) {
        for (int n = out.read(bytes); n >= 0; n = out.read(bytes)) {
          for (char letter : new String(bytes, 0, n, StandardCharsets.ISO_8859_1).toCharArray()) {
            if (letter != '\n') {
              if (letter != '\r' && line.length() <= LONGEST_LINE) { // of Windows' ends of lines
                line.append(letter);
              }
            } else if (line.length() > 0) {
              said(line.toString());
              line.setLength(0);
            }
          }
        }
      } catch (IOException ended) {
        // What was read so far counts.
      }
    }

    private void said(String line) {
      if (ReportsLost.tells(line)) {
        holding = ReportsLost.holding(line);
      } else {
        lastLine = line;
      }
    }
  }
}

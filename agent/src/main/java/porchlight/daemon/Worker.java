package porchlight.daemon;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One run of the worker: a process with a deadline, of whose output little but the last line
 * matters.
 */
final class Worker {
  private static final int LOOKS_FOR_ORPHANS = 3;
  private static final int LONGEST_LINE = 200;
  private static final String CARRY = "carry ";
  private static final int LONGEST_CARRIED = 96 << 10;
  private static final long TO_READ_THE_REST_MILLIS = 1000;

  private final Process process;
  private final Family family;
  private final Thread reader;
  private final Optional<Line> line;
  private volatile String lastLine = "";
  private volatile String holding = "";

  private Worker(Process process, String mark, Optional<Line> line) {
    this.line = line;
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

  /**
   * Starts one.
   *
   * @param line carries for it what it asks to have carried
   */
  static Worker start(List<String> command, Handover handover, Optional<Line> line)
      throws IOException {
    var builder =
        new ProcessBuilder(command)
            .redirectInput(line.isPresent() ? ProcessBuilder.Redirect.PIPE : NoInput.redirect())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    handover.into(builder.environment());
    if (line.isPresent()) {
      builder.environment().put(Handover.LINE, "1");
    }
    String mark =
        String.join(
            ".", Long.toString(ProcessHandle.current().pid()), Long.toString(System.nanoTime()));
    builder.environment().put(Family.MARK, mark);
    var worker = new Worker(builder.start(), mark, line);
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
      var text = new StringBuilder();
      byte[] bytes = new byte[512];
      try (InputStream out = process.getInputStream()) {
        for (int n = out.read(bytes); n >= 0; n = out.read(bytes)) {
          for (char letter : new String(bytes, 0, n, StandardCharsets.ISO_8859_1).toCharArray()) {
            if (letter != '\n') {
              // A carriage return is of Windows' ends of lines.
              if (letter != '\r' && (text.length() <= LONGEST_LINE || isCarried(text))) {
                text.append(letter);
              }
            } else if (isCarried(text)) {
              answer(line.get().carry(text.toString()));
              text.setLength(0);
            } else if (text.length() > 0) {
              said(text.toString());
              text.setLength(0);
            }
          }
        }
      } catch (IOException ended) {
        // What was read so far counts.
      }
    }

    private void said(String words) {
      if (ReportsLost.tells(words)) {
        holding = ReportsLost.holding(words);
      } else {
        lastLine = words;
      }
    }

    private boolean isCarried(StringBuilder text) {
      return line.isPresent() && text.length() <= LONGEST_CARRIED && text.indexOf(CARRY) == 0;
    }

    private void answer(String words) throws IOException {
      OutputStream in = process.getOutputStream();
      in.write(words.concat("\n").getBytes(StandardCharsets.ISO_8859_1));
      in.flush();
    }
  }
}

package porchlight.machine;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs one program: no shell, no input, our environment, a limit in time and length, and nothing
 * left behind.
 */
final class Runner {
  private static final AtomicLong MARKS = new AtomicLong();

  private Runner() {}

  static Answer run(Run run) {
    var file = SystemFolders.find(run.program());
    if (file.isEmpty()) {
      return new Answer.Missing();
    }
    var command = new ArrayList<String>(List.of(file.get().toString()));
    command.addAll(run.arguments());
    var builder = bare(command);
    // Every process that comes of this one inherits the mark: so all are found even when a parent
    // has gone.
    String mark = "PORCHLIGHT_RUN=" + ProcessHandle.current().pid() + "." + MARKS.incrementAndGet();
    builder.environment().put("PORCHLIGHT_RUN", mark.substring(mark.indexOf('=') + 1));
    Process process;
    try {
      process = builder.start();
    } catch (IOException failed) {
      return LocalMachine.failure(failed);
    }
    return await(process, run, mark);
  }

  /** A program to be started with no input and none of our environment. */
  static ProcessBuilder bare(List<String> command) {
    if (OnWindows.HERE) {
      return OnWindows.bare(command);
    }
    var builder =
        new ProcessBuilder(command).directory(new File("/")).redirectInput(new File("/dev/null"));
    builder.environment().clear();
    // One language and one charset, and no pager, colour, proxy or plugin that an environment could
    // bring.
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder;
  }

  private static Answer await(Process process, Run run, String mark) {
    var text =
        reading(
            process.getInputStream(),
            in -> {
              Answer answer =
                  OnWindows.HERE
                      ? OnWindows.printed(in, LocalMachine.LONGEST_ANSWER)
                      : Capped.read(in, LocalMachine.LONGEST_ANSWER);
              if (!(answer instanceof Answer.Said)) {
                end(process); // it may go on for ever
              }
              return answer;
            });
    var error = reading(process.getErrorStream(), Capped::readSome);
    long end = System.nanoTime() + run.limit().toNanos();
    try {
      Answer out = text.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (!(out instanceof Answer.Said said)) {
        return out;
      }
      String err = error.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (!process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        return late(process, mark);
      }
      return new Answer.Said(process.exitValue(), said.text(), err);
    } catch (TimeoutException late) {
      return late(process, mark);
    } catch (ExecutionException failed) {
      return new Answer.Failed("reading its output: " + failed.getCause());
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      return late(process, mark);
    } finally {
      end(process);
    }
  }

  private static Answer late(Process process, String mark) {
    end(process);
    Orphans.end(mark);
    return new Answer.TimedOut();
  }

  /** What is made of a stream. */
  private interface Reader<T> {
    T read(InputStream in) throws IOException;
  }

  /** Reads beside us: a program that fills one pipe while we read the other would stand still. */
  private static <T> CompletableFuture<T> reading(InputStream stream, Reader<T> reader) {
    var read = new CompletableFuture<T>();
    var thread =
        new Thread(
            () -> {
              try (stream) {
                read.complete(reader.read(stream));
              } catch (IOException | RuntimeException | Error failed) {
                read.completeExceptionally(failed);
              }
            },
            "reads");
    thread.setDaemon(true);
    thread.start();
    return read;
  }

  /**
   * Ends the program and all that it started; children first found, so that none is orphaned and
   * lost sight of.
   */
  static void end(Process process) {
    if (process.isAlive()) {
      var family = process.descendants().toList();
      process.destroyForcibly();
      family.forEach(ProcessHandle::destroyForcibly);
    }
  }
}

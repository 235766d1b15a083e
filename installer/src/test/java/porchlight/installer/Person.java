package porchlight.installer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** An ordinary user of this laptop at {@code porchlight verify}. */
final class Person implements AutoCloseable {
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(60);
  private final Process process;
  private String seen = "";

  private Person(Process process) {
    this.process = process;
  }

  /** Of that account; the socket lies in that folder. */
  static Person of(String account, Path folder, String... options) throws IOException {
    var command =
        new ArrayList<String>(
            List.of("runuser", "-u", account, "--", Built.AGENT.toString(), "verify"));
    command.addAll(List.of(options));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PORCHLIGHT_VERIFY_SOCKET", folder.resolve("verify.sock").toString());
    return new Person(builder.start());
  }

  /** All that is on the screen once this is. */
  String until(String pattern) throws IOException, InterruptedException {
    var wanted = Pattern.compile(pattern);
    long end = System.nanoTime() + LONGEST_NANOS;
    while (!wanted.matcher(seen).find()) {
      int there = process.getInputStream().available();
      if (there > 0) {
        seen += new String(process.getInputStream().readNBytes(there), StandardCharsets.UTF_8);
      } else if (!process.isAlive() || System.nanoTime() > end) {
        throw new AssertionError("no " + pattern + " in:\n" + seen);
      } else {
        Thread.sleep(20);
      }
    }
    return seen;
  }

  /** What group 1 of a pattern shows, once it does. */
  String shown(String pattern) throws IOException, InterruptedException {
    var found = Pattern.compile(pattern).matcher(until(pattern));
    if (!found.find()) {
      throw new AssertionError(seen);
    }
    return found.group(1);
  }

  void type(String line) throws IOException {
    process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  /** The exit code. */
  int ended() throws InterruptedException {
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new AssertionError("still there:\n" + seen);
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroy();
  }
}

package porchlight.machine;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/**
 * A package list that apt keeps compressed, unpacked by apt's own helper, which knows every form
 * that apt writes and changes nothing. It costs 13 ms for a list of 2.5 MB.
 */
final class AptFile {
  /** Only lists, and only by a name that apt itself gives. */
  private static final Pattern PLACE =
      Pattern.compile("(?:/.*)?/var/lib/apt/lists/[A-Za-z0-9_.%~+@:=,-]+\\.(lz4|xz|zst|bz2|lzma)");

  private static final Duration LIMIT = Duration.ofSeconds(10);

  private AptFile() {}

  /** Whether the file is such a list. */
  static boolean isOne(String path) {
    return PLACE.matcher(path).matches();
  }

  static Answer read(String path, StanzaPicker picker) throws IOException {
    var helper = SystemFolders.find("apt-helper");
    if (helper.isEmpty()) {
      return new Answer.Failed("apt-helper is not there to unpack it");
    }
    Process process =
        Runner.bare(List.of(helper.get().toString(), "cat-file", path))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var late = new AtomicBoolean();
    Thread watch = new Thread(() -> endAfterLimit(process, late), "watches-" + process.pid());
    watch.setDaemon(true);
    watch.start();
    try (InputStream in = process.getInputStream()) {
      Answer answer = picker.pick(in);
      if (!(answer instanceof Answer.Said)) {
        return answer;
      }
      int code = process.waitFor();
      if (late.get()) {
        return new Answer.TimedOut();
      }
      return code == 0 ? answer : new Answer.Failed("apt-helper could not unpack it");
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      return new Answer.TimedOut();
    } catch (IOException failed) {
      return late.get() ? new Answer.TimedOut() : LocalMachine.failure(failed);
    } finally {
      Runner.end(process);
    }
  }

  private static void endAfterLimit(Process process, AtomicBoolean late) {
    try {
      if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        late.set(true);
        Runner.end(process);
      }
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }
}

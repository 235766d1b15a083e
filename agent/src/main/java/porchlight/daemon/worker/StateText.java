package porchlight.daemon.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import porchlight.daemon.Lock.Task;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;

/** What the agent wrote down for itself. */
final class StateText {
  private static final int LONGEST = 1 << 20;

  private StateText() {}

  /**
   * What was made of it.
   *
   * @param what the agent remembers, in a word
   * @param task nothing means that it is damaged
   */
  static <T> Reading<T> reading(String what, Task<Optional<T>> task) {
    try {
      return task.run()
          .map(Reading::known)
          .orElseGet(() ->
              Reading.unknown(
                  Reason.NOT_UNDERSTOOD, "what was remembered of " + what + " is damaged"));
    } catch (AccessDeniedException denied) {
      return Reading.unknown(
          Reason.NEEDS_PRIVILEGE, "what the agent remembers of " + what + ": permission denied");
    } catch (IOException failed) {
      return Reading.unknown(
          Reason.NOT_UNDERSTOOD,
          "what the agent remembers of " + what + ": " + Answers.brief(String.valueOf(failed)));
    }
  }

  /** Whether a file is missing is only known where one may look. */
  static Optional<String> read(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw new IOException("too long");
      }
      return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (NoSuchFileException missing) {
      return Optional.empty();
    }
  }
}

package porchlight.daemon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Asks a worker what the settings are, so that the resident process need not be able to read them.
 */
public final class SetupQuestion {
  private static final int LONGEST = 16 << 10;
  private static final int LONGEST_SECONDS = 60;

  private SetupQuestion() {}

  /** How it ended, and what it said in lines of {@code name value}. */
  public record Asked(int status, Map<String, String> values) {}

  /** Runs that command to its end; what it says on standard error is passed on. */
  public static Asked ask(List<String> command) throws IOException {
    var process =
        new ProcessBuilder(command)
            .redirectInput(NoInput.redirect())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var patience =
        new Thread(
            () -> {
              try {
                if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                  process.destroyForcibly(); // ends the reading below as well
                }
              } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
              }
            },
            "patience");
    patience.setDaemon(true);
    patience.start();
    String text = new String(process.getInputStream().readNBytes(LONGEST), StandardCharsets.UTF_8);
    try {
      int status = process.waitFor();
      var values = new HashMap<String, String>();
      for (String line : text.split("\r?\n", -1)) { // Windows ends lines with both
        int blank = line.indexOf(' ');
        if (blank > 0) {
          values.put(line.substring(0, blank), line.substring(blank + 1));
        }
      }
      return new Asked(status, values);
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", asked);
    }
  }
}

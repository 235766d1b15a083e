package porchlight.cli;

import java.util.function.IntSupplier;
import porchlight.cli.screen.Plain;
import porchlight.json.Refused;

/** The one place where what went wrong becomes a line and an exit code. */
public final class Trouble {
  private Trouble() {}

  /**
   * The exit code of {@code work}, or of what it threw.
   *
   * @param debug whether the trace of a mistake of ours is shown
   */
  public static int guard(IntSupplier work, boolean debug, Terminal terminal) {
    try {
      return work.getAsInt();
    } catch (Refused wrong) {
      say(String.valueOf(wrong.getMessage()), terminal);
      return Exit.CONFIGURATION;
    } catch (RuntimeException | Error ours) {
      say(
          "our own mistake, please report it: " + ours + (debug ? "" : "; --debug shows where"),
          terminal);
      if (debug) {
        ours.printStackTrace(terminal.err());
      }
      return Exit.OURS;
    }
  }

  private static void say(String message, Terminal terminal) {
    terminal.err().println(Plain.of("porchlight: " + message, terminal.talk()));
  }
}

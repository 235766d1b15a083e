package porchlight.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import porchlight.cli.screen.Look;

/**
 * Where results and talk go, and what may be shown there.
 *
 * @param out results, in UTF-8 or ASCII as {@code look} says
 * @param err talk
 * @param look what a screen on {@code out} may use
 * @param talk what a message on {@code err} may use
 * @param live whether a line on {@code err} can be taken back
 */
public record Terminal(PrintStream out, PrintStream err, Look look, Look talk, boolean live) {

  /** This process's own streams. */
  public static Terminal own() {
    Map<String, String> environment = System.getenv();
    boolean unicode = isUnicode(System.getProperty("native.encoding", ""));
    Charset charset = unicode ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII;
    boolean outIsTerminal = isTerminal(1);
    boolean errIsTerminal = isTerminal(2);
    int columns = Look.columns(environment.getOrDefault("COLUMNS", ""));
    return new Terminal(
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, charset),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
        new Look(wantsColour(environment, outIsTerminal), unicode, columns),
        new Look(false, unicode, columns),
        errIsTerminal && !isDumb(environment));
  }

  /** The rules of no-color.org and bixense.com/clicolors. */
  static boolean wantsColour(Map<String, String> environment, boolean terminal) {
    if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
      return false;
    }
    String forced = environment.getOrDefault("CLICOLOR_FORCE", "");
    if (!forced.isEmpty() && !forced.equals("0")) {
      return true;
    }
    return terminal && !isDumb(environment);
  }

  private static boolean isDumb(Map<String, String> environment) {
    return environment.getOrDefault("TERM", "dumb").equals("dumb");
  }

  private static boolean isUnicode(String encoding) {
    return encoding.equalsIgnoreCase("UTF-8") || encoding.equalsIgnoreCase("UTF8");
  }

  /**
   * Each stream by itself, which Java's console cannot tell. Where there is no /proc we ship 21.
   */
  @SuppressWarnings("SystemConsoleNull") // it is null on 21 unless there is a terminal
  private static boolean isTerminal(int descriptor) {
    try {
      String device = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return device.startsWith("/dev/pts/")
          || device.startsWith("/dev/tty")
          || device.equals("/dev/console");
    } catch (IOException | RuntimeException noProc) {
      return System.console() != null;
    }
  }

  /** JSON is UTF-8 wherever it goes. */
  void json(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write(bytes, 0, bytes.length);
    out.flush();
  }

  void result(String text) {
    out.print(text);
    out.flush();
  }
}

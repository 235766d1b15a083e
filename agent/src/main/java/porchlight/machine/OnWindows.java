package porchlight.machine;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import porchlight.machine.windows.OemText;

/**
 * What is done another way on Windows: where its folders are, how programs start and what they
 * print.
 */
final class OnWindows {
  static final boolean HERE = System.getProperty("os.name", "").startsWith("Windows");

  private static final String USUAL = "c:\\windows";
  private static final String FOLDER = folder();

  private OnWindows() {}

  private static String folder() {
    String folder = System.getenv("SystemRoot");
    return !HERE || folder == null || !folder.matches("[A-Za-z]:\\\\[^/:*?\"<>|]+")
        ? "C:\\Windows"
        : folder;
  }

  /** A path of a question: C:\ there is the drive, and C:\Windows the folder, of this Windows. */
  static Path path(String text) {
    return Path.of(HERE ? here(text, FOLDER) : text);
  }

  static String here(String text, String folder) {
    String small = text.toLowerCase(Locale.ROOT);
    if (small.equals(USUAL) || small.startsWith(USUAL + "\\")) {
      return folder + text.substring(USUAL.length());
    }
    return small.startsWith("c:\\") ? folder.charAt(0) + text.substring(1) : text;
  }

  /**
   * A program to be started with no input and none of our environment but for the folder of
   * Windows, without which hardly any starts.
   */
  static ProcessBuilder bare(List<String> command) {
    var builder =
        new ProcessBuilder(command)
            .directory(new File(FOLDER, "System32"))
            .redirectInput(new File("NUL"));
    builder.environment().clear();
    builder.environment().put("SystemRoot", FOLDER);
    builder.environment().put("windir", FOLDER);
    builder.environment().put("SystemDrive", FOLDER.substring(0, 2));
    return builder;
  }

  /** What a program printed: in UTF-8 if it can be, else in the page of codes of old. */
  static Answer printed(InputStream in, int limit) throws IOException {
    byte[] bytes = in.readNBytes(limit + 1);
    return bytes.length > limit ? new Answer.TooLong(limit) : new Answer.Said(0, OemText.of(bytes));
  }
}

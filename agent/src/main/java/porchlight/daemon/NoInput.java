package porchlight.daemon;

import java.io.File;

/** What a process is given to read that is to read nothing. */
final class NoInput {
  private static final File NOTHING =
      new File(System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");

  private NoInput() {}

  static ProcessBuilder.Redirect redirect() {
    return ProcessBuilder.Redirect.from(NOTHING);
  }
}

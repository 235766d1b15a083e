package porchlight.json;

import java.nio.file.Path;

/** Where the operator's files and the agent's own lie where nobody says otherwise. */
public final class UsualFolders {
  private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

  /** The file of settings that configuration management and installers write. */
  public static final String MANAGED = "managed.json";

  /** The file that holds the enrolment token. */
  public static final String TOKEN = "enrollment-token";

  private UsualFolders() {}

  /** What an administrator writes. */
  public static Path settings() {
    return WINDOWS ? programData() : Path.of("/etc/porchlight");
  }

  /** What the agent writes. */
  public static Path state() {
    return WINDOWS ? programData().resolve("state") : Path.of("/var/lib/porchlight");
  }

  private static Path programData() {
    String folder = System.getenv("ProgramData");
    return Path.of(folder == null ? "C:\\ProgramData" : folder, "Porchlight");
  }
}

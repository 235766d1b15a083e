package porchlight.machine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The folders in which programs of the operating system are looked up; PATH is never read. */
public final class SystemFolders {
  private static final List<String> FOLDERS =
      List.of(
          "/usr/sbin",
          "/usr/bin",
          "/sbin",
          "/bin",
          "/run/current-system/sw/bin",
          "/usr/lib/apt",
          "/usr/libexec/ApplicationFirewall");

  private SystemFolders() {}

  /** The program's absolute path, if it is there. */
  public static Optional<Path> find(String program) {
    if (OnWindows.HERE) {
      // Anybody may make a folder there that the names below would lead to.
      return program.startsWith("C:\\")
          ? Optional.of(OnWindows.path(program)).filter(Files::isRegularFile)
          : Optional.empty();
    }
    if (program.startsWith("C:\\")) {
      return Optional.empty();
    }
    return FOLDERS.stream()
        .map(folder -> Path.of(folder, program))
        .filter(Files::isRegularFile)
        .findFirst();
  }
}

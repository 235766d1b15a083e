package porchlight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.json.Refused;
import porchlight.json.UsualFolders;
import porchlight.machine.Sddl;
import porchlight.machine.windows.FolderRights;

/**
 * The folder of settings and state on Windows, where anybody may make a folder of any name: whoever
 * came first would say what is judged and whom it is told.
 */
final class OwnFolder {
  private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

  /**
   * The system and administrators may do all, others look at its names; nothing comes from above.
   */
  private static final String OURS = "O:BAD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;;0x1200a9;;;BU)";

  private static final List<String> WITHIN =
      List.of("agent.json", "managed.json", "enrollment-token", "state");

  private OwnFolder() {}

  /** Makes it before our state is written to it, where that is for the system or administrators. */
  static void make() {
    Path folder = UsualFolders.settings();
    try {
      if (WINDOWS && !Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
        FolderRights.make(folder, OURS);
      }
    } catch (IOException | LinkageError notOurs) {
      // A person without that right has state of their own there, which the system will refuse.
    }
  }

  /**
   * Looks who may write there.
   *
   * @throws Refused where others could have written what we would believe
   */
  static void see() {
    Path folder = UsualFolders.settings();
    if (WINDOWS && Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      see(folder);
    }
  }

  private static void see(Path folder) {
    for (Path path : all(folder)) {
      weakness(path)
          .ifPresent(why -> {
            throw new Refused(
                path
                    + ": "
                    + why
                    + "; as an administrator: icacls \""
                    + folder
                    + "\" /setowner *S-1-5-32-544 /T, then icacls \""
                    + folder
                    + "\" /reset /T, then icacls \""
                    + folder
                    + "\" /inheritance:r /grant *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F");
          });
    }
  }

  private static List<Path> all(Path folder) {
    var all = new ArrayList<Path>(List.of(folder));
    for (String name : WITHIN) {
      if (Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
        all.add(folder.resolve(name));
      }
    }
    return all;
  }

  private static Optional<String> weakness(Path path) {
    try {
      var what = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (what.isSymbolicLink() || what.isOther()) {
        return Optional.of("it is a link");
      }
      Optional<String> rights = FolderRights.of(path);
      if (rights.isEmpty()) { // who may not look into it does not believe it either
        return Files.isReadable(path)
            ? Optional.of("who may write there may not be asked")
            : Optional.empty();
      }
      return Sddl.weakness(rights.get(), FolderRights.asking());
    } catch (IOException | LinkageError unread) {
      return Optional.of("who may write there could not be asked (" + unread.getMessage() + ")");
    }
  }
}

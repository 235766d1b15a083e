package porchlight.uplink;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;

/** Whose the files in the state folder are. */
public final class Belongings {
  private static final boolean UNIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("unix");

  private Belongings() {}

  /**
   * Gives what root wrote by hand in the folder of the service's user to that user, who could not
   * read it else. What is there under a second name, or as a link, is somebody's trick: it stays.
   */
  public static void giveBack(Path folder) throws IOException {
    if (!UNIX || !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    UserPrincipal owner = Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS);
    if (isRoots(folder)) {
      return;
    }
    List<Path> all;
    try (var files = Files.walk(folder)) {
      all = files.toList();
    }
    for (Path one : all) {
      boolean plain =
          Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS)
              || (Files.isRegularFile(one, LinkOption.NOFOLLOW_LINKS)
                  && Files.getAttribute(one, "unix:nlink", LinkOption.NOFOLLOW_LINKS).equals(1));
      if (plain && isRoots(one)) {
        Files.setOwner(one, owner);
      }
    }
  }

  private static boolean isRoots(Path file) throws IOException {
    return Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS).equals(0);
  }
}

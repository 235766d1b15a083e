package porchlight.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import porchlight.json.Refused;

/**
 * A file that a person named for us to write, for its owner's eyes only.
 *
 * @param force whether a file of that name is replaced
 */
record OwnFile(String name, boolean force) {

  /** Refuses at once what {@link #write} would refuse after minutes of work. */
  OwnFile {
    if (!force && Files.exists(Path.of(name), LinkOption.NOFOLLOW_LINKS)) {
      throw there(name);
    }
  }

  private static Refused there(String name) {
    return new Refused(name + ": there is such a file already; --force replaces it");
  }

  void write(byte[] content) {
    try {
      save(content);
    } catch (FileAlreadyExistsException race) {
      throw there(name);
    } catch (IOException failed) {
      throw new Refused(name + ": " + Given.why(failed));
    }
  }

  private void save(byte[] content) throws IOException {
    Path path = Path.of(name);
    if (force) {
      Files.deleteIfExists(path); // never through a link, and never into wider permissions
    }
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownerOnly =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try (var out =
        Files.newByteChannel(
            path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
      var bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    }
  }
}

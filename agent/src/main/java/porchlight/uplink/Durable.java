package porchlight.uplink;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * Files that are there whole or not at all, whenever the power goes; readable by their owner only.
 */
public final class Durable {
  /** The end of a name that is not a file yet. */
  static final String UNFINISHED = ".tmp";

  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  private static final int LONGEST = 8 << 20;

  private Durable() {}

  /** Makes the folder, or takes away what others may do in it. */
  public static void folder(Path folder) throws IOException {
    Files.createDirectories(folder, mode("rwx------"));
    if (POSIX) {
      var mine = PosixFilePermissions.fromString("rwx------");
      if (!Files.getPosixFilePermissions(folder).equals(mine)) {
        Files.setPosixFilePermissions(folder, mine);
      }
    }
  }

  public static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes beside the file, has it on the disk, then puts it in the file's place. A full disk has
   * room as long as there is a {@link Reserve}.
   */
  public static void write(Path file, byte[] bytes) throws IOException {
    try {
      replace(file, bytes);
    } catch (IOException failed) {
      if (!Reserve.give(file)) {
        throw failed;
      }
      replace(file, bytes);
    }
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
    Files.deleteIfExists(unfinished);
    try {
      try (FileChannel out =
          FileChannel.open(
              unfinished,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              mode("rw-------"))) {
        var rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
          out.write(rest);
        }
        out.force(true);
      }
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      Files.deleteIfExists(unfinished);
      throw failed;
    }
    settle(file.resolveSibling("."));
  }

  /** A file for its owner only, in the power's hands until the system gets round to it. */
  static void writeUnsettled(Path file, byte[] bytes) throws IOException {
    try (FileChannel out =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            mode("rw-------"))) {
      var rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        out.write(rest);
      }
    }
  }

  /**
   * Has the names in a folder on the disk; where folders cannot be opened, the system does that.
   */
  static void settle(Path folder) throws IOException {
    if (POSIX) {
      try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
        names.force(true);
      }
    }
  }

  /** The text of a regular file of sensible length; nothing when there is none. */
  public static Optional<String> read(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LONGEST) {
      return Optional.empty();
    }
    return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
  }

  static FileAttribute<?>[] mode(String mode) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }
}

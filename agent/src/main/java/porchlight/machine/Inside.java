package porchlight.machine;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads a file below a folder, each name opened relative to the one before and no link followed. So
 * a person cannot have root read another's file by putting a link into their own home, whenever
 * they do it.
 */
final class Inside {
  private static final int LONGEST = 2 << 20;

  private Inside() {}

  static Answer read(String folder, String path, Function<byte[], Answer> pick) throws IOException {
    try (DirectoryStream<Path> top = Files.newDirectoryStream(Path.of(folder))) {
      return top instanceof SecureDirectoryStream<Path> secure
          ? read(secure, List.of(path.split("/")), pick)
          : new Answer.Failed("links cannot be told from files here");
    }
  }

  private static Answer read(
      SecureDirectoryStream<Path> folder, List<String> names, Function<byte[], Answer> pick)
      throws IOException {
    Path name = Path.of(names.get(0));
    var kind =
        folder
            .getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
            .readAttributes();
    if (kind.isSymbolicLink()) {
      return new Answer.Failed("a link, which is not followed");
    }
    if (names.size() > 1) {
      try (var next = folder.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
        return read(next, names.subList(1, names.size()), pick);
      }
    }
    if (!kind.isRegularFile()) {
      return new Answer.Failed("not a regular file"); // a pipe or device could hold us for ever
    }
    try (var in =
        Channels.newInputStream(
            folder.newByteChannel(
                name, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)))) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      return bytes.length > LONGEST ? new Answer.TooLong(LONGEST) : pick.apply(bytes);
    }
  }
}

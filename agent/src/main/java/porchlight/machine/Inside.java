package porchlight.machine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import porchlight.machine.windows.WindowsInside;

/**
 * Reads what is below a folder, each name opened relative to the one before and no link followed.
 * So a person cannot have root read another's file by putting a link into their own home, whenever
 * they do it.
 */
final class Inside {
  /** A folder with more names is nobody's ordinary one. */
  private static final int MOST_NAMES = 10_000;

  private Inside() {}

  private static final class IsLink extends IOException {
    private static final long serialVersionUID = 1L;

    IsLink() {
      super("a link, which is not followed");
    }
  }

  /** What to do with a name in an open folder, once it is known what it is. */
  private interface There<T> {
    T at(SecureDirectoryStream<Path> folder, Path name, BasicFileAttributes kind)
        throws IOException;
  }

  /** The content of a file of at most that many bytes, as {@code pick} tells it. */
  static Answer read(String folder, String path, int longest, Function<byte[], Answer> pick)
      throws IOException {
    if (OnWindows.HERE) {
      return WindowsInside.read(OnWindows.path(folder), path, longest, pick);
    }
    return opened(
        folder,
        path,
        in -> {
          byte[] bytes = in.readNBytes(longest + 1);
          return bytes.length > longest ? new Answer.TooLong(longest) : pick.apply(bytes);
        });
  }

  /** Its first bytes, as UTF-8 with a replacement character for what is not. */
  static Answer start(String folder, String path, int bytes) throws IOException {
    if (OnWindows.HERE) {
      return WindowsInside.start(OnWindows.path(folder), path, bytes);
    }
    return opened(
        folder,
        path,
        in -> new Answer.Said(0, new String(in.readNBytes(bytes), StandardCharsets.UTF_8)));
  }

  private interface Content {
    Answer of(InputStream in) throws IOException;
  }

  private static Answer opened(String folder, String path, Content content) throws IOException {
    return below(
        folder,
        path,
        (parent, name, kind) -> {
          if (kind.isSymbolicLink()) {
            throw new IsLink();
          }
          if (!kind.isRegularFile()) {
            return new Answer.Failed(
                "not a regular file"); // a pipe or device could hold us for ever
          }
          try (var in =
              Channels.newInputStream(
                  parent.newByteChannel(
                      name, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)))) {
            return content.of(in);
          }
        });
  }

  static Answer list(String folder, String path) throws IOException {
    if (OnWindows.HERE) {
      return WindowsInside.list(OnWindows.path(folder), path, MOST_NAMES);
    }
    return below(
        folder,
        path,
        (parent, name, kind) -> {
          try (var opened = open(parent, name, kind)) {
            var names = new ArrayList<String>();
            for (Path one : opened) {
              names.add(one.getFileName().toString());
              if (names.size() > MOST_NAMES) {
                break; // as many as are told, and one
              }
            }
            return Listing.of(names, MOST_NAMES);
          } catch (java.nio.file.DirectoryIteratorException failed) {
            throw failed.getCause();
          }
        });
  }

  static Answer among(String folder, List<String> paths) throws IOException {
    if (OnWindows.HERE) {
      return WindowsInside.among(OnWindows.path(folder), paths);
    }
    return within(folder, top -> Listing.among(paths, path -> kind(top, path)));
  }

  private static String kind(SecureDirectoryStream<Path> top, String path) throws IOException {
    try {
      return descend(
          top,
          List.of(path.split("/")),
          (parent, name, kind) ->
              kind.isSymbolicLink()
                  ? "link"
                  : kind.isDirectory() ? "folder" : kind.isRegularFile() ? "file" : "other");
    } catch (NoSuchFileException nothing) {
      return "";
    } catch (IsLink link) {
      return "link";
    } catch (AccessDeniedException denied) {
      return "denied";
    } catch (IOException failed) {
      return switch (LocalMachine.failure(failed)) {
        case Answer.Missing missing -> "";
        case Answer.Denied denied -> "denied";
        case Answer.Said said -> throw failed;
        case Answer.TimedOut late -> throw failed;
        case Answer.TooLong tooLong -> throw failed;
        case Answer.Failed other -> throw failed;
      };
    }
  }

  private interface Top {
    Answer of(SecureDirectoryStream<Path> top) throws IOException;
  }

  private static Answer within(String folder, Top top) throws IOException {
    try (DirectoryStream<Path> opened = Files.newDirectoryStream(Path.of(folder))) {
      if (opened instanceof SecureDirectoryStream<Path> secure) {
        return top.of(secure);
      }
      try (var plain = PlainFolder.of(Path.of(folder))) {
        return top.of(plain);
      }
    }
  }

  private static Answer below(String folder, String path, There<Answer> there) throws IOException {
    return within(folder, top -> descend(top, List.of(path.split("/")), there));
  }

  private static <T> T descend(
      SecureDirectoryStream<Path> folder, List<String> names, There<T> there) throws IOException {
    Path name = Path.of(names.get(0));
    var kind =
        folder
            .getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
            .readAttributes();
    if (names.size() == 1) {
      return there.at(folder, name, kind);
    }
    try (var next = open(folder, name, kind)) {
      return descend(next, names.subList(1, names.size()), there);
    }
  }

  private static SecureDirectoryStream<Path> open(
      SecureDirectoryStream<Path> folder, Path name, BasicFileAttributes kind) throws IOException {
    if (kind.isSymbolicLink()) {
      throw new IsLink();
    }
    if (!kind.isDirectory()) {
      throw new IOException("Not a directory"); // and a pipe could hold us for ever
    }
    return folder.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS);
  }
}

package porchlight.machine.windows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import porchlight.machine.Answer;
import porchlight.machine.Listing;

/**
 * Reads what is below a folder without being led elsewhere. What was opened is asked where it truly
 * lies, by its handle, and anything that does not lie where its name says came through a link: so
 * it does not matter when somebody puts one there.
 */
public final class WindowsInside {
  private WindowsInside() {}

  /** The content of a file of at most that many bytes, as {@code pick} tells it. */
  public static Answer read(Path folder, String path, int longest, Function<byte[], Answer> pick)
      throws IOException {
    return file(
        folder,
        path,
        file -> {
          byte[] bytes = file.read(longest + 1);
          return bytes.length > longest ? new Answer.TooLong(longest) : pick.apply(bytes);
        });
  }

  /** Its first bytes, as UTF-8 with a replacement character for what is not. */
  public static Answer start(Path folder, String path, int bytes) throws IOException {
    return file(
        folder,
        path,
        file -> new Answer.Said(0, new String(file.read(bytes), StandardCharsets.UTF_8)));
  }

  private interface Content {
    Answer of(OpenFile file) throws Refused;
  }

  private static Answer file(Path folder, String path, Content content) throws IOException {
    try (var top = OpenFile.top(folder);
        var file = top.below(path)) {
      return switch (file.kind()) {
        case LINK -> new Answer.Failed("a link, which is not followed");
        case FOLDER, OTHER -> new Answer.Failed("not a regular file");
        case FILE -> content.of(file);
      };
    } catch (Refused refused) {
      return answer(refused);
    }
  }

  /** The names in a folder, sorted. */
  public static Answer list(Path folder, String path, int most) throws IOException {
    try (var top = OpenFile.top(folder);
        var found = top.below(path)) {
      if (found.kind() != OpenFile.Kind.FOLDER) {
        return found.kind() == OpenFile.Kind.LINK
            ? new Answer.Failed("a link, which is not followed")
            : new Answer.Missing();
      }
      return Listing.of(found.names(most), most);
    } catch (Refused refused) {
      return answer(refused);
    }
  }

  /** Which of those there are, each after its kind. */
  public static Answer among(Path folder, List<String> paths) throws IOException {
    try (var top = OpenFile.top(folder)) {
      return Listing.among(paths, path -> kind(top, path));
    } catch (Refused refused) {
      return answer(refused);
    }
  }

  private static String kind(OpenFile top, String path) throws Refused {
    try (var found = top.below(path)) {
      return switch (found.kind()) {
        case LINK -> "link";
        case FOLDER -> "folder";
        case FILE -> "file";
        case OTHER -> "other";
      };
    } catch (Refused refused) {
      Answer answer = answer(refused);
      if (answer instanceof Answer.Missing) {
        return "";
      }
      if (answer instanceof Answer.Denied) {
        return "denied";
      }
      throw refused;
    }
  }

  /** 2, 3, 123, 161 and 267: no such file, folder, name or path. */
  private static Answer answer(Refused refused) {
    return switch (refused.code()) {
      case 2, 3, 21, 123, 161, 267 -> new Answer.Missing();
      default -> refused.answer();
    };
  }
}

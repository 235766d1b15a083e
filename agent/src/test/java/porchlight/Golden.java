package porchlight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that say what comes out; {@code -Dgolden=accept} rewrites them, and the diff is reviewed.
 */
public final class Golden {
  private static final Path FOLDER = Path.of("src/test/golden");

  private Golden() {}

  /** Holds {@code actual} to the golden file of that name. */
  public static void check(String name, String actual) {
    check(FOLDER.resolve(name), actual);
  }

  /** Holds {@code actual} to that file. */
  public static void check(Path file, String actual) {
    String shown = actual.replace("\u001b", "^[");
    try {
      if (System.getProperty("golden", "compare").equals("accept")) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, shown);
      }
      assertTrue(Files.exists(file), file + " is not there; -Dgolden=accept writes it");
      assertEquals(Files.readString(file), shown, file + " differs; -Dgolden=accept rewrites it");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}

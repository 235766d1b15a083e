package porchlight.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The package for Windows in other versions than the built one, and what it is known by. */
final class Msi {
  private static final int BUILD_SECONDS = 300;

  private Msi() {}

  /** Builds the same files under that version into {@code VERSION.msi} of the folder. */
  static void build(String version, Path folder, Path work) throws Exception {
    var built =
        Built.run(
            List.of(
                "src/windows/build",
                "target/porchlight",
                "target/runtimes/windows-x64",
                version,
                folder.resolve(version + ".msi").toString(),
                work.toString()),
            Map.of("SOURCE_DATE_EPOCH", "1795305600"),
            BUILD_SECONDS);
    assertEquals(0, built.code(), built.err());
  }

  /** The identifier of that version's product, in braces. */
  static String product(String version) throws Exception {
    var code =
        Built.run(List.of("python3", "src/windows/msi/codes.py", version, "product"), Map.of());
    assertEquals(0, code.code(), code.err());
    return "{" + code.out().strip() + "}";
  }
}

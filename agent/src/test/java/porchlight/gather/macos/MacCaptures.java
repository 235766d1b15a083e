package porchlight.gather.macos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;

/** What real Macs really said; see PROVENANCE.tsv beside them. */
public final class MacCaptures {
  static final Path ROOT = Path.of("src/test/captures/macos");

  private MacCaptures() {}

  /** The text of one. */
  public static String text(String file) {
    try {
      return Files.readString(ROOT.resolve(file));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** All of them, sorted. */
  public static List<String> all() {
    try (var files = Files.walk(ROOT)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> ROOT.relativize(file).toString())
          .filter(file -> !file.equals("PROVENANCE.tsv"))
          .sorted()
          .toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** The value that must be known. */
  public static <T> T known(Reading<T> reading) {
    return switch (reading) {
      case Known<T>(var value) -> value;
      case Unknown<T>(var reason, var detail) -> throw new AssertionError(reason + " " + detail);
    };
  }

  /** Why it is not known. */
  public static Reason why(Reading<?> reading) {
    return switch (reading) {
      case Known<?>(var value) -> throw new AssertionError("known: " + value);
      case Unknown<?>(var reason, var detail) -> reason;
    };
  }
}

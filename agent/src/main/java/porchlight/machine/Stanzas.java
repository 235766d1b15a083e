package porchlight.machine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Answers what is asked of a Debian control file, plain or compressed. */
final class Stanzas {
  private static final String NAME = "Package";

  private Stanzas() {}

  static Answer read(Question.ReadStanzas question) throws IOException {
    if (question.among().isEmpty()) {
      return pick(question.path(), new StanzaPicker(question.fields(), Optional.empty()));
    }
    var names = new StanzaPicker(List.of(NAME), Optional.empty());
    return switch (pick(question.among().get(), names)) {
      case Answer.Said said ->
          pick(
              question.path(),
              new StanzaPicker(question.fields(), Optional.of(named(said.text()))));
      case Answer other -> other;
    };
  }

  private static Set<String> named(String text) {
    return text.lines()
        .filter(line -> line.startsWith(NAME + ":"))
        .map(line -> line.substring(NAME.length() + 1).strip())
        .collect(Collectors.toSet());
  }

  private static Answer pick(String path, StanzaPicker picker) throws IOException {
    Path file = Path.of(path);
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      return new Answer.Failed("not a regular file"); // a pipe or device could hold us for ever
    }
    try (InputStream in = Files.newInputStream(file)) {
      if (path.endsWith(".gz")) {
        try (var unzipped = new GZIPInputStream(in, 1 << 16)) {
          return picker.pick(unzipped);
        }
      }
      return AptFile.isOne(path) ? AptFile.read(path, picker) : picker.pick(in);
    }
  }
}

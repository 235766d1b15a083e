package porchlight.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** What a person types when they are asked. */
final class Choices {
  private final BufferedReader typed;

  Choices(InputStream typed) {
    this.typed = new BufferedReader(new InputStreamReader(typed, Charset.defaultCharset()));
  }

  /** Eight digits, asked for until they come; empty when nobody types any more. */
  Optional<String> digits(String question, Terminal terminal) {
    return line(question, word -> word.replaceAll("[\\s.,-]", "").matches("[0-9]{8}"), terminal)
        .map(word -> word.replaceAll("[^0-9]", ""));
  }

  /** One of these letters, asked for until it comes; empty when nobody types any more. */
  String one(String question, String letters, Terminal terminal) {
    return line(question, word -> word.length() == 1 && letters.contains(word), terminal)
        .orElse("");
  }

  private Optional<String> line(String question, Predicate<String> fits, Terminal terminal) {
    terminal.result(question);
    try {
      for (String line = typed.readLine(); line != null; line = typed.readLine()) {
        String word = line.strip().toLowerCase(Locale.ROOT);
        if (fits.test(word)) {
          return Optional.of(word);
        }
        terminal.result(question);
      }
    } catch (IOException closed) {
      // Nobody types any more.
    }
    return Optional.empty();
  }
}

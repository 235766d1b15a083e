package porchlight.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Locale;

/** What a person types when they are asked. */
final class Choices {
  private final BufferedReader typed;

  Choices(InputStream typed) {
    this.typed = new BufferedReader(new InputStreamReader(typed, Charset.defaultCharset()));
  }

  /** One of these letters, asked for until it comes; empty when nobody types any more. */
  String one(String question, String letters, Terminal terminal) {
    terminal.result(question);
    try {
      for (String line = typed.readLine(); line != null; line = typed.readLine()) {
        String word = line.strip().toLowerCase(Locale.ROOT);
        if (word.length() == 1 && letters.contains(word)) {
          return word;
        }
        terminal.result(question);
      }
    } catch (IOException closed) {
      // Nobody types any more.
    }
    return "";
  }
}

package porchlight.machine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Reads the wanted fields of a Debian control file as it goes by: the file may be 50 MB, the answer
 * is short.
 */
final class Stanzas {
  private Stanzas() {}

  static Answer read(String path, List<String> fields) throws IOException {
    Path file = Path.of(path);
    if (path.endsWith(".gz")) {
      try (var in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
        return pick(
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16), fields);
      }
    }
    try (var in =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8), 1 << 16)) {
      return pick(in, fields);
    }
  }

  static Answer pick(BufferedReader in, List<String> fields) throws IOException {
    var out = new StringBuilder();
    boolean some = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.isEmpty()) {
        if (some) {
          out.append('\n');
        }
        some = false;
      } else if (isWanted(line, fields)) {
        some = true;
        out.append(line).append('\n');
      }
      if (out.length() > LocalMachine.LONGEST_ANSWER) {
        return new Answer.TooLong(LocalMachine.LONGEST_ANSWER);
      }
    }
    return new Answer.Said(0, out.toString());
  }

  private static boolean isWanted(String line, List<String> fields) {
    for (String field : fields) {
      if (line.length() > field.length()
          && line.charAt(field.length()) == ':'
          && line.startsWith(field)) {
        return true;
      }
    }
    return false;
  }
}

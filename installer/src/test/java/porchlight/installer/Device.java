package porchlight.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A device as central lists it.
 *
 * @param standing active, retired or the like
 * @param reported whether a report of it has come
 */
record Device(String id, String standing, boolean reported) {
  private static final Pattern LINE =
      Pattern.compile("([0-9a-f-]{36}) +(\\S+) +(never reported|\\S+).*");

  /** Those that the central with that data lists. */
  static List<Device> listed(Path data) throws Exception {
    var listed = Built.central("device", "list", "--data", data.toString());
    assertEquals(0, listed.code(), listed.err());
    return listed
        .out()
        .lines()
        .map(LINE::matcher)
        .filter(line -> line.matches())
        .map(line ->
            new Device(line.group(1), line.group(2), !line.group(3).equals("never reported")))
        .toList();
  }
}

package porchlight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every jar that the agent's image carries is named with its licence. */
class ThirdPartyTest {
  /** A jar in Maven's repository: its group as folders, its name, its version. */
  private static final Pattern JAR =
      Pattern.compile(".*/repository/(.+)/([^/]+)/([^/]+)/\\2-\\3[^/]*\\.jar!.*");

  /** Groups of which only tests have something. */
  private static final Pattern OF_TESTS =
      Pattern.compile(
          "org/junit/.*|org/apache/maven/.*|org/opentest4j|org/apiguardian|com/tngtech/.*|com/networknt|com/ethlo/.*|com/google/.*|io/opentelemetry/.*"
              + "|tools/jackson/.*|org/snakeyaml");

  @Test
  void no_jar_is_carried_that_is_not_named_with_its_licence() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("../THIRD-PARTY.md"));
    TreeSet<String> carried = new TreeSet<>();
    TreeSet<String> unnamed = new TreeSet<>();
    for (URL manifest :
        Collections.list(getClass().getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
      Matcher jar = JAR.matcher(manifest.toString());
      if (jar.matches() && !OF_TESTS.matcher(jar.group(1)).matches()) {
        carried.add(jar.group(2));
        String start = "| `" + jar.group(2) + "` | " + jar.group(1).replace('/', '.') + " | ";
        if (lines.stream().noneMatch(line -> line.startsWith(start) && line.contains("| agent"))) {
          unnamed.add(start);
        }
      }
    }
    assertTrue(carried.size() > 10, "the jars are found at all: " + carried);
    assertEquals(new TreeSet<>(), unnamed, "each needs a line in THIRD-PARTY.md");
  }
}

package porchlight.gather;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of what misleads on a system: each row names tests that there are. */
public final class Traps {
  private static final Path TESTS = Path.of("src/test/java");
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*Test)\\.(\\w+)`");
  private static final Pattern METHOD =
      Pattern.compile("\\n  (?:void|Stream<DynamicTest>) (\\w+)\\(");

  private Traps() {}

  /** The questions on a list of what may be asked. */
  public static List<String> asked(Path list, int atLeast) throws IOException {
    List<String> lines = Files.readAllLines(list);
    assertTrue(lines.size() >= atLeast, lines.size() + " questions");
    return lines;
  }

  /** No question has any of these words. */
  public static void none_has(List<String> questions, List<String> words) {
    for (String question : questions) {
      for (String word : words) {
        assertFalse((question + " ").contains(word), question);
      }
    }
  }

  public static void each_has_a_test(Path page, int atLeast) throws IOException {
    Map<String, String> sources = new HashMap<>();
    try (var files = Files.walk(TESTS)) {
      for (Path file : files.filter(one -> one.toString().endsWith("Test.java")).toList()) {
        sources.put(
            String.valueOf(file.getFileName()).replace(".java", ""), Files.readString(file));
      }
    }
    int rows = 0;
    var lost = new TreeSet<String>();
    for (String line : Files.readAllLines(page)) {
      if (!line.startsWith("| ") || line.equals("| trap | tests |")) {
        continue;
      }
      rows++;
      Matcher named = NAMED.matcher(line);
      int tests = 0;
      while (named.find()) {
        tests++;
        if (METHOD
            .matcher(sources.getOrDefault(named.group(1), ""))
            .results()
            .noneMatch(method -> method.group(1).equals(named.group(2)))) {
          lost.add(named.group());
        }
      }
      assertTrue(tests >= 1, "no test in: " + line);
    }
    assertEquals(new TreeSet<>(), lost);
    assertTrue(rows >= atLeast, rows + " traps");
  }
}

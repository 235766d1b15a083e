package porchlight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every real output among the captures says where it is from, and is asked for by some test. */
class CapturesUsedTest {
  private static final Path CAPTURES = Path.of("src/test/captures/linux");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");

  /** A pattern that takes a whole folder is how files are spoilt, not how they are understood. */
  private static final Pattern WHOLE_FOLDER = Pattern.compile("[a-z]+/\\*{1,2}\\.txt");

  /** Beginnings and ends of names that tests put together, no shorter than tells anything. */
  private static final Pattern END = Pattern.compile("[-./][A-Za-z0-9_.-]{5,}");

  private static final Pattern BEGINNING = Pattern.compile("[a-z]+/[A-Za-z0-9_.-]{8,}-");
  private static final int SHORTEST = 4;

  /** Those whose reader is still to come; a line goes when it is there. */
  private static final Set<String> WAITING = Set.of("browsers/firefox-keepassxc");

  /** The name of a folder that is a whole machine's root. */
  private static final Pattern SCENE = Pattern.compile("[a-z]+(?:-[a-z]+)+");

  /** A root of its own, with the answer of the real program beside it. */
  private static final String ROOT_OF = "/show-config.txt";

  private static Set<String> files() throws IOException {
    try (var files = Files.walk(CAPTURES)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> CAPTURES.relativize(file).toString())
          .filter(file -> !file.equals("PROVENANCE.tsv"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static List<String> rows() throws IOException {
    return Files.readAllLines(CAPTURES.resolve("PROVENANCE.tsv")).stream()
        .skip(1)
        .map(row -> row.split("\t", -1)[0])
        .toList();
  }

  @Test
  void every_capture_says_where_it_is_from_and_every_row_has_its_capture() throws Exception {
    List<String> rows = rows();
    assertTrue(rows.size() >= 400, rows.size() + " rows");
    assertEquals(rows.size(), Set.copyOf(rows).size(), "a row twice");
    assertEquals(String.join("\n", files()), String.join("\n", new TreeSet<>(rows)));
    for (String row : Files.readAllLines(CAPTURES.resolve("PROVENANCE.tsv"))) {
      assertTrue(row.split("\t", -1).length >= 4, row);
    }
  }

  @Test
  void every_capture_is_asked_for_by_a_test() throws Exception {
    var literals = literals();
    var globs = new ArrayList<PathMatcher>();
    for (String one : literals) {
      if (one.matches("[a-z]+/[^ ]*\\*[^ ]*") && !WHOLE_FOLDER.matcher(one).matches()) {
        globs.add(FileSystems.getDefault().getPathMatcher("glob:" + one));
      }
    }
    var unused = new ArrayList<String>();
    for (String file : files()) {
      Path path = Path.of(file);
      boolean used =
          WAITING.stream().anyMatch(file::startsWith)
              || isInRoot(path)
              || globs.stream().anyMatch(glob -> glob.matches(path))
              || literals.stream()
                  .anyMatch(literal -> names(literal, file) || begins(literal, file, literals));
      if (!used) {
        unused.add(file);
      }
    }
    assertEquals("", String.join("\n", unused));
  }

  private static boolean isInRoot(Path file) {
    for (Path above = file.getParent(); above != null; above = above.getParent()) {
      if (Files.exists(CAPTURES.resolve(above + ROOT_OF)) && !file.endsWith("show-config.txt")) {
        return true;
      }
    }
    return false;
  }

  /** Whether one literal begins the file's name and another is the rest of it. */
  private static boolean begins(String literal, String file, Set<String> literals) {
    if (!literal.endsWith("-") || !literal.contains("/") || !file.startsWith(literal)) {
      return false;
    }
    String rest = file.substring(literal.length());
    return literals.contains(rest) || literals.contains(rest.replaceFirst("\\.txt$", ""));
  }

  private static boolean names(String literal, String file) {
    return file.equals(literal)
        || (SCENE.matcher(literal).matches() && file.contains("/" + literal + "/"))
        || file.endsWith("/" + literal)
        || file.endsWith("/" + literal + ".txt")
        || (BEGINNING.matcher(literal).matches() && file.startsWith(literal))
        || (END.matcher(literal).matches() && file.endsWith(literal));
  }

  private static Set<String> literals() throws IOException {
    var literals = new TreeSet<String>();
    try (var sources = Files.walk(Path.of("src/test/java"))) {
      for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
        var found = LITERAL.matcher(Files.readString(source));
        while (found.find()) {
          if (found.group(1).length() >= SHORTEST) {
            literals.add(found.group(1));
          }
        }
      }
    }
    return literals;
  }
}

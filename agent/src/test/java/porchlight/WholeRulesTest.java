package porchlight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import porchlight.checks.Check;
import porchlight.machine.Run;

/** The rules of the house: what must not be missing, and how long a file may be. */
class WholeRulesTest {
  private static final Path SOURCES = Path.of("src/main/java/porchlight");

  @Test
  void every_package_says_that_nothing_is_null() {
    var unmarked = new ArrayList<String>();
    House.MAIN.stream()
        .map(JavaClass::getPackage)
        .distinct()
        .filter(room -> !room.isAnnotatedWith(NullMarked.class))
        .forEach(room -> unmarked.add(room.getName()));
    assertEquals(List.of(), unmarked, "null crosses no room's door");
  }

  @TestFactory
  Stream<DynamicTest> every_check_has_a_page_a_rule_and_a_test() throws IOException {
    String policy = Files.readString(Path.of("../config/policy.json"));
    var checks = Check.class.getPermittedSubclasses();
    assertTrue(checks.length >= 7, "only " + checks.length + " checks");
    return Stream.of(checks)
        .map(kind -> kind.asSubclass(Check.class))
        .map(kind ->
            DynamicTest.dynamicTest(
                Check.idOf(kind),
                () -> {
                  String id = Check.idOf(kind);
                  assertTrue(
                      policy.contains("\"check\": \"" + id + "\""),
                      "no rule in config/policy.json");
                  Path page = Path.of("src/main/resources/porchlight/checks", id + ".md");
                  assertTrue(Files.exists(page), "no page " + page);
                  String text = Files.readString(page);
                  for (String part :
                      List.of(
                          "# ",
                          "## Why",
                          "## How it is judged",
                          "## What it cannot see",
                          "## Fix on Linux",
                          "## Fix on macOS",
                          "## Fix on Windows")) {
                    assertTrue(
                        text.contains("\n" + part) || text.startsWith(part),
                        page + " has no part " + part);
                  }
                  assertTrue(
                      House.TESTS.stream()
                          .anyMatch(test ->
                              test.getName()
                                  .equals("porchlight.checks." + kind.getSimpleName() + "Test")),
                      "no test " + kind.getSimpleName() + "Test");
                }));
  }

  @Test
  void every_room_of_tools_is_tested_for_missing_denied_and_not_understood() {
    var tools = House.MAIN.stream().filter(WholeRulesTest::asksAProgram).toList();
    assertTrue(tools.size() >= 6, "only " + tools.size() + " tool classes");
    var lacking = new ArrayList<String>();
    for (String room : tools.stream().map(JavaClass::getPackageName).distinct().toList()) {
      for (String word : List.of("missing", "denied", "not_understood")) {
        boolean tested =
            House.TESTS.stream()
                .filter(test -> test.getPackageName().equals(room))
                .anyMatch(
                    test -> test.getMethods().stream().anyMatch(m -> m.getName().contains(word)));
        if (!tested) {
          lacking.add("no test in " + room + " has a method with " + word);
        }
      }
    }
    assertEquals(List.of(), lacking, "not answering is a way of not knowing, in every tool");
  }

  private static boolean asksAProgram(JavaClass kind) {
    return kind.getPackageName().startsWith("porchlight.gather")
        && kind.getStaticInitializer().isPresent()
        && kind.getFields().stream()
            .anyMatch(field -> field.getRawType().isEquivalentTo(Run.class));
  }

  @Test
  void files_are_short() throws IOException {
    var lengths = new ArrayList<Long>();
    try (var files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        try (var lines = Files.lines(file)) {
          long length = lines.count();
          assertTrue(
              length <= 300, file + " has " + length + " lines; what is longer does two things");
          lengths.add(length);
        }
      }
    }
    assertTrue(lengths.size() >= 80, "only " + lengths.size() + " files were looked at");
    long median = lengths.stream().sorted().skip(lengths.size() / 2).findFirst().orElseThrow();
    assertTrue(median <= 72, "the median file has " + median + " lines");
  }
}

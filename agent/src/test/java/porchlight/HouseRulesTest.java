package porchlight;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import porchlight.checks.Check;
import porchlight.machine.Run;

/** The rules of the house. Each ends in its reason; see docs/architecture.md. */
class HouseRulesTest {
  private static final Path MAIN = Path.of("src/main/java/porchlight");
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("porchlight");
  private static final JavaClasses TESTS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.OnlyIncludeTests())
          .importPackages("porchlight");

  /** Which room may know which others; Main, in the hall, knows them all. */
  private static final Map<String, List<String>> ARROWS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("facts", List.of()),
              Map.entry("checks", List.of("facts")),
              Map.entry("policy", List.of("checks", "facts")),
              Map.entry("report", List.of("policy", "checks", "facts")),
              Map.entry("machine", List.of("json.tree")),
              Map.entry("gather", List.of("machine", "facts", "json.tree")),
              Map.entry("places", List.of("facts")),
              Map.entry("json", List.of("report", "policy", "checks", "facts")),
              Map.entry("uplink", List.of("report", "json", "policy", "checks", "facts")),
              Map.entry(
                  "daemon",
                  List.of(
                      "uplink", "report", "json", "policy", "checks", "facts", "gather", "machine",
                      "places")),
              Map.entry(
                  "cli",
                  List.of(
                      "daemon", "report", "json", "policy", "checks", "facts", "gather",
                      "machine"))));

  @TestFactory
  Stream<DynamicTest> a_room_knows_only_the_rooms_below_it() {
    return ARROWS.entrySet().stream()
        .map(arrow ->
            DynamicTest.dynamicTest(
                arrow.getKey(),
                () ->
                    classes()
                        .that()
                        .resideInAPackage("porchlight." + arrow.getKey() + "..")
                        .should()
                        .onlyDependOnClassesThat(
                            resideInAnyPackage(known(arrow.getKey(), arrow.getValue()))
                                .or(notOurs()))
                        .because(
                            "facts, judgments and words are kept apart; a room that knows more"
                                + " grows together with it")
                        .check(HOUSE)));
  }

  private static String[] known(String room, List<String> others) {
    return Stream.concat(Stream.of(room), others.stream())
        .map(other -> "porchlight." + other + "..")
        .toArray(String[]::new);
  }

  private static DescribedPredicate<JavaClass> notOurs() {
    return DescribedPredicate.not(resideInAPackage("porchlight..")).as("are not ours");
  }

  @Test
  void there_are_no_cycles() {
    slices()
        .matching("porchlight.(*)..")
        .should()
        .beFreeOfCycles()
        .because("a cycle makes two rooms one")
        .check(HOUSE);
  }

  @TestFactory
  Stream<DynamicTest> a_library_has_one_room() {
    return Map.of(
            "com.fasterxml.jackson..", "porchlight.json..",
            "okhttp3..", "porchlight.uplink..",
            "okio..", "porchlight.uplink..",
            "oshi..", "porchlight.machine..",
            "com.sun.jna..", "porchlight.machine..",
            "picocli..", "porchlight.cli..")
        .entrySet()
        .stream()
        .map(library ->
            DynamicTest.dynamicTest(
                library.getKey(),
                () ->
                    noClasses()
                        .that()
                        .resideOutsideOfPackage(library.getValue())
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(library.getKey())
                        .because("a library that is known in one room can be exchanged there")
                        .check(HOUSE)));
  }

  @Test
  void only_the_machine_room_and_the_resident_start_processes() {
    noClasses()
        .that()
        .resideOutsideOfPackages("porchlight.machine..", "porchlight.daemon")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(ProcessBuilder.class)
        .orShould()
        .callMethod(Runtime.class, "exec", String[].class)
        .because("everything that this program may run is found in one place")
        .check(HOUSE);
  }

  @Test
  void the_resident_loads_nothing_but_the_jdk() {
    classes()
        .that()
        .resideInAPackage("porchlight.daemon")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("porchlight.daemon", "java..", "javax.net.ssl..", "org.jspecify.."))
        .because("what stays in memory all day is kept small")
        .check(HOUSE);
  }

  @Test
  void the_half_that_stays_knows_nothing_of_calls() {
    noClasses()
        .that()
        .haveNameMatching("porchlight\\.(Staying|Cycling)")
        .or()
        .resideInAnyPackage("porchlight.daemon", "porchlight.daemon.worker")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("porchlight.daemon.verify")
        .because("what verifies a caller is loaded only by who asks for it")
        .check(HOUSE);
  }

  @Test
  void values_are_records_enums_and_interfaces() {
    classes()
        .that()
        .resideInAnyPackage(
            "porchlight.facts..",
            "porchlight.checks..",
            "porchlight.policy..",
            "porchlight.report..")
        .and()
        .areTopLevelClasses()
        .and()
        .doNotHaveSimpleName("package-info")
        .should()
        .beRecords()
        .orShould()
        .beEnums()
        .orShould()
        .beInterfaces()
        .because("judging is pure: the same facts give the same findings, always")
        .check(HOUSE);
  }

  @Test
  void values_touch_nothing() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "porchlight.facts..",
            "porchlight.checks..",
            "porchlight.policy..",
            "porchlight.report..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io..",
            "java.nio.file..",
            "java.util.logging..",
            "org.slf4j..",
            "java.util.random..",
            "java.util.concurrent..")
        .because("values have no clock, no chance, no input and no output")
        .check(HOUSE);
  }

  @Test
  void time_and_chance_enter_in_the_hall() {
    noClasses()
        .that()
        .resideOutsideOfPackage("porchlight")
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(java.util.UUID.class, "randomUUID")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callConstructor(java.util.Random.class)
        .because("what is passed in can be tested")
        .check(HOUSE);
  }

  @Test
  void only_screens_print() {
    noClasses()
        .that()
        .resideOutsideOfPackages("porchlight.cli..", "porchlight", "porchlight.daemon..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .because("standard output is a contract")
        .check(HOUSE);
  }

  @Test
  void a_run_is_a_constant_of_a_tool_class() {
    classes()
        .that()
        .resideOutsideOfPackage("porchlight.machine..")
        .should(makeRunsOnlyAsConstants())
        .because(
            "the list of what may run is readable, and never built from text that came from"
                + " outside")
        .check(HOUSE);
  }

  private static ArchCondition<JavaClass> makeRunsOnlyAsConstants() {
    return new ArchCondition<>("make a Run only in a static initialiser of the gather room") {
      @Override
      public void check(JavaClass kind, ConditionEvents events) {
        for (JavaCodeUnit unit : kind.getCodeUnits()) {
          boolean constant =
              unit.getName().equals("<clinit>")
                  && kind.getPackageName().startsWith("porchlight.gather");
          boolean makes =
              unit.getCallsFromSelf().stream()
                  .anyMatch(call ->
                      call.getTargetOwner().isEquivalentTo(Run.class)
                          && (call.getName().equals("of") || call.getName().equals("<init>")));
          if (makes && !constant) {
            events.add(SimpleConditionEvent.violated(kind, unit.getFullName() + " makes a Run"));
          }
        }
      }
    };
  }

  @Test
  void every_package_says_that_nothing_is_null() {
    var unmarked = new ArrayList<String>();
    HOUSE.stream()
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
                      TESTS.stream()
                          .anyMatch(test ->
                              test.getName()
                                  .equals("porchlight.checks." + kind.getSimpleName() + "Test")),
                      "no test " + kind.getSimpleName() + "Test");
                }));
  }

  @Test
  void every_room_of_tools_is_tested_for_missing_denied_and_not_understood() {
    var tools = HOUSE.stream().filter(HouseRulesTest::asksAProgram).toList();
    assertTrue(tools.size() >= 6, "only " + tools.size() + " tool classes");
    var lacking = new ArrayList<String>();
    for (String room : tools.stream().map(JavaClass::getPackageName).distinct().toList()) {
      for (String word : List.of("missing", "denied", "not_understood")) {
        boolean tested =
            TESTS.stream()
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
    try (var files = Files.walk(MAIN)) {
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
    assertTrue(median <= 75, "the median file has " + median + " lines");
  }

  @Test
  void the_rules_have_seen_the_house() {
    assertTrue(HOUSE.size() >= 120, "only " + HOUSE.size() + " classes were imported");
    assertTrue(TESTS.size() >= 30, "only " + TESTS.size() + " test classes were imported");
  }
}

package porchlight;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The rules of the house: who may know whom. What is pure and what is whole hold the two beside it.
 * Each ends in its reason; see docs/architecture.md.
 */
class HouseRulesTest {
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
                        .check(House.MAIN)));
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
        .check(House.MAIN);
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
                        .check(House.MAIN)));
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
        .check(House.MAIN);
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
        .check(House.MAIN);
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
        .check(House.MAIN);
  }

  @Test
  void the_rules_have_seen_the_house() {
    assertTrue(House.MAIN.size() >= 120, "only " + House.MAIN.size() + " classes were imported");
    assertTrue(
        House.TESTS.size() >= 30, "only " + House.TESTS.size() + " test classes were imported");
  }
}

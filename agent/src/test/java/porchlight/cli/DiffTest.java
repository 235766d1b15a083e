package porchlight.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import porchlight.Golden;
import porchlight.checks.Evidence;
import porchlight.checks.Verdict;
import porchlight.facts.Facts;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;
import porchlight.json.KeptCheck;
import porchlight.json.ReportJson;
import porchlight.json.Sent;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;
import porchlight.machine.Answer;
import porchlight.policy.Assessment;
import porchlight.policy.Finding;
import porchlight.policy.Severity;

class DiffTest {
  private static final Facts FACTS = new SampleFacts().build();
  private static final Verdict PASS =
      Verdict.pass("nothing is let in").with(Evidence.of("IPv4", "blocked"));
  private static final Verdict FAIL =
      Verdict.fail("anybody is let in").with(Evidence.of("IPv4", "open"));
  private static final Verdict DARK =
      Verdict.unknown(Reason.NEEDS_PRIVILEGE, "nft: permission denied");
  private static final Verdict NONE = Verdict.notApplicable("no Wi-Fi network is joined");

  @TempDir Path folder;

  private static Assessment looked(Verdict firewall, Verdict wifi, Verdict clock) {
    return new Assessment(
        List.of(
            new Finding("firewall", Severity.HIGH, firewall),
            new Finding("wifi-encryption", Severity.HIGH, wifi),
            new Finding("clock", Severity.LOW, clock)));
  }

  private String file(String name, Assessment assessment) throws Exception {
    return Files.writeString(folder.resolve(name), KeptCheck.text(assessment, FACTS)).toString();
  }

  private static Typed type(String... arguments) {
    return Typed.on(FACTS, arguments);
  }

  private Typed diff(Assessment before, Assessment after, String... more) throws Exception {
    var words = new java.util.ArrayList<>(List.of("diff", file("a", before), file("b", after)));
    words.addAll(List.of(more));
    return type(words.toArray(String[]::new));
  }

  @Test
  void the_answer_comes_first_and_each_way_has_its_place() throws Exception {
    Typed typed = diff(looked(PASS, FAIL, PASS), looked(FAIL, PASS, DARK));
    assertEquals(Exit.FOUND, typed.exit(), typed.err());
    Golden.check(Path.of("src/test/golden/screens/diff.txt"), typed.out());
  }

  @ParameterizedTest
  @CsvSource({
    "PASS, PASS, 0", "PASS, FAIL, 1", "DARK, FAIL, 1", "NONE, FAIL, 1", "FAIL, PASS, 0",
    "DARK, PASS, 0", "PASS, DARK, 2", "FAIL, DARK, 2", "NONE, DARK, 2", "FAIL, NONE, 0",
    "PASS, NONE, 0", "DARK, DARK, 0"
  })
  void how_it_ends_says_which_way_it_went(String before, String after, int exit) throws Exception {
    var all = Map.of("PASS", PASS, "FAIL", FAIL, "DARK", DARK, "NONE", NONE);
    Typed typed =
        diff(
            looked(all.getOrDefault(before, PASS), PASS, PASS),
            looked(all.getOrDefault(after, PASS), PASS, PASS));
    assertEquals(exit, typed.exit(), typed.out());
  }

  @Test
  void a_failure_that_is_seen_no_more_or_asked_no_more_is_not_better() throws Exception {
    Typed dark = diff(looked(FAIL, PASS, PASS), looked(DARK, PASS, PASS));
    assertTrue(dark.out().contains("Could not tell any more"), dark.out());
    assertFalse(dark.out().contains("Better"), dark.out());
    Typed gone =
        diff(
            looked(FAIL, PASS, PASS),
            new Assessment(looked(FAIL, PASS, PASS).findings().subList(1, 3)));
    assertEquals(Exit.CANNOT_SAY, gone.exit());
    assertTrue(gone.out().contains("failed → not checked"), gone.out());
  }

  @Test
  void two_looks_that_say_the_same_are_told_so() throws Exception {
    Typed typed = diff(looked(PASS, PASS, PASS), looked(PASS, PASS, PASS));
    assertEquals(Exit.SAFE, typed.exit());
    assertTrue(typed.out().startsWith("It is SAFE as before.\nBoth reports say the same.\n"));
  }

  @Test
  void json_tells_the_same() throws Exception {
    Typed typed = diff(looked(PASS, FAIL, PASS), looked(FAIL, PASS, DARK), "--json");
    Json.Obj all = JsonText.parse(typed.out()).asObject().orElseThrow();
    var ways =
        all.get("changes").flatMap(Json::asItems).orElseThrow().stream()
            .map(one -> one.asObject().flatMap(change -> change.text("change")).orElse(""))
            .toList();
    assertEquals(List.of("worse", "better", "unknown"), ways);
    assertEquals(
        "unsafe",
        all.get("after").flatMap(Json::asObject).flatMap(look -> look.text("answer")).orElse(""));
  }

  /** A full report of the firewall, as it leaves. */
  private static String full(String id, String at, String outcome, String answer) {
    return "{\"schema\":\"porchlight-report/1\",\"kind\":\"full\",\"id\":\""
        + id
        + "\",\"collectedAt\":\""
        + at
        + "\",\"content\":"
        + content(outcome, answer)
        + "}";
  }

  private static String content(String outcome, String answer) {
    return "{\"assessment\":{\"answer\":\""
        + answer
        + "\"},\"findings\":[{\"check\":\"firewall\",\"outcome\":\""
        + outcome
        + "\",\"severity\":\"high\",\"because\":\"so\"}]}";
  }

  private static final String OLD = "11111111-1111-4111-8111-111111111111";
  private static final String MIDDLE = "22222222-2222-4222-8222-222222222222";
  private static final String NEW = "33333333-3333-4333-8333-333333333333";

  private static Sent sent(String body) {
    return new Sent(
        Instant.EPOCH,
        "POST",
        "https://central.example/v1/reports",
        Map.of(),
        body.getBytes(StandardCharsets.UTF_8),
        Optional.of("202"));
  }

  private static Typed withSent(String... arguments) {
    var agent = new TypedAgent();
    String unchanged =
        "{\"schema\":\"porchlight-report/1\",\"kind\":\"unchanged\",\"id\":\""
            + MIDDLE
            + "\",\"collectedAt\":\"2026-11-21T08:00:00Z\",\"same\":\""
            + ReportJson.digest(content("pass", "safe"))
            + "\"}";
    agent.left =
        List.of(
            sent(full(NEW, "2026-11-22T09:00:00Z", "fail", "unsafe")),
            sent("{\"not\":\"a report\"}"),
            sent(unchanged),
            sent(full(OLD, "2026-11-20T09:00:00Z", "pass", "safe")));
    return Typed.on(
        (system, machine) -> new FactsGatherer(FACTS),
        question -> new Answer.Missing(),
        false,
        agent,
        arguments);
  }

  @ParameterizedTest
  @CsvSource({
    OLD + ", " + NEW + ", 1",
    "yesterday, last, 1",
    "2026-11-20, 2026-11-21, 0",
    "2026-11-20T23:00, 2026-11-22, 1",
    "2026-11-22T10:00:00Z, " + MIDDLE + ", 0",
  })
  void reports_that_left_are_found_by_id_day_and_time(String before, String after, int exit) {
    Typed typed = withSent("diff", before, after);
    assertEquals(exit, typed.exit(), typed.err());
    assertEquals("", typed.err());
  }

  @Test
  void an_unchanged_report_says_what_the_full_one_said() {
    Typed typed = withSent("diff", MIDDLE, NEW);
    assertTrue(typed.out().startsWith("It was SAFE, it is UNSAFE.\n"), typed.out());
    assertTrue(typed.out().contains("2026-11-21T08:00:00Z"), typed.out());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-19, no report from before",
    "44444444-4444-4444-8444-444444444444, no report with the id",
    "2026-13-40, is no time",
    "/nonexistent, there is no such file",
  })
  void what_is_not_there_is_said_in_one_line(String word, String message) {
    Typed typed = withSent("diff", word, "last");
    assertTrue(typed.exit() >= Exit.USAGE, typed.out());
    assertTrue(typed.err().contains(message), typed.err());
    assertEquals(1, typed.err().lines().count());
  }

  @Test
  void a_file_that_is_no_look_is_refused() throws Exception {
    String bad = Files.writeString(folder.resolve("bad"), "{\"answer\":\"safe\"}").toString();
    Typed typed = type("diff", bad, bad);
    assertEquals(Exit.CONFIGURATION, typed.exit());
    assertTrue(typed.err().contains("no look at a laptop"), typed.err());
  }
}

package porchlight.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.cli.screen.Scenes;
import porchlight.facts.Facts;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;
import porchlight.json.KeptCheck;
import porchlight.json.PolicyReader;
import porchlight.policy.Assessment;

class CachedTest {
  private static final Facts NOTHING = SampleFacts.blind(Reason.NOT_SUPPORTED, "not to be asked");

  private static String kept(String scene, Duration ago) {
    Facts facts = Scenes.named(scene);
    String text = KeptCheck.text(PolicyReader.packed().judge(facts), facts);
    return text.replace(facts.at().toString(), SampleFacts.AT.minus(ago).toString());
  }

  private static Typed check(String kept, String... more) {
    var words = new ArrayList<>(List.of("check", "--cached", "--config", kept));
    words.addAll(List.of(more));
    return Typed.on(NOTHING, words.toArray(String[]::new));
  }

  @Test
  void what_was_kept_is_read_back_whole() {
    Scenes.all()
        .forEach((name, facts) -> {
          Assessment judged = PolicyReader.packed().judge(facts);
          var back = KeptCheck.of(KeptCheck.text(judged, facts)).orElseThrow();
          assertEquals(judged, back.assessment(), name);
          assertEquals(facts.at(), back.at());
        });
  }

  @Test
  void the_screen_says_how_old_it_is_and_ends_as_the_check_did() {
    Typed typed = check(kept("unsafe-open-cafe", Duration.ofMinutes(7)));
    assertEquals(1, typed.exit());
    assertTrue(typed.out().startsWith("The agent looked 7 min ago.\n"), typed.out());
    assertTrue(typed.out().contains("UNSAFE to work from here"));
  }

  @Test
  void a_tool_is_told_its_age_too() {
    Typed typed = check(kept("safe-at-home", Duration.ofSeconds(30)), "--format", "nagios");
    assertEquals(0, typed.exit());
    assertTrue(typed.out().contains("seen 30 s ago"), typed.out());
    assertEquals("", typed.err());
  }

  @Test
  void one_that_is_too_old_or_yet_to_come_is_no_answer() {
    for (Duration ago : List.of(Duration.ofMinutes(61), Duration.ofMinutes(-6))) {
      String kept = kept("safe-at-home", ago);
      assertEquals(Exit.CONFIGURATION, check(kept).exit());
      Typed tool = check(kept, "--format", "nagios");
      assertEquals(3, tool.exit());
      assertTrue(tool.out().startsWith("PORCHLIGHT UNKNOWN - "), tool.out());
      assertEquals("", tool.err());
    }
  }

  @Test
  void one_that_is_damaged_anywhere_is_no_answer() {
    String whole = kept("unsafe-open-cafe", Duration.ZERO);
    for (String damaged :
        List.of(
            whole.substring(0, whole.length() / 2),
            whole.replace("\"fail\"", "\"pass\""),
            whole.replaceFirst("\"outcome\"", "\"outcom\""),
            whole.replaceFirst("\"unsafe\"", "\"safe\""),
            "[]",
            "{}")) {
      Typed typed = check(damaged, "--format", "datto");
      assertEquals(1, typed.exit(), damaged);
      assertTrue(typed.out().contains("STATUS=UNKNOWN"), typed.out());
    }
  }

  @Test
  void none_is_no_answer() {
    Typed typed = Typed.on(NOTHING, "check", "--cached", "--format", "tactical");
    assertEquals(3, typed.exit());
    assertEquals(
        "UNKNOWN Porchlight could not look: the agent has kept no check; porchlight status says"
            + " how it is doing\n",
        typed.out());
  }

  @Test
  void options_that_would_need_another_look_are_refused() {
    for (List<String> more :
        List.of(List.of("--offline"), List.of("--only", "vpn"), List.of("--policy", "x"))) {
      Typed typed = check("{}", more.toArray(String[]::new));
      assertEquals(Exit.USAGE, typed.exit());
      assertFalse(typed.err().isEmpty());
    }
    assertEquals(Exit.USAGE, Typed.on(NOTHING, "check", "--json", "--format", "prom").exit());
    assertEquals(Exit.USAGE, Typed.on(NOTHING, "check", "--format", "nagois").exit());
  }

  @Test
  void a_tool_gets_its_own_words_when_a_file_cannot_be_used() {
    Typed typed = Typed.on(NOTHING, "check", "--format", "checkmk", "--policy", "/nonexistent");
    assertEquals(0, typed.exit());
    assertTrue(typed.out().startsWith("3 \"Porchlight\" - "), typed.out());
    assertEquals("", typed.err());
  }
}

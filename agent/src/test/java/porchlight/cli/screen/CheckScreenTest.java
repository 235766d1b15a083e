package porchlight.cli.screen;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import porchlight.Golden;
import porchlight.facts.Facts;
import porchlight.facts.SampleFacts;
import porchlight.json.PolicyReader;
import porchlight.policy.Answer;

class CheckScreenTest {
  private static final Look UNICODE = new Look(false, true, 80);
  private static final Look COLOUR = new Look(true, true, 80);
  private static final Look NARROW = new Look(false, true, 40);

  private static CheckScreen screen(boolean verbose) {
    return new CheckScreen(CheckScreenTest::page, "linux", false, false, verbose);
  }

  private static Optional<Page> page(String check) {
    return Optional.of(
        Page.read(
            "# "
                + check
                + "\n\nA question?\n\n## Fix on Linux\n\n- Mend **"
                + check
                + "** with `mend --it`. Then look again.\n- Or do not.\n"));
  }

  private static String render(Facts facts, Look look, boolean verbose) {
    return screen(verbose).render(PolicyReader.packed().judge(facts), look);
  }

  @TestFactory
  Stream<DynamicTest> every_scene_looks_like_its_golden_file() {
    var tests = new ArrayList<DynamicTest>();
    Scenes.all()
        .forEach((name, facts) -> {
          tests.add(golden(name + ".txt", facts, UNICODE, false));
          tests.add(golden(name + ".ascii.txt", facts, Look.plain(), false));
          tests.add(golden(name + ".colour.txt", facts, COLOUR, false));
          tests.add(golden(name + ".narrow.txt", facts, NARROW, false));
          tests.add(golden(name + ".verbose.txt", facts, UNICODE, true));
        });
    assertTrue(tests.size() >= 40, "only " + tests.size() + " golden screens");
    return tests.stream();
  }

  private static DynamicTest golden(String file, Facts facts, Look look, boolean verbose) {
    return DynamicTest.dynamicTest(
        file, () -> Golden.check("screens/" + file, render(facts, look, verbose)));
  }

  @Test
  void the_scenes_tell_all_four_answers() {
    var seen = EnumSet.noneOf(Answer.class);
    Scenes.all().values().forEach(facts -> seen.add(PolicyReader.packed().judge(facts).answer()));
    assertTrue(seen.containsAll(List.of(Answer.values())), "only " + seen);
  }

  @Test
  void no_line_is_wider_than_the_screen() {
    Scenes.all()
        .forEach((name, facts) -> {
          for (Look look : List.of(UNICODE, Look.plain(), NARROW)) {
            render(facts, look, true)
                .lines()
                .forEach(line ->
                    assertTrue(
                        Width.of(line) <= look.columns(),
                        name + " at " + look.columns() + ": " + line));
          }
        });
  }

  @Test
  void nothing_from_outside_reaches_the_terminal_as_a_command() {
    for (Facts facts : Scenes.all().values()) {
      assertTrue(
          render(facts, UNICODE, true)
              .codePoints()
              .allMatch(c ->
                  c == '\n'
                      || !Set.of(
                              (int) Character.CONTROL,
                              (int) Character.FORMAT,
                              (int) Character.LINE_SEPARATOR)
                          .contains(Character.getType(c))));
    }
  }

  @Test
  void an_ascii_terminal_gets_nothing_else() {
    for (Facts facts : Scenes.all().values()) {
      assertTrue(
          render(facts, Look.plain(), true)
              .chars()
              .allMatch(c -> c == '\n' || (c >= ' ' && c <= '~')));
    }
  }

  @Test
  void a_process_name_cannot_fake_a_headline() {
    String screen = render(Scenes.named("hostile-names"), UNICODE, true);
    assertFalse(screen.lines().anyMatch("SAFE to work from here"::equals));
  }

  @Test
  void a_partial_look_does_not_sound_like_a_whole_one() {
    var firewall = PolicyReader.packed().only(Set.of("firewall"));
    var assessment = firewall.judge(new SampleFacts().build());
    String screen =
        new CheckScreen(CheckScreenTest::page, "linux", false, true, false)
            .render(assessment, UNICODE);
    Golden.check("screens/safe-but-partial.txt", screen);
    assertFalse(screen.contains("SAFE to work from here"));
  }

  @Test
  void root_is_not_told_to_become_root() {
    String screen =
        new CheckScreen(CheckScreenTest::page, "linux", true, false, false)
            .render(PolicyReader.packed().judge(Scenes.named("cannot-say-without-root")), UNICODE);
    assertFalse(screen.contains("sudo"));
    assertTrue(screen.contains("even root was refused"));
  }
}

package porchlight.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import porchlight.cli.screen.Look;
import porchlight.daemon.verify.Talk;
import porchlight.json.Said;
import porchlight.json.Scene;

/** What a person sees and says, with the agent's answers put in line. */
class VerifyCommandTest {
  private static final Scene WAITING =
      new Scene.Waiting(
          "https://central.example/", "theo", "password-reset", "4711", "amber falcon", 170);
  private final List<Said> said = new ArrayList<>();

  private record Ended(int exit, String screen) {}

  private Ended verify(String typed, List<String> options, Scene... answers) {
    var line = new ArrayDeque<>(List.of(answers));
    Talk talk =
        new Talk() {
          @Override
          public Scene say(Said word) {
            said.add(word);
            return line.isEmpty() ? new Scene.Trouble("nothing more is in line") : line.pop();
          }

          @Override
          public void close() {}
        };
    var command =
        new VerifyCommand(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), 1);
    var spec = CommandSpec.create();
    command.describe(spec);
    var given = new CommandLine(spec).parseArgs(options.toArray(String[]::new));
    var out = new java.io.ByteArrayOutputStream();
    var print = new java.io.PrintStream(out, true, StandardCharsets.UTF_8);
    var look = new Look(false, true, 80);
    int exit =
        command.run(
            given, Typed.doors(new Talking(talk)), new Terminal(print, print, look, look, false));
    return new Ended(exit, out.toString(StandardCharsets.UTF_8));
  }

  /** An agent that only talks. */
  private static final class Talking extends TypedAgent {
    private final Talk talk;

    Talking(Talk talk) {
      this.talk = talk;
    }

    @Override
    public Talk talk(Optional<String> config) {
      return talk;
    }
  }

  private static Scene stands(String state) {
    return new Scene.Stands(state, Optional.empty());
  }

  @Test
  void who_called_them_reads_a_code_and_is_sent_a_password() {
    var ended =
        verify(
            "1\n",
            List.of(),
            WAITING,
            new Scene.Code("421793", 120),
            stands("signed"),
            stands("verified"),
            stands("verified"),
            new Scene.Stands("verified", Optional.of("correct horse 9!")));
    assertEquals(Exit.SAFE, ended.exit(), ended.screen());
    assertTrue(ended.screen().contains("theo wants to know whether it is you."), ended.screen());
    assertTrue(ended.screen().contains("a new password"), ended.screen());
    assertTrue(ended.screen().contains("    amber falcon\n"), ended.screen());
    assertTrue(ended.screen().contains("    42 17 93\n"), ended.screen());
    assertTrue(ended.screen().contains("    correct horse 9!\n"), ended.screen());
    assertEquals(new Said.Yes("user"), said.get(1));
  }

  @Test
  void who_was_called_says_so() {
    verify("2\n", List.of(), WAITING, new Scene.Code("421793", 120), stands("expired"));
    assertEquals(new Said.Yes("tech"), said.get(1));
  }

  @Test
  void who_knows_of_nothing_or_did_not_hear_the_words_signs_nothing() {
    assertEquals(Exit.FOUND, verify("4\n", List.of(), WAITING, stands("denied")).exit());
    assertEquals(Exit.FOUND, verify("3\n", List.of(), WAITING, stands("denied")).exit());
    assertEquals(
        List.of(new Said.Look(), new Said.No("unknown"), new Said.Look(), new Said.No("words")),
        said);
  }

  @Test
  void what_is_not_understood_is_asked_again_and_silence_signs_nothing() {
    var ended = verify("yes\n\n", List.of(), WAITING);
    assertEquals(Exit.CANNOT_SAY, ended.exit());
    assertEquals(List.of(new Said.Look()), said);
  }

  @Test
  void nobody_who_waits_is_no_proof() {
    var ended = verify("", List.of(), new Scene.Nobody("https://central.example/"));
    assertEquals(Exit.FOUND, ended.exit());
    assertTrue(ended.screen().contains("Nobody at your service desk"), ended.screen());
  }

  @Test
  void an_end_without_proof_is_told_as_such() {
    for (String state : List.of("locked", "expired", "cancelled", "denied", "of-tomorrow")) {
      var ended = verify("1\n", List.of(), WAITING, new Scene.Code("421793", 120), stands(state));
      assertEquals(Exit.FOUND, ended.exit(), state);
      assertTrue(ended.screen().contains("Nothing was proven."), ended.screen());
      assertFalse(ended.screen().contains("Verified."), ended.screen());
    }
  }

  @Test
  void trouble_is_no_proof() {
    assertEquals(Exit.CANNOT_SAY, verify("1\n", List.of(), new Scene.Trouble("no network")).exit());
    assertEquals(
        Exit.CANNOT_SAY, verify("1\n", List.of(), WAITING, new Scene.Trouble("gone")).exit());
    assertEquals(Exit.CANNOT_SAY, verify("1\n", List.of(), new Scene.Code("421793", 120)).exit());
  }

  @Test
  void the_technician_is_checked_without_a_signature() {
    var yes = verify("y\n", List.of("--tech"), WAITING);
    assertEquals(Exit.SAFE, yes.exit());
    assertEquals(List.of(new Said.Look()), said);
    assertEquals(Exit.FOUND, verify("n\n", List.of("--tech"), WAITING, stands("denied")).exit());
    assertEquals(new Said.No("words"), said.getLast());
    assertEquals(Exit.FOUND, verify("", List.of("--tech"), new Scene.Nobody("x")).exit(), "nobody");
  }

  @Test
  void without_a_network_numbers_are_read_to_each_other() {
    var ended =
        verify(
            "1\n1234 5678\nnonsense\n87654321\n",
            List.of("--offline"),
            new Scene.Question("00112233"),
            new Scene.Answer("99887766"));
    assertEquals(Exit.SAFE, ended.exit(), ended.screen());
    assertTrue(ended.screen().contains("    00 11 22 33\n"), ended.screen());
    assertTrue(ended.screen().contains("    99 88 77 66\n"), ended.screen());
    assertEquals(
        List.of(new Said.Offline("password-reset"), new Said.Numbers("12345678", "87654321")),
        said);
  }

  @Test
  void who_reads_wrong_numbers_is_not_believed() {
    var ended =
        verify(
            "5\n12345678\n87654321\n12345678\n87654321\n",
            List.of("--offline"),
            new Scene.Question("00112233"),
            new Scene.Misread(1),
            new Scene.Misread(0));
    assertEquals(Exit.FOUND, ended.exit());
    assertTrue(ended.screen().contains("Hang up."), ended.screen());
    assertEquals(
        Exit.CANNOT_SAY, verify("1\n", List.of("--offline"), new Scene.Trouble("no key")).exit());
    assertEquals(
        Exit.CANNOT_SAY,
        verify("1\n12345678\n", List.of("--offline"), new Scene.Question("0")).exit());
  }

  @Test
  void hostile_words_do_nothing_to_the_terminal() {
    var ended =
        verify(
            "4\n",
            List.of(),
            new Scene.Waiting("s", "th\u001b[2Jeo", "\u202epurpose", "4711\n", "a b", 1),
            stands("denied"));
    assertFalse(ended.screen().contains("\u001b"), ended.screen());
    assertFalse(ended.screen().contains("\u202e"), ended.screen());
  }
}

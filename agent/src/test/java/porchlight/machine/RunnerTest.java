package porchlight.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The runner against real programs of this machine. */
class RunnerTest {
  private final Machine machine = new LocalMachine();

  @BeforeEach
  void needsAShell() {
    assumeTrue(SystemFolders.find("sh").isPresent(), "no sh in the system folders of this machine");
  }

  private Answer sh(String script, Duration limit) {
    return machine.ask(Run.of("sh", "-c", script).within(limit));
  }

  private Answer.Said said(String script) {
    return assertInstanceOf(Answer.Said.class, sh(script, Duration.ofSeconds(10)));
  }

  @Test
  void output_errors_and_exit_status_are_kept_apart() {
    assertEquals(new Answer.Said(3, "out\n", "err\n"), said("echo out; echo err >&2; exit 3"));
  }

  @Test
  void a_program_that_is_not_there_is_missing() {
    assertEquals(new Answer.Missing(), machine.ask(Run.of("porchlight-no-such-program")));
  }

  @Test
  void standard_input_is_empty() {
    assertEquals(new Answer.Said(0, "0\n"), said("wc -c"));
  }

  @Test
  void the_environment_is_ours_alone() {
    var names = said("env").text().lines().map(line -> line.replaceAll("=.*", "")).toList();
    // PWD, SHLVL and _ are set by the shell itself.
    assertEquals(
        java.util.List.of("LC_ALL", "PORCHLIGHT_RUN"),
        names.stream()
            .filter(name -> !java.util.Set.of("PWD", "SHLVL", "_", "OLDPWD").contains(name))
            .sorted()
            .toList());
  }

  @Test
  void arguments_reach_the_program_as_they_are() {
    var run = Run.of("printf", "%s|", "$HOME", "a b", "*", "; echo no");
    assertEquals(new Answer.Said(0, "$HOME|a b|*|; echo no|"), machine.ask(run));
  }

  @Test
  void output_that_is_not_utf8_is_replaced_not_refused() {
    assertEquals("a\uFFFDb", said("printf 'a\\377b'").text());
  }

  @Test
  void ten_megabytes_are_too_long() {
    assertInstanceOf(
        Answer.TooLong.class, sh("head -c 10485760 /dev/zero", Duration.ofSeconds(20)));
  }

  @Test
  void an_endless_program_is_ended_when_its_output_is_too_long() {
    long before = System.nanoTime();
    assertInstanceOf(Answer.TooLong.class, sh("yes", Duration.ofSeconds(60)));
    assertTrue(
        Duration.ofNanos(System.nanoTime() - before).toSeconds() < 50,
        "it waited for the time limit");
  }

  @Test
  void much_on_standard_error_does_not_hold_the_output() {
    var answer = said("head -c 5000000 /dev/zero >&2; echo done");
    assertEquals("done\n", answer.text());
  }

  @Test
  void a_late_program_is_ended_with_everything_it_started() throws Exception {
    String unique = "31" + (System.nanoTime() % 100_000_000);
    var answer = sh("sleep " + unique + " & sleep " + unique + "; true", Duration.ofMillis(300));
    assertEquals(new Answer.TimedOut(), answer);
    assertNoneRuns("sleep " + unique);
  }

  @Test
  void a_child_whose_parent_has_gone_is_ended_too() throws Exception {
    String unique = "32" + (System.nanoTime() % 100_000_000);
    // Its parent, the subshell, ends at once: nothing but the mark tells where it came from.
    var answer = sh("(sleep " + unique + " &) ; sleep " + unique, Duration.ofMillis(300));
    assertEquals(new Answer.TimedOut(), answer);
    assertNoneRuns("sleep " + unique);
  }

  private static void assertNoneRuns(String command) throws InterruptedException {
    for (int i = 0; i < 50; i++) {
      if (ProcessHandle.allProcesses()
          .noneMatch(process -> process.info().commandLine().orElse("").contains(command))) {
        return;
      }
      Thread.sleep(20);
    }
    fail(command + " still runs");
  }
}

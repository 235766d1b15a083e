package porchlight.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image as a user runs it, on this very machine. */
class ImageIT {
  private static final Pattern VERDICT =
      Pattern.compile("\"(check|outcome|severity|because|reason)\" ?: ?\"(?:[^\"\\\\]|\\\\.)*\"");

  @TempDir Path folder = Path.of("");

  @BeforeEach
  void needsTheImage() {
    assumeTrue(Files.isExecutable(Built.AGENT), "no image: needs Linux and mvn package");
  }

  private static String verdicts(String json) {
    var out = new StringBuilder();
    var found = VERDICT.matcher(json);
    while (found.find()) {
      out.append(found.group()).append('\n');
    }
    return out.toString();
  }

  @Test
  void a_recorded_machine_gives_byte_for_byte_the_same_verdicts() throws Exception {
    String file = folder.resolve("machine.txt").toString();
    assertEquals(0, Built.agent("facts", "--record", file).code());
    var live = Built.agent("check", "--json");
    var replayed = Built.agent("check", "--json", "--replay", file);
    assertTrue(verdicts(live.out()).lines().count() >= 28, live.out());
    assertEquals(verdicts(live.out()), verdicts(replayed.out()));
    assertEquals(live.code(), replayed.code());
  }

  @Test
  void it_runs_through_a_link_and_whatever_the_environment_says() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("porchlight"), Built.AGENT);
    var ended =
        Built.run(
            java.util.List.of(link.toString(), "version"),
            Map.of(
                "JAVA_TOOL_OPTIONS",
                "-Xmx1k",
                "CLASSPATH",
                "/nowhere",
                "_JAVA_OPTIONS",
                "-version"));
    assertEquals(0, ended.code(), ended.err());
    assertTrue(ended.out().startsWith("porchlight "), ended.out());
    assertEquals("", ended.err());
  }

  @Test
  void a_wrong_setting_is_refused_in_one_line_by_all_that_read_it() throws Exception {
    String wrong = Files.writeString(folder.resolve("agent.json"), "{\"sever\": \"x\"}").toString();
    for (String command : new String[] {"run", "cycle", "status"}) {
      var ended = Built.agent(command, "--config", wrong);
      assertEquals(78, ended.code(), command + ended.err());
      assertEquals(1, ended.err().lines().count(), ended.err());
      assertTrue(
          ended
              .err()
              .contains("agent.json: sever: there is no such setting; did you mean \"server\"?"),
          ended.err());
    }
  }

  @Test
  void the_archive_is_used_and_says_nothing() throws Exception {
    assertTrue(Files.size(Path.of("target/porchlight/cache/porchlight.jsa")) > 1 << 20);
    var ended = Built.agent("checks");
    assertEquals(0, ended.code());
    assertEquals("", ended.err());
    assertFalse(ended.out().contains("[warning]"), ended.out());
  }
}

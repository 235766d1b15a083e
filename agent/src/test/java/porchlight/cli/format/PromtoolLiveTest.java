package porchlight.cli.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Prometheus' own tool reads what is printed for it: needs Debian's package prometheus. */
class PromtoolLiveTest {
  private static final Path PROMTOOL = Path.of("/usr/bin/promtool");

  @Test
  void promtool_finds_nothing_wrong_with_any_look() throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(PROMTOOL), PROMTOOL + " is not there");
    Format format = Formats.of("prom").orElseThrow();
    for (Seen look : Looks.all().values()) {
      assertEquals("0 ", check(format.of(look).text()));
    }
    assertEquals("0 ", check(format.broken("no disk").text()));
    assertTrue(
        check("porchlight_score{ 1\n").startsWith("1 "), "it finds nothing wrong with anything");
  }

  private static String check(String metrics) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(PROMTOOL.toString(), "check", "metrics")
            .redirectErrorStream(true)
            .start();
    try (var in = process.getOutputStream()) {
      in.write(metrics.getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + " " + said;
  }
}

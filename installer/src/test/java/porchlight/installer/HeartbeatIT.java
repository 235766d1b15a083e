package porchlight.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the worker of every quarter of an hour may load: each class that it needs for nothing, or
 * finds in no archive, is paid for by every laptop's battery.
 */
class HeartbeatIT {
  @TempDir Path folder = Path.of("");

  @BeforeEach
  void needsTheImage() {
    assumeTrue(Files.isExecutable(Built.AGENT), "no image: needs Linux and mvn package");
  }

  @Test
  void it_reads_no_authorities_makes_no_client_and_finds_its_classes_prepared() throws Exception {
    Path loaded = folder.resolve("loaded");
    Path begun = folder.resolve("begun");
    try (var central = TrainingCentral.start(folder)) {
      Path settings = folder.resolve("agent.json");
      central.settings(
          settings,
          folder.resolve("state"),
          central.policy(Path.of("target/porchlight/config/policy.json")));
      String trust = String.join(" ", central.trust());

      assertEquals(0, carriedReports(trust, settings), "nobody has verified central yet");
      assertEquals(1, central.reports());
      String logs = " -Xlog:class+load:file=" + loaded + " -Xlog:class+init=info:file=" + begun;
      assertEquals(1, carriedReports(trust + logs, settings));
      assertEquals(1, central.reports(), "the carried one did not reach it, nor another");
    }
    // Of the worker itself: the threads beside it ask the network, which is TLS too.
    var classes =
        Files.readAllLines(begun).stream()
            .filter(line -> line.endsWith(" by thread \"main\""))
            .toList();
    assertTrue(classes.size() > 500, classes.size() + " classes");
    for (String needless : List.of("okhttp3/", "sun/security/ssl/TrustStoreManager")) {
      var found = classes.stream().filter(line -> line.contains("'" + needless)).toList();
      assertEquals(List.of(), found);
    }
    var outside =
        Files.readAllLines(loaded).stream()
            .filter(line -> line.contains("source:") && !line.contains("shared objects file"))
            .toList();
    var ours = outside.stream().filter(line -> line.contains(" porchlight.")).toList();
    assertTrue(ours.size() <= 4, ours.toString());
    assertTrue(outside.size() <= 40, outside.toString());
  }

  /** Runs a worker by the half that stays, which is us; answers how many reports it had carried. */
  private static int carriedReports(String flags, Path settings) throws IOException {
    String launcher = Files.readString(Built.AGENT).replace("-Xlog:disable -Xlog:all=off", flags);
    var builder =
        new ProcessBuilder(
            "/bin/sh", "-c", launcher, Built.AGENT.toString(), "cycle", "--config", "" + settings);
    builder.environment().put("PORCHLIGHT_LINE", "1");
    Process worker = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    int carried = 0;
    String last = "";
    try (var said = worker.inputReader();
        var answers = worker.outputWriter()) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        if (line.startsWith("carry ")) {
          carried++;
          answers.write("answer " + receipt(line.split(" ", -1)[4]) + "\n");
          answers.flush();
        }
        last = line;
      }
    } finally {
      worker.destroy();
    }
    assertTrue(last.startsWith("next "), last);
    return carried;
  }

  private static String receipt(String message) {
    var bytes = Base64.getDecoder().decode(message);
    String head = new String(bytes, StandardCharsets.ISO_8859_1);
    String nonce = head.substring(head.indexOf("\r\nPorchlight: ")).split(" ", 4)[2];
    String answer =
        "HTTP/1.1 204 No Content\r\nPorchlight: " + nonce + " 900 1767225600000\r\n\r\n";
    return Base64.getEncoder().encodeToString(answer.getBytes(StandardCharsets.ISO_8859_1));
  }
}

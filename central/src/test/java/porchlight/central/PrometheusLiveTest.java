package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.central.views.Tone;

/** A real Prometheus scrapes central: needs Debian's package prometheus. */
class PrometheusLiveTest {
  private static final Path PROGRAM = Path.of("/usr/bin/prometheus");

  @Test
  void prometheus_scrapes_the_fleet_and_central(@TempDir Path folder) throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(PROGRAM), PROGRAM + " is not there");
    try (Running running = new Running(folder.resolve("central"), 100)) {
      new Fleet(running);
      running.laptop("quotes \" and \\ and\nlines", "n");
      assertEquals(401, running.get("/metrics").statusCode());
      int port = freePort();
      Process process = prometheus(folder, running, port);
      try {
        JsonNode up = asked(port, "up");
        assertEquals("1", up.at("/value/1").asText(), up.toString());
        assertEquals(
            "1", asked(port, "porchlight_devices{stands=\"silent\"}==1").at("/value/1").asText());
        assertEquals("1", asked(port, "porchlight_central_writes").at("/value/1").asText());
        assertEquals("8", asked(port, "sum(porchlight_devices)").at("/value/1").asText());
        assertEquals(
            Integer.toString(4 * Tone.values().length),
            asked(port, "count(porchlight_devices)").at("/value/1").asText(),
            "each of four clients has as many lines");
      } finally {
        process.destroy();
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
      }
    }
  }

  private static Process prometheus(Path folder, Running running, int port) throws IOException {
    Path config = folder.resolve("prometheus.yml");
    Files.writeString(
        config,
        """
        global: {scrape_interval: 1s, scrape_timeout: 1s}
        scrape_configs:
          - job_name: porchlight
            authorization: {type: Bearer, credentials: %s}
            static_configs: [{targets: ["%s"]}]
        """
            .formatted(Running.KEY, running.central.url().substring("http://".length())));
    return new ProcessBuilder(
            PROGRAM.toString(),
            "--config.file=" + config,
            "--storage.tsdb.path=" + folder.resolve("tsdb"),
            "--web.listen-address=127.0.0.1:" + port,
            "--log.level=error")
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("prometheus.log").toFile())
        .start();
  }

  /** The first series that a query gives, once there is one. */
  private static JsonNode asked(int port, String query) throws Exception {
    String all = "";
    for (int i = 0; i < 150; i++) {
      try {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/query"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
                .build();
        all = Laptop.HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
        JsonNode result = Samples.parse(all).at("/data/result/0");
        if (!result.isMissingNode() && !result.at("/value/1").asText().equals("0")) {
          return result;
        }
      } catch (IOException starting) {
        all = starting.toString();
      }
      Thread.sleep(200);
    }
    throw new AssertionError(query + ": " + all);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}

package porchlight.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.json.Samples;

class HttpUplinkFaultsTest extends UplinkToTestCentral {
  private Delivery.Later later(Canned answer) {
    return assertInstanceOf(Delivery.Later.class, sendTold(answer));
  }

  @Test
  void slow_down_is_heeded_by_seconds_and_by_date() {
    var busy = Canned.problem(429, "slow-down");
    assertEquals(Duration.ofSeconds(77), later(busy.with("Retry-After", "77")).after());
    assertEquals(
        Duration.ofSeconds(90),
        later(busy.with("Retry-After", "Sun, 22 Nov 2026 12:01:30 GMT")).after());
    assertEquals(
        Duration.ZERO, later(busy.with("Retry-After", "Sun, 22 Nov 2026 11:00:00 GMT")).after());
    assertEquals(Duration.ZERO, later(busy.with("Retry-After", "soon")).after());
    assertEquals(Duration.ZERO, later(busy.with("Retry-After", "-5")).after());
    assertEquals(Duration.ofDays(1), later(busy.with("Retry-After", "999999999")).after());
    assertEquals(Duration.ZERO, later(busy).after());
    int sofar = central.taken().size();
    assertEquals(
        Duration.ZERO, later(Canned.problem(503, "unavailable").with("Retry-After", "0")).after());
    assertEquals(sofar + 1, central.taken().size(), "OkHttp must not repeat it by itself");
    assertEquals(
        Duration.ofSeconds(5),
        later(new Canned(503, "<html>busy</html>", Map.of("Retry-After", "5"))).after());
  }

  @Test
  void other_server_faults_wait() {
    for (int status : List.of(500, 502, 504)) {
      assertInstanceOf(
          Delivery.Later.class, sendTold(new Canned(status, "<html>", Map.of())), status + "");
    }
    assertInstanceOf(Delivery.Later.class, sendTold(Canned.problem(422, "not-in-the-table")));
  }

  @Test
  void what_is_not_central_is_never_taken_at_its_word() {
    String login = "<html>Welcome to Café Wi-Fi</html>";
    for (Canned answer :
        List.of(
            new Canned(200, login, Map.of("Content-Type", "text/html")),
            new Canned(202, "", Map.of()),
            new Canned(200, "{}", Map.of()),
            central.receipt(UUID.randomUUID().toString(), true, false),
            new Canned(400, login, Map.of()),
            new Canned(403, login, Map.of()),
            new Canned(410, "{\"code\": 7}", Map.of()),
            new Canned(404, "", Map.of()),
            new Canned(407, "", Map.of()),
            new Canned(200, "{".repeat(5000), Map.of()),
            new Canned(200, "\u0000", Map.of()))) {
      assertInstanceOf(Delivery.Unreachable.class, sendTold(answer), answer.toString());
    }
    assertInstanceOf(Delivery.Accepted.class, send(1));
  }

  @Test
  void redirects_are_not_followed() throws IOException {
    try (var elsewhere = new TestCentral(clock::instant)) {
      for (int status : List.of(301, 302, 303, 307, 308)) {
        assertInstanceOf(
            Delivery.Unreachable.class,
            sendTold(
                new Canned(
                    status, "", Map.of("Location", elsewhere.url().resolve("/v1/reports") + ""))));
      }
      assertEquals(List.of(), elsewhere.taken());
    }
  }

  @Test
  void an_endless_answer_is_read_only_so_far() {
    var endless = new Canned(200, " ".repeat(5_000_000), Map.of());
    assertInstanceOf(Delivery.Unreachable.class, sendTold(endless));
  }

  @Test
  void words_of_the_server_are_cut_short_and_to_one_line() {
    var refused =
        assertInstanceOf(
            Delivery.Refused.class,
            sendTold(
                new Canned(
                    422,
                    "{\"code\": \"invalid\", \"detail\": \"a\\nb\\u001b[31m"
                        + "x".repeat(9999)
                        + "\"}",
                    Map.of())));
    assertTrue(refused.why().length() < 250, refused.why());
    assertTrue(refused.why().chars().noneMatch(letter -> letter < ' '), refused.why());
  }

  @Test
  void nobody_there_is_unreachable() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    try (var uplink = at(port)) {
      assertInstanceOf(
          Delivery.Unreachable.class, uplink.report(id(1), packed(Samples.full(1)), 0));
    }
  }

  @Test
  void somebody_who_never_answers_is_unreachable_in_time() throws IOException {
    try (var mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var uplink = at(mute.getLocalPort())) {
      long before = System.nanoTime();
      assertInstanceOf(
          Delivery.Unreachable.class, uplink.report(id(1), packed(Samples.full(1)), 0));
      assertTrue(System.nanoTime() - before < 6_000_000_000L);
    }
  }

  @Test
  void somebody_who_does_not_speak_http_is_unreachable() throws Exception {
    try (var odd = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var uplink = at(odd.getLocalPort())) {
      var thread =
          new Thread(() -> {
            try (var socket = odd.accept()) {
              socket
                  .getOutputStream()
                  .write("220 smtp ready\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
              socket.getInputStream().readNBytes(100);
            } catch (IOException gone) {
              // The client has had enough.
            }
          });
      thread.start();
      assertInstanceOf(
          Delivery.Unreachable.class, uplink.report(id(1), packed(Samples.full(1)), 0));
      thread.join(5000);
    }
  }

  @Test
  void a_certificate_that_nobody_vouches_for_is_not_spoken_to(@TempDir Path folder)
      throws Exception {
    Path store = folder.resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "x",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertEquals(0, keytool.waitFor());
    var keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, "changeit".toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    var seen = new AtomicInteger();
    var stranger =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    stranger.setHttpsConfigurator(new HttpsConfigurator(context));
    stranger.createContext("/", exchange -> seen.incrementAndGet());
    stranger.start();
    try (var uplink = at(URI.create("https://127.0.0.1:" + stranger.getAddress().getPort()))) {
      var delivery = uplink.report(id(1), packed(Samples.full(1)), 0);
      var unreachable = assertInstanceOf(Delivery.Unreachable.class, delivery);
      assertTrue(unreachable.why().contains("SSL"), unreachable.why());
      assertEquals(0, seen.get());
    } finally {
      stranger.stop(0);
    }
  }

  @Test
  void plain_http_beyond_loopback_is_refused_before_anything_is_sent() {
    for (String url :
        List.of("http://central.example", "http://127.0.0.1.evil.example", "ftp://x")) {
      assertThrows(IllegalArgumentException.class, () -> at(URI.create(url)));
    }
  }

  @Test
  void closing_lets_go_of_the_connection_at_once() {
    var uplink = uplink();
    assertInstanceOf(Delivery.Accepted.class, uplink.report(id(1), packed(Samples.full(1)), 0));
    long before = System.nanoTime();
    uplink.close();
    assertTrue(System.nanoTime() - before < 200_000_000L);
    assertTrue(
        Thread.getAllStackTraces().keySet().stream()
            .noneMatch(thread -> thread.getName().startsWith("OkHttp 127") && !thread.isDaemon()));
  }
}

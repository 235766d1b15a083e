package porchlight.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.json.Samples;
import porchlight.json.Trusted;
import porchlight.uplink.TestCentral.Canned;

/** The real client against a real server that knows the protocol's page and nothing else. */
class HttpUplinkTest {
  private final Fixed clock = new Fixed(Instant.parse("2026-11-22T12:00:00Z"));
  private final Fixed centralsClock = new Fixed(clock.instant());
  private final DeviceKey key = DeviceKey.make(new SecureRandom());
  private Seal seal = Seal.NONE;
  private TestCentral central;

  HttpUplinkTest() throws IOException {
    central = new TestCentral(centralsClock::instant);
  }

  @BeforeEach
  void known() {
    central.know(key, Samples.DEVICE);
  }

  @AfterEach
  void nothingWasOutOfOrder() {
    central.close();
    assertEquals(List.of(), central.faults());
  }

  private static UUID id(long sequence) {
    return Samples.report(sequence, Samples.cafe()).id();
  }

  private static byte[] packed(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private Delivery send(long sequence) {
    try (var uplink = uplink()) {
      return uplink.report(id(sequence), packed(Samples.full(sequence)), 0);
    }
  }

  private HttpUplink uplink() {
    return at(central.url());
  }

  private Delivery sendTold(Canned... answers) {
    central.say(answers);
    return send(1);
  }

  @Test
  void a_report_is_accepted_once_and_then_a_duplicate() {
    var accepted = assertInstanceOf(Delivery.Accepted.class, send(1));
    assertEquals(900, accepted.receipt().nextReportSeconds());
    assertInstanceOf(Delivery.Duplicate.class, send(1));
    assertInstanceOf(Delivery.Accepted.class, send(2));
    assertEquals(3, central.taken().size());
    var headers = central.taken().get(0).headers();
    assertEquals("application/json", headers.get("content-type"));
    assertEquals("gzip", headers.get("content-encoding"));
    assertEquals(id(1).toString(), headers.get("idempotency-key"));
  }

  @Test
  void many_reports_go_over_one_connection_each_with_its_own_nonce() {
    try (var uplink = uplink()) {
      for (int i = 1; i <= 20; i++) {
        assertInstanceOf(Delivery.Accepted.class, uplink.report(id(i), packed(Samples.full(i)), 0));
      }
    }
  }

  @Test
  void what_central_will_never_take_is_refused() {
    Map<Integer, List<String>> table =
        Map.of(
            413, List.of("too-large"),
            415, List.of("unsupported-media"),
            422, List.of("invalid"));
    table.forEach((status, codes) ->
        codes.forEach(code ->
            assertInstanceOf(
                Delivery.Refused.class,
                sendTold(Canned.problem(status, code)),
                status + " " + code)));
    assertEquals(
        new Delivery.Refused("422 invalid: as told"), sendTold(Canned.problem(422, "invalid")));
  }

  @Test
  void what_came_damaged_or_nobody_says_why_is_no_last_word() {
    for (Canned answer :
        List.of(
            Canned.problem(400, "malformed"),
            Canned.problem(400, "bad-digest"),
            Canned.problem(413, ""))) {
      assertInstanceOf(Delivery.Doubtful.class, sendTold(answer), answer.toString());
    }
    assertInstanceOf(Delivery.Later.class, sendTold(Canned.problem(409, "sequence-taken")));
  }

  @Test
  void where_central_seals_its_last_words_nobody_else_has_one() {
    seal = new Seal(Optional.of(new Trusted(List.of(central.policyJwk()), true, 0)));
    for (Canned word :
        List.of(
            Canned.problem(400, "malformed"),
            Canned.problem(413, "too-large"),
            Canned.problem(415, "unsupported-media"),
            Canned.problem(422, "invalid"))) {
      assertInstanceOf(Delivery.Refused.class, sendTold(word), word.toString());
      assertInstanceOf(Delivery.Doubtful.class, sendTold(word.forged()), word.toString());
    }
    var taken =
        new Canned(
            409, "{\"status\": 409, \"code\": \"sequence-taken\", \"nextSequence\": 7}", Map.of());
    assertInstanceOf(Delivery.Renumber.class, sendTold(taken));
    assertInstanceOf(Delivery.Cloned.class, sendTold(Canned.problem(409, "cloned")));
    assertInstanceOf(Delivery.Dismissed.class, sendTold(Canned.problem(403, "revoked")));
    for (Canned word :
        List.of(
            taken,
            Canned.problem(409, "cloned"),
            Canned.problem(403, "revoked"),
            Canned.problem(410, "retired"))) {
      assertInstanceOf(Delivery.Later.class, sendTold(word.forged()), word.toString());
    }
    central.say(Canned.problem(422, "invalid"));
    var other = DeviceKey.make(new SecureRandom());
    seal = new Seal(Optional.of(new Trusted(List.of(other.jwk()), true, 0)));
    assertInstanceOf(Delivery.Doubtful.class, send(1), "by a key that was not pinned");
  }

  @Test
  void a_seal_is_for_one_request_and_one_answer() {
    seal = new Seal(Optional.of(new Trusted(List.of(central.policyJwk()), true, 0)));
    String old = central.sealOfNext(Canned.problem(422, "invalid"), () -> send(1));
    assertInstanceOf(
        Delivery.Doubtful.class,
        sendTold(Canned.problem(422, "invalid").forged().with(Seal.HEADER, old)),
        "said to another request");
    for (String garbled : List.of("", "=", ",", "a=b", "x=" + "A".repeat(86), "\u00e9=\u00e9")) {
      assertInstanceOf(
          Delivery.Doubtful.class,
          sendTold(Canned.problem(422, "invalid").forged().with(Seal.HEADER, garbled)));
    }
  }

  @Test
  void a_wild_time_of_an_answer_is_no_time() {
    for (String wild :
        List.of(
            "+999999999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z",
            "1970-01-01T00:00:00Z",
            "2019-12-31T23:59:59Z",
            "2200-01-01T00:00:00Z",
            "soon")) {
      central.say(
          new Canned(500, "{\"code\": \"fault\", \"serverTime\": \"" + wild + "\"}", Map.of()));
      var skew = new Skew(Optional.empty());
      try (var uplink =
          new HttpUplink(central.url(), key, Seal.NONE, clock.outside(), skew, Copies.NONE)) {
        uplink.report(id(1), packed(Samples.full(1)), 0);
        assertEquals(Optional.empty(), skew.measured(), wild);
        uplink.report(id(1), packed(Samples.full(1)), 0);
      }
    }
    assertEquals(12, central.taken().size(), "each was signed in time, and taken");
  }

  @Test
  void a_device_that_is_revoked_or_retired_stops() {
    assertEquals(
        new Delivery.Dismissed("403 revoked: as told"), sendTold(Canned.problem(403, "revoked")));
    assertEquals(
        new Delivery.Dismissed("410 retired: as told"), sendTold(Canned.problem(410, "retired")));
  }

  @Test
  void other_401s_wait() {
    assertEquals(
        new Delivery.Stranger(Duration.ZERO, "401 unknown-key: as told"),
        sendTold(Canned.problem(401, "unknown-key")));
    for (String code : List.of("bad-signature", "replayed", "bad-token")) {
      assertEquals(
          new Delivery.Later(Duration.ZERO, "401 " + code + ": as told"),
          sendTold(Canned.problem(401, code)));
    }
  }

  @Test
  void a_wrong_clock_is_put_right_by_central_once() {
    centralsClock.pass(Duration.ofDays(-400));
    assertInstanceOf(Delivery.Accepted.class, send(1));
    assertEquals(2, central.taken().size());
  }

  @Test
  void how_far_the_clock_is_off_is_learnt_from_any_answer_and_used_at_once_the_next_time() {
    centralsClock.pass(Duration.ofHours(26));
    var skew = new Skew(Optional.of(Duration.ofDays(2))); // as the last answer said
    for (int i = 1; i <= 3; i++) {
      try (var uplink =
          new HttpUplink(
              central.url(),
              key,
              Seal.NONE,
              clock.outside(),
              skew,
              Copies.NONE,
              Duration.ofSeconds(2))) {
        assertInstanceOf(Delivery.Accepted.class, uplink.report(id(i), packed(Samples.full(i)), 0));
      }
      assertEquals(26, skew.measured().orElseThrow().plusMinutes(1).toHours());
    }
    assertEquals(4, central.taken().size(), "only the first was told that its clock is wrong");
  }

  @Test
  void the_way_there_is_half_of_the_way_there_and_back() {
    var skew = new Skew(Optional.empty());
    var noon = clock.instant();
    skew.learn(noon.plusSeconds(100), noon.plusSeconds(4), Duration.ofSeconds(8));
    assertEquals(Optional.of(Duration.ofSeconds(100)), skew.measured());
  }

  @Test
  void a_clock_that_cannot_be_put_right_is_asked_about_twice_at_most() {
    var wrong =
        new Canned(
            401,
            "{\"status\": 401, \"code\": \"clock\", \"serverTime\": \"2020-01-01T00:00:00Z\"}",
            Map.of());
    assertInstanceOf(Delivery.Later.class, sendTold(wrong, wrong, wrong));
    assertEquals(2, central.taken().size());
    assertInstanceOf(Delivery.Later.class, sendTold(wrong));
  }

  @Test
  void a_clock_answer_without_a_time_is_not_tried_again() {
    assertInstanceOf(Delivery.Later.class, sendTold(Canned.problem(401, "clock")));
    assertEquals(1, central.taken().size());
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

  private Delivery.Later later(Canned answer) {
    return assertInstanceOf(Delivery.Later.class, sendTold(answer));
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

  private HttpUplink at(int port) {
    return at(URI.create("http://127.0.0.1:" + port));
  }

  private HttpUplink at(URI server) {
    return new HttpUplink(
        server,
        key,
        seal,
        clock.outside(),
        new Skew(Optional.empty()),
        Copies.NONE,
        Duration.ofSeconds(2));
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

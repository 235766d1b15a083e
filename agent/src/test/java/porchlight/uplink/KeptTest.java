package porchlight.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.json.PolicyStamp;
import porchlight.json.RoadSettings;
import porchlight.json.Samples;
import porchlight.uplink.road.Held;
import porchlight.uplink.road.Held.Carried;
import porchlight.uplink.road.Road;

/** Reports by a connection that somebody else holds, and what becomes of them where it fails. */
class KeptTest extends KnownToTestCentral {
  private static final URI SERVER = URI.create("https://central.example");
  private static final String LEAF = "0123456789abcdef".repeat(4);

  @TempDir Path folder = Path.of("");
  private final Fixed clock = centralsClock;
  private final List<String> carried = new ArrayList<>();
  private final Queue<Carried> answers = new ArrayDeque<>();
  private Optional<PolicyStamp> policy = Optional.empty();
  private final AtomicLong ticks = new AtomicLong();
  private boolean misread;

  private Carried carry(String host, int port, String leaf, byte[] message) {
    assertEquals("central.example 443 " + LEAF, host + " " + port + " " + leaf);
    carried.add(new String(message, StandardCharsets.ISO_8859_1));
    return answers.remove();
  }

  private static Carried answer(String status, String body) {
    String text = "HTTP/1.1 " + status + "\r\nRetry-After: 77\r\nContent-Length: 9\r\n\r\n" + body;
    return new Carried.Answer(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Carried taken() {
    return answer(
        "202 Accepted",
        "{\"report\": \""
            + Samples.report(1, Samples.cafe()).id()
            + "\", \"stored\": true, \"fullWanted\": false, \"nextReportSeconds\": 900,"
            + " \"serverTime\": \"2026-11-22T12:00:00Z\"}");
  }

  /** Sends one report; the other way is a real server. */
  private Delivery send() {
    return send(this::carry);
  }

  private Delivery send(Held held) {
    var outside =
        new Outside(
            clock::instant,
            new SecureRandom(),
            java.util.UUID::randomUUID,
            ticks::get,
            Road.STRAIGHT);
    try (var uplink =
        new HttpUplink(
                central.url(), key, Seal.NONE, outside, new Skew(Optional.empty()), Copies.NONE)
            .by(Optional.of(new Kept(held, SERVER, LEAF, policy)))) {
      var delivery =
          uplink.report(Samples.report(1, Samples.cafe()).id(), Spool.pack(Samples.full(1)), 0);
      misread = uplink.isMisread();
      return delivery;
    }
  }

  @Test
  void a_report_is_carried_in_brief() {
    answers.add(taken());
    assertInstanceOf(Delivery.Accepted.class, send());
    assertEquals(0, central.taken().size());
    String head = carried.get(0).substring(0, carried.get(0).indexOf("\r\n\r\n"));
    assertTrue(
        head.matches(
            "POST /v1/reports HTTP/1.1\r\nHost: central.example\r\nPorchlight: 1795348800"
                + " [A-Za-z0-9_-]{22} [A-Za-z0-9_-]{43} [A-Za-z0-9_-]{86} [0-9a-f-]{36} -\r\n"
                + "Content-Length: \\d+"),
        head);
    assertTrue(head.length() <= 300, "as short as it can be: " + head.length());
  }

  /** The receipt in brief to what was carried last. */
  private Held briefly(String nonce) {
    return (host, port, leaf, message) -> {
      String sent = new String(message, StandardCharsets.ISO_8859_1);
      carried.add(sent);
      String said =
          nonce.isEmpty() ? sent.split("Porchlight: \\d+ ", 2)[1].split(" ", 2)[0] : nonce;
      String text = "HTTP/1.1 204 No Content\r\nPorchlight: " + said + " 600 1795348800123\r\n\r\n";
      return new Carried.Answer(text.getBytes(StandardCharsets.UTF_8));
    };
  }

  @Test
  void a_receipt_in_brief_says_what_central_said_last_and_only_to_this_request() {
    String digest = "sha256:" + "d".repeat(43);
    policy = Optional.of(new PolicyStamp(7, digest));
    var taken = assertInstanceOf(Delivery.Accepted.class, send(briefly("")));
    assertEquals(600, taken.receipt().nextReportSeconds());
    assertEquals(policy, taken.receipt().policy());
    assertTrue(carried.get(0).contains(" " + "d".repeat(16) + "\r\n"), carried.get(0));
    assertEquals(0, central.taken().size());
    send(briefly("a".repeat(22)));
    assertEquals(1, central.taken().size(), "one to another request is none");
  }

  @Test
  void what_may_be_a_last_word_is_asked_for_in_full() {
    for (String word :
        List.of(
            "403 No\r\n\r\n{\"status\": 403, \"code\": \"revoked\"}",
            "409 No\r\n\r\n{\"status\": 409, \"code\": \"cloned\"}",
            "422 No\r\n\r\n{\"status\": 422, \"code\": \"invalid\"}")) {
      answers.add(new Carried.Answer(("HTTP/1.1 " + word).getBytes(StandardCharsets.UTF_8)));
      assertFalse(send() instanceof Delivery.Refused);
    }
    assertEquals(3, central.taken().size());
  }

  @Test
  void one_that_was_lost_is_carried_again_signed_anew() {
    answers.add(new Carried.Lost("reset"));
    answers.add(taken());
    assertInstanceOf(Delivery.Accepted.class, send());
    assertEquals(2, carried.size());
    assertFalse(carried.get(0).equals(carried.get(1)));
    assertEquals(0, central.taken().size());
  }

  @Test
  void one_that_was_lost_slowly_is_not_waited_for_again() {
    var delivery =
        send((host, port, leaf, message) -> {
          carried.add("once");
          ticks.addAndGet(Duration.ofSeconds(5).toNanos());
          return new Carried.Lost("silence");
        });
    assertInstanceOf(Delivery.Accepted.class, delivery);
    assertEquals(List.of("once"), carried);
    assertEquals(1, central.taken().size());
  }

  @Test
  void who_reads_only_what_is_in_full_is_asked_in_brief_once_a_day() throws IOException {
    answers.add(answer("400 Bad Request", "{\"status\": 400, \"code\": \"malformed\"}"));
    send();
    assertTrue(misread);
    answers.add(taken());
    send();
    assertFalse(misread);
    var state = new StateFolder(folder);
    Road road =
        road(
            new RoadSettings(Optional.of(List.of()), Optional.empty(), List.of(), true),
            this::carry);
    Kept.shun(state, SERVER, road, NOON);
    Kept.note(state, SERVER, road, NOON);
    assertTrue(Kept.of(state, SERVER, road, NOON, policy).isEmpty());
    assertTrue(Files.readString(folder.resolve("leaf")).endsWith(" -\n"));
  }

  @Test
  void what_cannot_be_carried_goes_its_own_way_in_full() {
    for (Carried first :
        List.of(
            new Carried.Unsent("another certificate"),
            answer("400 Bad Request", "{\"status\": 400, \"code\": \"malformed\"}"),
            answer("401 No", "{\"status\": 401, \"code\": \"clock\"}"))) {
      carried.clear();
      answers.add(first);
      send();
      assertEquals(1, carried.size());
    }
    answers.add(new Carried.Lost("silence"));
    answers.add(new Carried.Lost("silence again"));
    assertInstanceOf(Delivery.Duplicate.class, send());
    assertEquals(4, central.taken().size());
    assertTrue(central.taken().get(3).headers().containsKey("signature-input"));
  }

  @Test
  void centrals_word_is_heard_on_it() {
    answers.add(answer("429 Too Many", "{\"status\": 429, \"code\": \"slow-down\"}"));
    var later = assertInstanceOf(Delivery.Later.class, send());
    assertEquals(Duration.ofSeconds(77), later.after());
    answers.add(answer("200 OK", "<html>log in</html>"));
    assertInstanceOf(Delivery.Unreachable.class, send());
  }

  @Test
  void what_is_no_answer_is_none() {
    for (String odd :
        List.of("", "HTTP/1.1 2", "HTTP/1.1 200 OK\r\n", "SMTP\r\n\r\n", "\0\0\r\n\r\n")) {
      assertEquals(Optional.empty(), Kept.heard(odd.getBytes(StandardCharsets.UTF_8)));
    }
  }

  @Test
  void it_is_used_only_for_a_certificate_that_was_verified_lately_by_these_pins()
      throws IOException {
    var state = new StateFolder(folder);
    Held held = this::carry;
    var settings = new RoadSettings(Optional.of(List.of()), Optional.empty(), List.of(), true);
    var pinned =
        new RoadSettings(Optional.of(List.of()), Optional.empty(), List.of("a", "b"), true);
    Road road = road(settings, held);
    assertTrue(Kept.of(state, SERVER, road, NOON, policy).isEmpty(), "nothing was verified yet");
    Kept.note(state, SERVER, road, NOON);
    assertFalse(Files.exists(folder.resolve("leaf")), "nor by this process");
    Files.writeString(
        folder.resolve("leaf"),
        SERVER + " " + road.pinsMark() + " " + NOON.getEpochSecond() + " " + LEAF + "\n");
    assertTrue(Kept.of(state, SERVER, road, NOON, policy).isPresent());
    assertTrue(Kept.of(state, SERVER, road, NOON.minusSeconds(60), policy).isEmpty(), "set back");
    assertTrue(
        Kept.of(state, SERVER, road, NOON.plus(Duration.ofHours(25)), policy).isEmpty(), "too old");
    assertTrue(Kept.of(state, URI.create("https://other.example"), road, NOON, policy).isEmpty());
    assertTrue(Kept.of(state, SERVER, road(pinned, held), NOON, policy).isEmpty(), "other pins");
    assertTrue(Kept.of(state, SERVER, Road.STRAIGHT, NOON, policy).isEmpty(), "nobody holds one");
    for (String odd : List.of("", "\0", SERVER + " x y z", SERVER + " 1 1 1 1")) {
      Files.writeString(folder.resolve("leaf"), odd);
      assertTrue(Kept.of(state, SERVER, road, NOON, policy).isEmpty());
    }
  }

  private static Road road(RoadSettings settings, Held held) {
    return new Road(
        settings,
        () -> new Road.Told(List.of(), ""),
        () -> NOON.atZone(java.time.ZoneOffset.UTC),
        Optional.of(held));
  }
}

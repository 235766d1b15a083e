package porchlight.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.json.Samples;
import porchlight.json.Trusted;

/** The real client against a real server that knows the protocol's page and nothing else. */
class HttpUplinkTest extends UplinkToTestCentral {
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
    seal = new Seal(Optional.of(new Trusted(List.of(central.policies.jwk()), true, 0)));
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
    seal = new Seal(Optional.of(new Trusted(List.of(central.policies.jwk()), true, 0)));
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
}

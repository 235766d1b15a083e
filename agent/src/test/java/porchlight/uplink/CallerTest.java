package porchlight.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.facts.Reading;
import porchlight.facts.Seat;
import porchlight.json.Call;
import porchlight.json.CallTold;
import porchlight.json.Identity;
import porchlight.json.Samples;
import porchlight.json.Trusted;
import porchlight.json.tree.JsonText;
import porchlight.uplink.Enrolment.Member;

/** The laptop's end of a verification; its whole way is walked with the real central elsewhere. */
class CallerTest extends UplinkToTestCentral {
  private static final String ID = "0e4a7a86-61f5-4d51-9b1d-0c7e7fb7a0c1";
  private static final CallTold TOLD =
      new CallTold("dana", Reading.known(Seat.LOCKED), Optional.empty(), Optional.empty());

  @TempDir Path folder;

  private Caller caller() {
    var identity =
        new Identity(
            Samples.DEVICE,
            "Acme Dental",
            central.url(),
            key.id(),
            new Trusted(List.of(central.policies.jwk()), true, 0),
            Optional.empty(),
            Optional.empty());
    return new Caller(new Member(identity, key, new StateFolder(folder)), clock.outside());
  }

  private Canned waiting() {
    var half = central.policies.jwk();
    return said(
        "{\"device\": \""
            + Samples.DEVICE
            + "\", \"verification\": {\"id\": \""
            + ID
            + "\", \"nonce\": \"n\", \"key\": {\"kty\": \"EC\", \"crv\": \"P-256\", \"x\": \""
            + half.x()
            + "\", \"y\": \""
            + half.y()
            + "\"}, \"technician\": \"theo\", \"purpose\": \"other\", \"ticket\": \"4711\","
            + " \"words\": [\"amber\", \"falcon\"], \"seconds\": 170},"
            + " \"serverTime\": \""
            + centralsClock.instant()
            + "\"}");
  }

  private static Canned said(String body) {
    return new Canned(200, body, Map.of("Content-Type", "application/json"));
  }

  private Call found(Caller caller) {
    central.say(waiting());
    Heard.Said<?> said = assertInstanceOf(Heard.Said.class, caller.look());
    return (Call) ((Optional<?>) said.answer()).orElseThrow();
  }

  @Test
  void what_waits_is_shown_as_central_sealed_it() {
    try (var caller = caller()) {
      var call = found(caller);
      assertEquals("theo", call.technician());
      assertEquals(List.of("amber", "falcon"), call.words());
    }
  }

  @Test
  void nobody_else_chooses_the_words() {
    try (var caller = caller()) {
      central.say(waiting().forged());
      var not = assertInstanceOf(Heard.Not.class, caller.look());
      assertTrue(not.why().contains("not believed"), not.why());
    }
  }

  @Test
  void an_answer_for_another_laptop_or_without_words_is_none() {
    try (var caller = caller()) {
      String body = waiting().body();
      for (String other :
          List.of(
              body.replace(Samples.DEVICE.toString(), ID),
              body.replace("\"amber\", ", ""),
              body.replace("\"nonce\": \"n\",", ""),
              body.replace("170", "\"soon\""),
              "{}",
              "[]",
              "no")) {
        central.say(said(other));
        assertInstanceOf(Heard.Not.class, caller.look(), other);
      }
    }
  }

  @Test
  void a_refusal_is_told_in_centrals_words() {
    try (var caller = caller()) {
      var call = found(caller);
      central.say(Canned.problem(409, "verification-over"));
      var not = assertInstanceOf(Heard.Not.class, caller.sign(call, TOLD, "user"));
      assertEquals("409 verification-over: as told", not.why());
    }
  }

  @Test
  void a_clock_that_is_off_signs_centrals_time_and_says_by_how_much() throws Exception {
    clock.set(java.time.Duration.ofHours(2));
    try (var caller = caller()) {
      var call = found(caller);
      central.say(
          said("{\"verification\": \"" + ID + "\", \"state\": \"signed\", \"seconds\": 9}"));
      assertInstanceOf(Heard.Said.class, caller.sign(call, TOLD, "user"));
      var sent = central.taken().getLast().json();
      byte[] payload = java.util.Base64.getUrlDecoder().decode(sent.text("payload").orElseThrow());
      var told =
          JsonText.parse(new String(payload, java.nio.charset.StandardCharsets.UTF_8))
              .asObject()
              .orElseThrow();
      assertEquals(
          Optional.of(centralsClock.instant().toString().replace("Z", "")),
          told.text("at").map(at -> at.replaceAll("\\.000Z$|Z$", "")));
      assertEquals("7200", told.get("skewSeconds").map(JsonText::compact).orElse(""));
      assertEquals(Optional.of("locked"), told.text("session"));
    }
  }

  @Test
  void a_message_that_does_not_open_is_not_shown() {
    try (var caller = caller()) {
      var call = found(caller);
      central.say(
          said(
              "{\"verification\": \""
                  + ID
                  + "\", \"state\": \"verified\", \"seconds\": 9, \"message\": \"AAAA\"}"));
      assertInstanceOf(Heard.Not.class, caller.stand(call));
    }
  }
}

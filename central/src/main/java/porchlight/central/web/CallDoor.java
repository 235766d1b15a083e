package porchlight.central.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import porchlight.central.calls.Evidence;
import porchlight.central.calls.State;
import porchlight.central.calls.Verification;
import porchlight.central.intake.Code;
import porchlight.central.intake.Limits;
import porchlight.central.intake.Proven;
import porchlight.central.intake.Refused;
import porchlight.central.json.CallReader;
import porchlight.central.json.Unreadable;
import porchlight.central.ledger.Ledger;
import porchlight.central.reports.Word;
import porchlight.central.signing.DeviceKey;
import porchlight.central.verify.Window;

/** Where a laptop asks who calls, and answers; every answer is sealed. */
final class CallDoor {
  private final Door door;
  private final Window window;
  private final Ledger ledger;
  private final Limits limits;
  private final InstantSource clock;

  CallDoor(Door door, Window window, Ledger ledger, Limits limits, InstantSource clock) {
    this.door = door;
    this.window = window;
    this.ledger = ledger;
    this.limits = limits;
    this.clock = clock;
  }

  /** Which verification waits for this laptop, if one does. */
  void look(Context ctx) throws IOException {
    about(
        ctx,
        (request, about) -> {
          Map<String, Object> json = new LinkedHashMap<>();
          json.put("device", about.device());
          window.look(about.device()).ifPresent(shown -> json.put("verification", json(shown)));
          return json;
        });
  }

  private static Map<String, Object> json(Window.Shown shown) {
    Verification one = shown.one();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", one.id());
    json.put("nonce", one.nonce());
    shown.key().ifPresent(key -> json.put("key", jwk(key)));
    json.put("technician", one.tech());
    json.put("purpose", Word.of(one.ask().purpose()));
    json.put("ticket", one.ask().ticket());
    json.put("words", one.words());
    json.put("seconds", shown.seconds());
    return json;
  }

  private static Map<String, Object> jwk(DeviceKey key) {
    return Map.of("kty", "EC", "crv", "P-256", "x", key.x(), "y", key.y());
  }

  /** Takes what a laptop signed, or that its user knows of nothing. */
  void answer(Context ctx) throws IOException {
    serve(
        ctx,
        request -> {
          CallReader.Answer answer = CallReader.answer(request.body());
          request.demand(answer.device());
          return switch (heard(request, answer)) {
            case Window.Heard.Taken(var state, long seconds) ->
                stands(answer.verification(), state, seconds);
            case Window.Heard.Unfit(var why) -> throw new Refused(Code.INVALID, why);
            case Window.Heard.Over(var state) ->
                throw new Refused(Code.VERIFICATION_OVER, "it is " + Word.of(state));
            case Window.Heard.None() -> throw none();
          };
        });
  }

  private Window.Heard heard(Proven request, CallReader.Answer answer) throws Unreadable {
    if (answer.denial().isPresent()) {
      return window.deny(
          answer.device(), answer.verification(), answer.denial().get(), request.address());
    }
    return window.sign(
        answer.device(),
        answer.verification(),
        new Evidence(
            answer.payload(),
            answer.signature(),
            request.key().key().thumbprint(),
            request.address()),
        CallReader.transcript(answer.payload()),
        request.key().key());
  }

  /** How it stands, and what was sent to the laptop, once. */
  void stand(Context ctx) throws IOException {
    about(
        ctx,
        (request, about) -> {
          Optional<Window.Stand> found =
              about
                  .verification()
                  .flatMap(id -> window.stand(about.device(), id, request.address()));
          if (found.isEmpty()) {
            throw none();
          }
          Map<String, Object> json =
              stands(
                  about.verification().orElseThrow(), found.get().state(), found.get().seconds());
          found.get().message().ifPresent(box -> json.put("message", box));
          return json;
        });
  }

  private static Map<String, Object> stands(String verification, State state, long seconds) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("verification", verification);
    json.put("state", Word.of(state));
    json.put("seconds", seconds);
    return json;
  }

  private static Refused none() {
    return new Refused(Code.NO_VERIFICATION, "this device has no such verification");
  }

  /** What is answered to a laptop that asks about itself. */
  private interface Told {
    Map<String, Object> to(Proven request, CallReader.About about) throws Refused;
  }

  private void about(Context ctx, Told told) throws IOException {
    serve(
        ctx,
        request -> {
          CallReader.About about = CallReader.about(request.body());
          request.demand(about.device());
          return told.to(request, about);
        });
  }

  private void serve(Context ctx, Proven.Work<Map<String, Object>> work) throws IOException {
    door.serve(
        ctx,
        incoming ->
            door.answer(
                ctx,
                200,
                Proven.take(incoming, ledger, limits, clock, work),
                clock.instant(),
                true));
  }
}

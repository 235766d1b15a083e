package porchlight.central.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import porchlight.central.intake.Enrolling;
import porchlight.central.intake.Incoming;
import porchlight.central.intake.Intake;
import porchlight.central.intake.Leaving;
import porchlight.central.intake.Policies;
import porchlight.central.intake.Refused;
import porchlight.central.intake.Rekeying;
import porchlight.central.intake.Reports;
import porchlight.central.json.Json;
import porchlight.central.ledger.LedgerFault;
import porchlight.central.ledger.Overloaded;
import porchlight.central.ledger.PolicyMark;
import porchlight.central.ledger.SignedPolicy;
import porchlight.central.reports.Word;
import porchlight.central.signing.DeviceKey;
import porchlight.central.signing.Digests;

/** Where devices knock. */
final class Door {
  private static final Logger LOG = LoggerFactory.getLogger(Door.class);
  private final Intake intake;
  private final Refusals refusals;
  private final Sealing sealing;
  private final Callers callers;
  private final BooleanSupplier alive;
  private final InstantSource clock;
  private final Duration cadence;

  Door(
      Intake intake,
      Refusals refusals,
      Sealing sealing,
      Callers callers,
      BooleanSupplier alive,
      InstantSource clock,
      Duration cadence) {
    this.intake = intake;
    this.refusals = refusals;
    this.sealing = sealing;
    this.callers = callers;
    this.alive = alive;
    this.clock = clock;
    this.cadence = cadence;
  }

  /** What is done with a request. */
  interface Taking {
    void take(Incoming request) throws Refused;
  }

  void enroll(Context ctx) throws IOException {
    serve(
        ctx,
        request -> {
          Enrolling.Outcome outcome = intake.enrolling().take(request);
          Map<String, Object> body = new LinkedHashMap<>();
          int status =
              switch (outcome) {
                case Enrolling.Outcome.Identity identity -> enrolled(body, identity);
                case Enrolling.Outcome.Pending pending -> {
                  body.put("pending", true);
                  if (pending.isNew()) {
                    LOG.info("a device waits for approval");
                  }
                  yield 202;
                }
              };
          body.put("nextReportSeconds", cadence.toSeconds());
          answer(ctx, status, body, outcome.serverTime(), true);
        });
  }

  private int enrolled(Map<String, Object> body, Enrolling.Outcome.Identity identity) {
    body.put("device", identity.device());
    body.put("organisation", identity.organisation());
    DeviceKey key = sealing.open();
    body.put(
        "policyKeys", List.of(Map.of("kty", "EC", "crv", "P-256", "x", key.x(), "y", key.y())));
    body.put("seals", true);
    policy(body, identity.policy());
    LOG.info(
        "{} device {} in {}",
        identity.isNew() ? "enrolled" : "enrolled again",
        identity.device(),
        Refusals.logged(identity.organisation()));
    return identity.isNew() ? 201 : 200;
  }

  void report(Context ctx) throws IOException {
    serve(
        ctx,
        request -> {
          Reports.Taken taken = intake.reports().take(request);
          Optional<String> brief = intake.reports().inBrief(request, taken);
          if (brief.isPresent()) {
            ctx.status(204).header("Porchlight", brief.get());
            return;
          }
          Map<String, Object> body = new LinkedHashMap<>();
          body.put("report", taken.report());
          body.put("stored", taken.stored());
          body.put("fullWanted", taken.fullWanted());
          policy(body, taken.orders().policy());
          if (taken.orders().rotateKey()) {
            body.put("rotateKey", true);
          }
          if (taken.more() > 0) {
            body.put("more", taken.more());
          }
          body.put("nextReportSeconds", cadence.toSeconds());
          answer(ctx, taken.stored() ? 202 : 200, body, taken.serverTime(), false);
        });
  }

  void policy(Context ctx) throws IOException {
    serve(
        ctx,
        request -> {
          Policies.Answer answer = intake.policies().take(request);
          SignedPolicy signed = answer.policy();
          ctx.header("ETag", '"' + signed.mark().digest() + '"');
          if (answer.held()) {
            ctx.status(304);
            return;
          }
          Map<String, Object> body = new LinkedHashMap<>();
          body.put("payload", signed.payload());
          body.put("keyid", signed.keyId());
          body.put("signature", signed.signature());
          if (!signed.others().isEmpty()) {
            body.put("others", signed.others().stream().map(Door::other).toList());
          }
          ctx.contentType("application/json").result(Json.write(body));
        });
  }

  void key(Context ctx) throws IOException {
    serve(
        ctx,
        request -> {
          Rekeying.Taken taken = intake.rekeying().take(request);
          LOG.info("device {} has another key", taken.device());
          Map<String, Object> body = new LinkedHashMap<>();
          body.put("device", taken.device());
          body.put("keyId", taken.keyId());
          answer(ctx, 200, body, taken.serverTime(), true);
        });
  }

  void goodbye(Context ctx) throws IOException {
    serve(
        ctx,
        request -> {
          Leaving.Left left = intake.leaving().take(request);
          LOG.info("device {} says goodbye: {}", left.device(), Word.of(left.reason()));
          Map<String, Object> body = new LinkedHashMap<>();
          body.put("device", left.device());
          answer(ctx, 200, body, left.serverTime(), false);
        });
  }

  void health(Context ctx) {
    boolean well = alive.getAsBoolean();
    ctx.status(well ? 200 : 503)
        .contentType("application/json")
        .result(
            Json.write(
                Map.of("status", well ? "ok" : "failing", "serverTime", time(clock.instant()))));
  }

  /** Whoever answers in our place, as a captive portal does, does not know this answer. */
  void probe(Context ctx) {
    String challenge = ctx.header("Porchlight-Challenge");
    if (challenge != null && challenge.matches("[A-Za-z0-9]{1,64}")) {
      ctx.header("Porchlight-Answer", Digests.ofChallenge("porchlight-probe:" + challenge));
    }
    ctx.status(204);
  }

  /** Does it; what is refused is answered as such. */
  void serve(Context ctx, Taking taking) throws IOException {
    try {
      taking.take(callers.request(ctx));
    } catch (Refused refused) {
      refusals.answer(ctx, refused);
    } catch (Overloaded | LedgerFault busy) {
      refusals.busy(ctx, String.valueOf(busy.getMessage()));
    }
  }

  private static Map<String, String> other(String signed) {
    String[] parts = signed.split("=", 2);
    return Map.of("keyid", parts[0], "signature", parts[1]);
  }

  private static void policy(Map<String, Object> body, Optional<PolicyMark> policy) {
    policy.ifPresent(mark -> {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("revision", mark.revision());
      json.put("digest", mark.digest());
      body.put("policy", json);
    });
  }

  /** Answers, with the time; sealed where it is the last word. */
  void answer(
      Context ctx, int status, Map<String, Object> body, Instant serverTime, boolean sealed) {
    body.put("serverTime", time(serverTime));
    String text = Json.write(body);
    ctx.status(status).contentType("application/json").result(text);
    if (sealed) {
      sealing.seal(ctx, status, text);
    }
  }

  static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }
}

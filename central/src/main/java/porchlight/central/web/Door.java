package porchlight.central.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import porchlight.central.intake.Code;
import porchlight.central.intake.Enrolling;
import porchlight.central.intake.Incoming;
import porchlight.central.intake.Refused;
import porchlight.central.intake.Reports;
import porchlight.central.json.Json;
import porchlight.central.ledger.LedgerFault;
import porchlight.central.ledger.Overloaded;
import porchlight.central.reports.Calm;
import porchlight.central.reports.Word;

/** Where devices knock: enrolment and reports over HTTP; a refusal is logged with whom and why. */
final class Door {
  private static final Logger LOG = LoggerFactory.getLogger(Door.class);
  private static final int RETRY_SECONDS = 30;
  private static final int LONGEST_LOGGED = 300;
  private final Enrolling enrolling;
  private final Reports reports;
  private final InstantSource clock;
  private final Duration cadence;

  Door(Enrolling enrolling, Reports reports, InstantSource clock, Duration cadence) {
    this.enrolling = enrolling;
    this.reports = reports;
    this.clock = clock;
    this.cadence = cadence;
  }

  private interface Taking {
    void take(Incoming request) throws Refused;
  }

  void enroll(Context ctx) throws IOException {
    serve(
        ctx,
        request -> {
          Enrolling.Identity identity = enrolling.take(request);
          Map<String, Object> body = new LinkedHashMap<>();
          body.put("device", identity.device());
          body.put("organisation", identity.organisation());
          LOG.info(
              "{} device {} in {}",
              identity.isNew() ? "enrolled" : "enrolled again",
              identity.device(),
              logged(identity.organisation()));
          answer(ctx, identity.isNew() ? 201 : 200, body, identity.serverTime());
        });
  }

  void report(Context ctx) throws IOException {
    serve(
        ctx,
        request -> {
          Reports.Taken taken = reports.take(request);
          Map<String, Object> body = new LinkedHashMap<>();
          body.put("report", taken.report());
          body.put("stored", taken.stored());
          body.put("fullWanted", taken.fullWanted());
          answer(ctx, taken.stored() ? 202 : 200, body, taken.serverTime());
        });
  }

  void health(Context ctx) {
    ctx.contentType("application/json")
        .result(Json.write(Map.of("status", "ok", "serverTime", time(clock.instant()))));
  }

  private void serve(Context ctx, Taking taking) throws IOException {
    Incoming request =
        new Incoming(
            ctx.req().getMethod(),
            ctx.req().getRequestURI(),
            name -> Collections.list(ctx.req().getHeaders(name)),
            ctx.req().getInputStream());
    try {
      taking.take(request);
    } catch (Refused refused) {
      log(ctx, refused.code(), refused.detail());
      Map<String, Object> more =
          refused.code() == Code.CLOCK ? Map.of("serverTime", time(clock.instant())) : Map.of();
      Problem.answer(ctx, refused.code().status(), Word.of(refused.code()), refused.detail(), more);
    } catch (Overloaded | LedgerFault busy) {
      log(ctx, Code.UNAVAILABLE, String.valueOf(busy.getMessage()));
      ctx.header("Retry-After", Integer.toString(RETRY_SECONDS));
      Problem.answer(
          ctx, Code.UNAVAILABLE.status(), Word.of(Code.UNAVAILABLE), "too busy, come again later");
    }
  }

  private void answer(Context ctx, int status, Map<String, Object> body, Instant serverTime) {
    body.put("nextReportSeconds", cadence.toSeconds());
    body.put("serverTime", time(serverTime));
    ctx.status(status).contentType("application/json").result(Json.write(body));
  }

  private static void log(Context ctx, Code code, String detail) {
    List<String> inputs = Collections.list(ctx.req().getHeaders("Signature-Input"));
    String input = inputs.isEmpty() ? "" : inputs.getFirst();
    int at = input.indexOf("keyid=\"");
    String keyId = at < 0 ? "-" : input.substring(at + 7).split("\"", 2)[0];
    LOG.warn(
        "refused {} {} from {} key {}: {}",
        Word.of(code),
        ctx.path(),
        ctx.ip(),
        logged(keyId),
        logged(detail));
  }

  private static String logged(String text) {
    String calm = Calm.text(text);
    return calm.length() <= LONGEST_LOGGED ? calm : calm.substring(0, LONGEST_LOGGED) + "…";
  }

  private static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }
}

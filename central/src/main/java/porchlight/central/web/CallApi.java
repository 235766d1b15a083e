package porchlight.central.web;

import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import porchlight.central.calls.Verification;
import porchlight.central.intake.Clocks;
import porchlight.central.json.CallReader;
import porchlight.central.json.Json;
import porchlight.central.json.Unreadable;
import porchlight.central.ledger.Calls;
import porchlight.central.people.Viewer;
import porchlight.central.reports.Word;
import porchlight.central.verify.Desk;
import porchlight.central.verify.Opening;
import porchlight.central.verify.Typed;
import porchlight.central.views.CallView;
import porchlight.central.views.Roster;

/** Verifications for programs, such as the one that keeps the tickets. */
final class CallApi {
  private static final int MOST = 50;
  private final Roster.Call roll;
  private final Desk desk;
  private final Calls calls;
  private final Callers callers;
  private final Clocks clocks;

  CallApi(Roster.Call roll, Desk desk, Calls calls, Callers callers, Clocks clocks) {
    this.roll = roll;
    this.desk = desk;
    this.calls = calls;
    this.callers = callers;
    this.clocks = clocks;
  }

  /** Those of a device, newest first. */
  void list(Context ctx, Viewer viewer) {
    String device = ctx.pathParam("device");
    if (roll.by(viewer).device(device).isEmpty()) {
      Problem.answer(ctx, 404, "not-found", "no such device");
      return;
    }
    answer(
        ctx,
        200,
        Map.of("verifications", calls.of(device, MOST, viewer).stream().map(this::json).toList()));
  }

  /** Opens one. Only JSON is taken: no form of another site can send that unasked. */
  void open(Context ctx, Viewer viewer) {
    if (!isJson(ctx)) {
      return;
    }
    try {
      switch (desk.open(
          ctx.pathParam("device"), CallReader.ask(ctx.bodyAsBytes()), viewer, callers.where(ctx))) {
        case Opening.Done(var one) -> answer(ctx, 201, json(one));
        case Opening.Barred(var why) -> Problem.answer(ctx, 409, "barred", why);
        case Opening.Nowhere() -> Problem.answer(ctx, 404, "not-found", "no such device");
      }
    } catch (Unreadable e) {
      Problem.answer(ctx, 400, "invalid", e.detail());
    }
  }

  /** Types a code. */
  void code(Context ctx, Viewer viewer) {
    if (!isJson(ctx)) {
      return;
    }
    Optional<Verification> found = calls.find(ctx.pathParam("verification"), viewer);
    if (found.isEmpty()) {
      Problem.answer(ctx, 404, "not-found", "no such verification");
      return;
    }
    try {
      Typed typed =
          desk.type(found.get(), CallReader.code(ctx.bodyAsBytes()), viewer, callers.where(ctx));
      switch (typed) {
        case DONE ->
            answer(ctx, 200, json(calls.find(found.get().id(), viewer).orElse(found.get())));
        case WRONG, LOCKED, NOT_NOW ->
            Problem.answer(ctx, 409, Word.of(typed), "the code was not taken");
        case NOT_UNDERSTOOD ->
            Problem.answer(ctx, 400, "invalid", "/code: six digits are expected");
      }
    } catch (Unreadable e) {
      Problem.answer(ctx, 400, "invalid", e.detail());
    }
  }

  private Map<String, Object> json(Verification one) {
    return CallView.json(one, CallReader.told(one), clocks.counted().instant());
  }

  private static boolean isJson(Context ctx) {
    boolean json = String.valueOf(ctx.contentType()).startsWith("application/json");
    if (!json) {
      Problem.answer(ctx, 415, "json-expected", "send Content-Type: application/json");
    }
    return json;
  }

  private static void answer(Context ctx, int status, Map<String, Object> json) {
    ctx.status(status).contentType("application/json").result(Json.write(json));
  }
}

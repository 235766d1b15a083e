package porchlight.central.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.central.accounts.Where;
import porchlight.central.calls.Purpose;
import porchlight.central.calls.Transcript;
import porchlight.central.calls.Verification;
import porchlight.central.intake.Clocks;
import porchlight.central.json.CallReader;
import porchlight.central.json.Unreadable;
import porchlight.central.ledger.Calls;
import porchlight.central.people.Viewer;
import porchlight.central.verify.OfflineDesk;
import porchlight.central.verify.Opening;
import porchlight.central.verify.Typed;
import porchlight.central.verify.Verifying;
import porchlight.central.views.CallProof;
import porchlight.central.views.CallView;
import porchlight.central.views.Frame;
import porchlight.central.views.Heard;
import porchlight.central.views.Roster;
import porchlight.central.views.Section;

/** The pages on which a tech finds out who calls. */
final class CallPages {
  private static final int SHOWN = 10;
  private static final Duration SILENCES = Duration.ofDays(30);
  private final Roster.Call roll;
  private final Pages pages;
  private final porchlight.central.verify.Desk desk;
  private final OfflineDesk offline;
  private final Calls calls;
  private final Callers callers;
  private final Clocks clocks;

  CallPages(
      Roster.Call roll,
      Pages pages,
      Verifying verifying,
      Calls calls,
      Callers callers,
      Clocks clocks) {
    this.roll = roll;
    this.pages = pages;
    this.desk = verifying.desk();
    this.offline = verifying.offline();
    this.calls = calls;
    this.callers = callers;
    this.clocks = clocks;
  }

  /** The form, and what was verified before. */
  void form(Context ctx, Viewer viewer) {
    form(ctx, viewer, 200, "");
  }

  private void form(Context ctx, Viewer viewer, int status, String trouble) {
    Optional<Heard> heard = roll.by(viewer).device(ctx.pathParam("device"));
    if (heard.isEmpty()) {
      pages.notFound(ctx);
      return;
    }
    List<CallView> before =
        calls.of(heard.get().device().id(), SHOWN, viewer).stream()
            .map(one -> view(one, viewer))
            .toList();
    show(
        ctx,
        status,
        "verify.jte",
        heard.get(),
        Map.of(
            "before",
            before,
            "purposes",
            Purpose.values(),
            "ticket",
            SignInPages.field(ctx, "ticket"),
            "trouble",
            trouble));
  }

  /** Opens one. */
  void open(Context ctx, Viewer viewer) {
    try {
      switch (desk.open(
          ctx.pathParam("device"),
          CallReader.ask(
              SignInPages.field(ctx, "purpose"),
              SignInPages.field(ctx, "ticket"),
              SignInPages.field(ctx, "called")),
          viewer,
          callers.where(ctx))) {
        case Opening.Done(var one) -> there(ctx, one);
        case Opening.Barred(var why) -> form(ctx, viewer, 422, why);
        case Opening.Nowhere() -> pages.notFound(ctx);
      }
    } catch (Unreadable e) {
      form(ctx, viewer, 422, "Say what it is for, who called, and the ticket's number.");
    }
  }

  /** One of them. */
  void one(Context ctx, Viewer viewer) {
    of(ctx, viewer).ifPresentOrElse(one -> one(ctx, viewer, one, 200, ""), () -> gone(ctx));
  }

  private void one(Context ctx, Viewer viewer, Verification one, int status, String trouble) {
    Optional<Heard> heard = roll.by(viewer).device(one.device());
    if (heard.isEmpty()) {
      pages.notFound(ctx);
      return;
    }
    show(
        ctx,
        status,
        "verification.jte",
        heard.get(),
        Map.of(
            "call",
            view(one, viewer),
            "answer",
            offline.answer(one).map(CallView::pairs).orElse(""),
            "trouble",
            trouble));
  }

  /** What a tech does to one. */
  private interface Act {
    Typed on(Verification one, Viewer viewer, Where where);
  }

  private void act(Context ctx, Viewer viewer, Act act) {
    of(ctx, viewer)
        .ifPresentOrElse(
            one -> after(ctx, viewer, one, act.on(one, viewer, callers.where(ctx))),
            () -> gone(ctx));
  }

  /** Types the code. */
  void code(Context ctx, Viewer viewer) {
    String code = SignInPages.field(ctx, "code");
    act(ctx, viewer, (one, who, where) -> desk.type(one, code, who, where));
  }

  /** Types the question of a laptop without a network. */
  void question(Context ctx, Viewer viewer) {
    String question = SignInPages.field(ctx, "question");
    act(ctx, viewer, (one, who, where) -> offline.ask(one, question, who, where));
  }

  /** Types its answer. */
  void answer(Context ctx, Viewer viewer) {
    String answer = SignInPages.field(ctx, "answer");
    act(ctx, viewer, (one, who, where) -> offline.type(one, answer, who, where));
  }

  /** Sends something to the laptop. */
  void message(Context ctx, Viewer viewer) {
    String text = SignInPages.field(ctx, "text");
    act(ctx, viewer, (one, who, where) -> desk.send(one, text, who, where));
  }

  /** Takes one back. */
  void cancel(Context ctx, Viewer viewer) {
    act(ctx, viewer, desk::cancel);
  }

  private void after(Context ctx, Viewer viewer, Verification one, Typed typed) {
    switch (typed) {
      case DONE, LOCKED -> there(ctx, one);
      case WRONG -> again(ctx, viewer, "That is not the code. Let the user read it once more.");
      case NOT_UNDERSTOOD ->
          again(ctx, viewer, "That cannot be taken: a code has so many digits, a text one line.");
      case NOT_NOW -> again(ctx, viewer, "It is over, or not so far yet.");
    }
  }

  private void again(Context ctx, Viewer viewer, String trouble) {
    of(ctx, viewer).ifPresentOrElse(one -> one(ctx, viewer, one, 422, trouble), () -> gone(ctx));
  }

  private Optional<Verification> of(Context ctx, Viewer viewer) {
    return calls.find(ctx.pathParam("verification"), viewer);
  }

  private CallView view(Verification one, Viewer viewer) {
    Optional<Transcript> told = CallReader.told(one);
    Optional<String> place = told.flatMap(Transcript::place).flatMap(spot -> spot.place().id());
    return CallView.of(
        one,
        told,
        new CallProof.Known(
            place.flatMap(id -> calls.firstThere(one.device(), id, viewer)),
            calls.silences(one.device(), clocks.wall().instant().minus(SILENCES), viewer)),
        clocks.wall().instant(),
        clocks.counted().instant());
  }

  private void show(
      Context ctx, int status, String template, Heard heard, Map<String, Object> more) {
    Map<String, Object> model = new LinkedHashMap<>(more);
    model.put("frame", Frame.still(Section.ORGANISATIONS, clocks.wall().instant()));
    model.put("laptop", heard.name());
    model.put("device", heard.device());
    Templates.show(ctx, status, template, model);
  }

  private static void there(Context ctx, Verification one) {
    ctx.redirect("/verifications/" + one.id(), HttpStatus.SEE_OTHER);
  }

  private void gone(Context ctx) {
    pages.notFound(ctx);
  }
}

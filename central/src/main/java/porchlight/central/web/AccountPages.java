package porchlight.central.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.central.accounts.OwnAccount;
import porchlight.central.ledger.Session;
import porchlight.central.people.Viewer;
import porchlight.central.views.Picture;
import porchlight.central.views.SeatLine;
import porchlight.central.views.Section;

/** What people see and do about their own account. */
final class AccountPages {
  private final Desk desk;
  private final OwnAccount own;

  AccountPages(Desk desk) {
    this.desk = desk;
    this.own = desk.accounts().own();
  }

  void account(Context ctx, Viewer viewer) {
    account(ctx, session(ctx), 200, "");
  }

  private void account(Context ctx, Session session, int status, String said) {
    List<Session> sessions = desk.accounts().register().sessions(session.person().id());
    desk.show(
        ctx,
        status,
        Section.OTHER,
        "account.jte",
        Map.of(
            "person",
            session.person(),
            "seats",
            SeatLine.all(sessions, session.hash(), desk.where(ctx).now()),
            "needsCodes",
            own.needsCodes(session.person()),
            "said",
            said));
  }

  void password(Context ctx, Viewer viewer) {
    Session session = session(ctx);
    String fresh = SignInPages.field(ctx, "password");
    Optional<String> fault =
        fresh.equals(SignInPages.field(ctx, "again"))
            ? own.password(session, SignInPages.field(ctx, "old"), fresh, desk.where(ctx))
            : Optional.of("The two passwords are not the same.");
    if (fault.isPresent()) {
      account(ctx, session, 422, fault.get());
    } else {
      desk.said(
          ctx, 200, Section.OTHER, "Your password is changed; others are signed out", "/account");
    }
  }

  /** A seed is offered; it holds once a code proves that an app has read it. */
  void codes(Context ctx, Viewer viewer) {
    Session session = session(ctx);
    if (session.person().codes()) {
      account(ctx, session, 422, "One-time codes are on already.");
    } else {
      offer(
          ctx,
          200,
          own.offer(session.person()),
          own.owesCodes(session.person()) ? "Your role does not go without them." : "");
    }
  }

  private void offer(Context ctx, int status, OwnAccount.Offer offer, String said) {
    Map<String, Object> model = new HashMap<>();
    model.put("picture", Picture.of(offer.address()));
    model.put("typed", offer.typed().replaceAll("(.{4})(?!$)", "$1 "));
    model.put("sealed", offer.sealed());
    model.put("said", said);
    desk.show(ctx, status, Section.OTHER, "codes.jte", model);
  }

  void codesOn(Context ctx, Viewer viewer) {
    Session session = session(ctx);
    String sealed = SignInPages.field(ctx, "sealed");
    Optional<OwnAccount.Offer> offer = own.offered(session.person(), sealed);
    if (offer.isEmpty() || session.person().codes()) {
      account(ctx, session, 422, "That picture is none of ours. Begin again.");
      return;
    }
    OwnAccount.PutOn put =
        own.codesOn(
            session,
            sealed,
            SignInPages.field(ctx, "code"),
            SignInPages.field(ctx, "password"),
            desk.where(ctx));
    switch (put) {
      case OwnAccount.PutOn.Refused(var why) -> offer(ctx, 422, offer.get(), why);
      case OwnAccount.PutOn.Done(var recovery) ->
          desk.once(
              ctx,
              Section.OTHER,
              "One-time codes are on",
              "Without your phone you come in by one of these, each once. They are not shown again.",
              String.join("\n", recovery));
    }
  }

  void codesOff(Context ctx, Viewer viewer) {
    Session session = session(ctx);
    Optional<String> fault =
        own.codesOff(session, SignInPages.field(ctx, "password"), desk.where(ctx));
    if (fault.isPresent()) {
      account(ctx, session, 422, fault.get());
    } else {
      ctx.redirect("/account", HttpStatus.SEE_OTHER);
    }
  }

  void endOthers(Context ctx, Viewer viewer) {
    own.endOthers(session(ctx), desk.where(ctx));
    ctx.redirect("/account", HttpStatus.SEE_OTHER);
  }

  /** The routes to these pages ask for what only a session has. */
  private static Session session(Context ctx) {
    return Guest.session(ctx).orElseThrow();
  }
}

package porchlight.central.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import porchlight.central.ledger.ApiToken;
import porchlight.central.people.Scope;
import porchlight.central.people.Viewer;
import porchlight.central.reports.Word;
import porchlight.central.views.Section;
import porchlight.central.views.TokenLine;

/** The tokens by which programs ask: an admin makes and revokes them. */
final class TokenPages {
  private static final int LONGEST_NAME = 100;
  private final Desk desk;

  TokenPages(Desk desk) {
    this.desk = desk;
  }

  void list(Context ctx, Viewer viewer) {
    list(ctx, viewer, 200, "");
  }

  private void list(Context ctx, Viewer viewer, int status, String said) {
    Map<String, Object> model =
        Map.of(
            "tokens",
            TokenLine.all(
                desk.accounts().register().tokens(),
                desk.organisations(viewer),
                desk.accounts().register().people(),
                desk.where(ctx).now()),
            "organisations",
            desk.organisations(viewer),
            "scopes",
            Scope.ofPrograms().stream().map(Word::of).toList(),
            "said",
            said);
    desk.show(ctx, status, Section.TOKENS, "tokens.jte", model);
  }

  void make(Context ctx, Viewer viewer) {
    String name = SignInPages.field(ctx, "name").strip();
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (Scope scope : Scope.ofPrograms()) {
      if (ctx.formParams("scope").contains(Word.of(scope))) {
        scopes.add(scope);
      }
    }
    String days = SignInPages.field(ctx, "days");
    String chosen = SignInPages.field(ctx, "organisation");
    Optional<String> organisation = desk.organisation(viewer, chosen);
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      list(ctx, viewer, 422, "A name of 1 to " + LONGEST_NAME + " characters is expected.");
    } else if (scopes.isEmpty()) {
      list(ctx, viewer, 422, "A token opens something: choose what.");
    } else if (!chosen.isEmpty() && organisation.isEmpty()) {
      list(ctx, viewer, 422, "No such organisation.");
    } else if (!days.matches("[1-9][0-9]{0,3}")) {
      list(ctx, viewer, 422, "Days are a whole number from 1 to 9999.");
    } else {
      String token =
          desk.accounts()
              .programs()
              .make(
                  name,
                  scopes,
                  organisation,
                  Duration.ofDays(Integer.parseInt(days)),
                  viewer.who(),
                  desk.where(ctx));
      desk.once(
          ctx,
          Section.TOKENS,
          "The token " + name,
          "It is not shown again. A program sends it as Authorization: Bearer and the token.",
          token);
    }
  }

  void revoke(Context ctx, Viewer viewer) {
    Optional<ApiToken> token =
        desk.accounts().register().tokens().stream()
            .filter(one -> one.id().equals(ctx.pathParam("token")))
            .findFirst();
    if (token.isPresent()
        && desk.accounts().programs().revoke(token.get(), viewer.who(), desk.where(ctx))) {
      ctx.redirect("/tokens", HttpStatus.SEE_OTHER);
    } else {
      desk.said(ctx, 404, Section.TOKENS, "There is no such token", "/tokens");
    }
  }
}

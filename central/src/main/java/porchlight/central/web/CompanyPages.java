package porchlight.central.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.net.URI;
import java.util.Optional;
import porchlight.central.accounts.CompanySignIn;

/** The way to the sign-in of a company, and back. */
final class CompanyPages {
  private static final String COOKIE = "porchlight-company";
  private final Optional<CompanySignIn> company;
  private final Recognition recognition;
  private final Cookies cookies;
  private final Callers callers;
  private final Csrf csrf;
  private final Pages pages;
  private final SignInPages signIn;

  CompanyPages(
      Optional<CompanySignIn> company,
      Recognition recognition,
      Cookies cookies,
      Callers callers,
      Csrf csrf,
      Pages pages,
      SignInPages signIn) {
    this.company = company;
    this.recognition = recognition;
    this.cookies = cookies;
    this.callers = callers;
    this.csrf = csrf;
    this.pages = pages;
    this.signIn = signIn;
  }

  void there(Context ctx) {
    if (company.isEmpty()) {
      pages.notFound(ctx);
      return;
    }
    if (tooOften(ctx, company.get())) {
      return;
    }
    String browser = csrf.secret();
    Optional<URI> there =
        company
            .get()
            .begin(browser, SignInPages.local(ctx.queryParam("next")), callers.where(ctx).now());
    if (there.isEmpty()) {
      signIn.refused(ctx, 503, company.get().name() + " does not answer. Try again in a moment.");
      return;
    }
    // Lax: the browser comes back from another site.
    cookies.set(ctx, COOKIE, browser, CompanySignIn.PATIENCE, SameSite.LAX);
    ctx.redirect(there.get().toString(), HttpStatus.SEE_OTHER);
  }

  void back(Context ctx) {
    if (company.isEmpty()) {
      pages.notFound(ctx);
      return;
    }
    if (tooOften(ctx, company.get())) {
      return;
    }
    CompanySignIn.Outcome outcome =
        company.get().finish(cookies.get(ctx, COOKIE).orElse(""), brought(ctx), callers.where(ctx));
    cookies.drop(ctx, COOKIE);
    switch (outcome) {
      case CompanySignIn.Outcome.In in -> {
        recognition.begin(ctx, in.secret());
        ctx.redirect(in.next(), HttpStatus.SEE_OTHER);
      }
      case CompanySignIn.Outcome.Refused refused ->
          signIn.refused(
              ctx,
              403,
              company.get().name() + " did not vouch for you, or you are not let in here.");
    }
  }

  private boolean tooOften(Context ctx, CompanySignIn company) {
    if (company.admits(callers.where(ctx))) {
      return false;
    }
    ctx.header("Retry-After", "60");
    signIn.refused(ctx, 429, "Too many tries. Wait 60 seconds.");
    return true;
  }

  /** What the browser brought back; what is no query is as good as none. */
  private static URI brought(Context ctx) {
    try {
      return URI.create("https://back/?" + Optional.ofNullable(ctx.queryString()).orElse(""));
    } catch (IllegalArgumentException e) {
      return URI.create("https://back/");
    }
  }
}

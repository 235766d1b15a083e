package porchlight.central.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import porchlight.central.accounts.Accounts;
import porchlight.central.accounts.CompanySignIn;
import porchlight.central.accounts.Joining;
import porchlight.central.accounts.Seats;
import porchlight.central.accounts.SignIn;
import porchlight.central.views.Frame;

/** The pages for whoever is not in yet: signing in and out, and the links that are good once. */
final class SignInPages {
  private final SignIn signIn;
  private final Joining joining;
  private final Seats seats;
  private final Recognition recognition;
  private final Callers callers;
  private final Csrf csrf;
  private final String company;

  SignInPages(Accounts accounts, Recognition recognition, Callers callers, Csrf csrf) {
    this.signIn = accounts.signIn();
    this.joining = accounts.joining();
    this.seats = accounts.seats();
    this.recognition = recognition;
    this.callers = callers;
    this.csrf = csrf;
    this.company = accounts.company().map(CompanySignIn::name).orElse("");
  }

  /** The form, for whoever asked for something that is not for everybody. */
  void ask(Context ctx, int status) {
    String here = ctx.path() + Optional.ofNullable(ctx.queryString()).map(q -> "?" + q).orElse("");
    form(ctx, status, ctx.method().name().equals("GET") ? here : "/", "", "");
  }

  void form(Context ctx) {
    form(ctx, 200, local(ctx.queryParam("next")), "", "");
  }

  private void form(Context ctx, int status, String next, String name, String said) {
    Map<String, Object> model = framed();
    model.put("csrf", csrf.token(ctx));
    model.put("next", next);
    model.put("company", company);
    model.put("companyPath", "/signin/company?next=" + URLEncoder.encode(next, UTF_8));
    model.put("name", name);
    model.put("said", said);
    Templates.show(ctx, status, "signin.jte", model);
  }

  /** The form, and why somebody is not in. */
  void refused(Context ctx, int status, String said) {
    form(ctx, status, "/", "", said);
  }

  void signIn(Context ctx) {
    String name = field(ctx, "name");
    String next = local(ctx.formParam("next"));
    SignIn.Outcome outcome =
        signIn.take(
            new SignIn.Typed(name, field(ctx, "password"), field(ctx, "code")),
            new SignIn.Brought(recognition.secret(ctx), recognition.mark(ctx)),
            callers.where(ctx));
    switch (outcome) {
      case SignIn.Outcome.In in -> {
        recognition.begin(ctx, in.secret());
        recognition.mark(ctx, in.mark());
        ctx.redirect(next, HttpStatus.SEE_OTHER);
      }
      case SignIn.Outcome.Refused refused ->
          form(ctx, 401, next, name, "Name, password or code is not right.");
      case SignIn.Outcome.Later later -> {
        ctx.header("Retry-After", Long.toString(later.seconds()));
        form(ctx, 429, next, name, "Too many tries. Wait " + later.seconds() + " seconds.");
      }
    }
  }

  void signOut(Context ctx) {
    recognition
        .secret(ctx)
        .flatMap(secret -> seats.find(secret, true))
        .ifPresent(session -> seats.end(session, callers.where(ctx)));
    recognition.end(ctx);
    ctx.redirect("/signin", HttpStatus.SEE_OTHER);
  }

  /** Where a link that is good once leads. */
  void joining(Context ctx) {
    joining(ctx, 200, "", "");
  }

  private void joining(Context ctx, int status, String name, String said) {
    String secret = ctx.pathParam("link");
    Optional<Joining.Guest> guest = joining.guest(secret, callers.where(ctx).now());
    if (guest.isEmpty()) {
      gone(ctx);
      return;
    }
    Map<String, Object> model = framed();
    model.put("csrf", csrf.token(ctx));
    model.put("link", secret);
    model.put("said", said);
    switch (guest.get()) {
      case Joining.Guest.First first -> {
        model.put("first", true);
        model.put("name", name);
      }
      case Joining.Guest.Known known -> {
        model.put("first", false);
        model.put("name", known.person().name());
      }
    }
    Templates.show(ctx, status, "join.jte", model);
  }

  void join(Context ctx) {
    String name = field(ctx, "name");
    Joining.Outcome outcome =
        field(ctx, "password").equals(field(ctx, "again"))
            ? joining.join(ctx.pathParam("link"), name, field(ctx, "password"), callers.where(ctx))
            : new Joining.Outcome.Wrong("The two passwords are not the same.");
    switch (outcome) {
      case Joining.Outcome.Joined joined -> {
        recognition.mark(ctx, signIn.mark(joined.name(), recognition.mark(ctx)));
        ctx.redirect("/signin", HttpStatus.SEE_OTHER);
      }
      case Joining.Outcome.Wrong wrong -> joining(ctx, 422, name, wrong.why());
      case Joining.Outcome.NoLink none -> gone(ctx);
    }
  }

  private void gone(Context ctx) {
    Map<String, Object> model = framed();
    model.put("title", "This link is worth nothing");
    model.put("kind", "link");
    Templates.show(ctx, 404, "notice.jte", model);
  }

  private Map<String, Object> framed() {
    Map<String, Object> model = new HashMap<>();
    model.put("frame", Frame.outside());
    return model;
  }

  static String field(Context ctx, String name) {
    return Optional.ofNullable(ctx.formParam(name)).orElse("");
  }

  /** A path of ours, and never a way to another site. */
  static String local(@Nullable String next) {
    return next != null && next.matches("/([^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*)?") ? next : "/";
  }
}

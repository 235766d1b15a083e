package porchlight.central.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import porchlight.central.ledger.Session;
import porchlight.central.people.Person;
import porchlight.central.people.Scope;
import porchlight.central.views.Reader;

/** Stands before every route: finds out who asks, and lets nobody pass who may not. */
final class Entrance {
  /**
   * Where somebody who owes one-time codes may go: to their own account, and there to the codes.
   */
  private static final String OWN = "/account";

  private static final String CODES = OWN + "/codes";
  private final Recogniser recogniser;
  private final Hosts hosts;
  private final Csrf csrf;
  private final Pages pages;
  private final Departures departures;
  private final Predicate<Person> owesCodes;
  private final Consumer<Context> locked;

  /** {@code locked} answers a person who was not recognised. */
  Entrance(
      Recogniser recogniser,
      Hosts hosts,
      Csrf csrf,
      Pages pages,
      Departures departures,
      Predicate<Person> owesCodes,
      Consumer<Context> locked) {
    this.recogniser = recogniser;
    this.hosts = hosts;
    this.csrf = csrf;
    this.pages = pages;
    this.departures = departures;
    this.owesCodes = owesCodes;
    this.locked = locked;
  }

  /** The way to a route. */
  Handler to(Route route) {
    return switch (route) {
      case Route.Open open -> open.handler();
      case Route.Signed signed -> signed.handler();
      case Route.Threshold threshold -> ctx -> threshold(ctx, threshold);
      case Route.Known known ->
          known.path().startsWith("/v1/") ? ctx -> program(ctx, known) : ctx -> person(ctx, known);
    };
  }

  private void threshold(Context ctx, Route.Threshold route) throws Exception {
    if (!hosts.knows(ctx.header("Host"))) {
      pages.wrongHost(ctx);
    } else if (changes(ctx) && !csrf.holds(ctx)) {
      pages.strange(ctx);
    } else {
      route.handler().handle(ctx);
    }
  }

  private void person(Context ctx, Route.Known route) throws Exception {
    String offered = ctx.queryParam("key");
    if (!hosts.knows(ctx.header("Host"))) {
      pages.wrongHost(ctx);
      return;
    }
    if (offered != null && recogniser.welcome(ctx, offered)) {
      ctx.redirect(ctx.path().replaceAll("^/+", "/"), HttpStatus.SEE_OTHER);
      return;
    }
    Optional<Guest> guest = recogniser.guest(ctx);
    if (guest.isEmpty()) {
      locked.accept(ctx);
    } else if (!guest.get().viewer().may(route.roles(), route.scope())) {
      pages.forbidden(ctx);
    } else if (owes(guest.get()) && !route.path().startsWith(OWN)) {
      ctx.redirect(CODES, HttpStatus.SEE_OTHER);
    } else if (isForged(ctx, guest.get())) {
      pages.strange(ctx);
    } else {
      let(ctx, guest.get(), route);
    }
  }

  private void program(Context ctx, Route.Known route) throws Exception {
    if (!hosts.knows(ctx.header("Host"))) {
      Problem.answer(ctx, 403, "wrong-host", "this is not a name of this server");
      return;
    }
    Optional<Guest> guest = recogniser.guest(ctx);
    if (guest.isEmpty()) {
      ctx.header("WWW-Authenticate", "Bearer");
      Problem.answer(ctx, 401, "dashboard-key", "send Authorization: Bearer and an API token");
    } else if (!guest.get().viewer().may(route.roles(), route.scope())) {
      Problem.answer(ctx, 403, "forbidden", "this is not for this role or token");
    } else if (owes(guest.get())) {
      Problem.answer(ctx, 403, "forbidden", "put one-time codes on first");
    } else if (isForged(ctx, guest.get())) {
      Problem.answer(ctx, 403, "forbidden", "send " + Csrf.HEADER + ", or an API token");
    } else {
      let(ctx, guest.get(), route);
    }
  }

  private void let(Context ctx, Guest guest, Route.Known route) throws Exception {
    guest.remember(ctx);
    Templates.readBy(
        ctx,
        new Reader(
            guest.viewer().who(),
            guest.viewer().role(),
            guest.session().isPresent(),
            guest.byCookie() ? csrf.token(ctx) : ""));
    if (route.scope() == Scope.EXPORT) {
      departures.note(ctx, guest.viewer());
    }
    route.show().to(ctx, guest.viewer());
  }

  private boolean owes(Guest guest) {
    return guest.session().map(Session::person).filter(owesCodes).isPresent();
  }

  private boolean isForged(Context ctx, Guest guest) {
    return changes(ctx) && guest.byCookie() && !csrf.holds(ctx);
  }

  private static boolean changes(Context ctx) {
    return !ctx.method().equals(HandlerType.GET) && !ctx.method().equals(HandlerType.HEAD);
  }
}

package porchlight.central.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import porchlight.central.people.Viewer;

/** Stands before every route: finds out who asks, and lets nobody pass who may not. */
final class Entrance {
  private final Recogniser recogniser;
  private final Hosts hosts;
  private final Pages pages;

  Entrance(Recogniser recogniser, Hosts hosts, Pages pages) {
    this.recogniser = recogniser;
    this.hosts = hosts;
    this.pages = pages;
  }

  /** The way to a route. */
  Handler to(Route route) {
    return switch (route) {
      case Route.Open open -> open.handler();
      case Route.Signed signed -> signed.handler();
      case Route.Known known ->
          known.path().startsWith("/v1/") ? ctx -> program(ctx, known) : ctx -> person(ctx, known);
    };
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
    Optional<Viewer> viewer = recogniser.viewer(ctx);
    if (viewer.isEmpty()) {
      pages.locked(ctx);
    } else if (!viewer.get().may(route.roles(), route.scope())) {
      pages.forbidden(ctx);
    } else {
      route.show().to(ctx, viewer.get());
    }
  }

  private void program(Context ctx, Route.Known route) throws Exception {
    if (!hosts.knows(ctx.header("Host"))) {
      Problem.answer(ctx, 403, "wrong-host", "this is not a name of this server");
      return;
    }
    Optional<Viewer> viewer = recogniser.viewer(ctx);
    if (viewer.isEmpty()) {
      ctx.header("WWW-Authenticate", "Bearer");
      Problem.answer(ctx, 401, "dashboard-key", "send Authorization: Bearer DASHBOARD-KEY");
    } else if (!viewer.get().may(route.roles(), route.scope())) {
      Problem.answer(ctx, 403, "forbidden", "this is not for this role or token");
    } else {
      route.show().to(ctx, viewer.get());
    }
  }
}

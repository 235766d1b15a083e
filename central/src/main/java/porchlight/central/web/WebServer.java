package porchlight.central.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The web server: routes, and what holds for every answer. */
public final class WebServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
  private static final int STOP_MILLIS = 10_000;
  private static final String CSP =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  private final Access access;
  private final Door door;
  private final Pages pages;
  private final Api api;
  private final Javalin javalin;

  WebServer(Access access, Door door, Pages pages, Api api) {
    this.access = access;
    this.door = door;
    this.pages = pages;
    this.api = api;
    javalin = Javalin.create(this::configure);
  }

  /** Starts to listen; returns the port, which matters when 0 was asked for. */
  public int start(String host, int port) {
    return javalin.start(host, port).port();
  }

  /** Finishes what is under way and stops. */
  @Override
  public void close() {
    javalin.stop();
  }

  private void configure(JavalinConfig config) {
    config.concurrency.useVirtualThreads = true;
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.jetty.modifyServer(server -> server.setStopTimeout(STOP_MILLIS));
    config.jetty.modifyHttpConfiguration(http -> {
      http.setSendServerVersion(false);
      http.setSendDateHeader(true);
    });
    config.routes.before(WebServer::harden);
    config.routes.post("/v1/enroll", door::enroll);
    config.routes.post("/v1/reports", door::report);
    config.routes.get("/v1/policy", door::policy);
    config.routes.post("/v1/key", door::key);
    config.routes.post("/v1/goodbye", door::goodbye);
    config.routes.get("/v1/health", door::health);
    config.routes.get("/v1/probe", door::probe);
    config.routes.get("/v1/organisations", ctx -> reading(ctx, api::organisations));
    config.routes.get("/v1/devices", ctx -> reading(ctx, api::devices));
    config.routes.get("/v1/devices/{id}", ctx -> reading(ctx, api::device));
    config.routes.get("/", ctx -> looking(ctx, pages::home));
    config.routes.get("/organisations/{id}", ctx -> looking(ctx, pages::organisation));
    config.routes.get("/devices/{id}", ctx -> looking(ctx, pages::device));
    config.routes.get("/assets/{name}", this::asset);
    config.routes.error(404, this::notFound);
    config.routes.exception(Exception.class, this::fault);
  }

  private interface Show {
    void to(Context ctx);
  }

  private static void harden(Context ctx) {
    ctx.header("Content-Security-Policy", CSP);
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("Referrer-Policy", "no-referrer");
    ctx.header("Cross-Origin-Opener-Policy", "same-origin");
    ctx.header("Cross-Origin-Resource-Policy", "same-origin");
    ctx.header("Cache-Control", "no-store");
  }

  private void looking(Context ctx, Show show) {
    String offered = ctx.queryParam("key");
    if (!access.knowsHost(ctx.header("Host"))) {
      pages.wrongHost(ctx);
    } else if (offered != null && access.welcome(ctx, offered)) {
      ctx.redirect(ctx.path().replaceAll("^/+", "/"), HttpStatus.SEE_OTHER);
    } else if (access.admits(ctx)) {
      show.to(ctx);
    } else {
      pages.locked(ctx);
    }
  }

  private void reading(Context ctx, Show show) {
    if (!access.knowsHost(ctx.header("Host"))) {
      Problem.answer(ctx, 403, "wrong-host", "this is not a name of this server");
    } else if (access.admits(ctx)) {
      show.to(ctx);
    } else {
      ctx.header("WWW-Authenticate", "Bearer");
      Problem.answer(ctx, 401, "dashboard-key", "send Authorization: Bearer DASHBOARD-KEY");
    }
  }

  private void asset(Context ctx) throws IOException {
    if (!Assets.serve(ctx, ctx.pathParam("name"))) {
      ctx.status(404);
    }
  }

  private void notFound(Context ctx) {
    if (ctx.path().startsWith("/v1/")) {
      if (!"application/problem+json".equals(ctx.res().getContentType())) {
        Problem.answer(ctx, 404, "not-found", "no such address");
      }
    } else if (!String.valueOf(ctx.res().getContentType()).startsWith("text/html")) {
      pages.notFound(ctx);
    }
  }

  private void fault(Exception fault, Context ctx) {
    LOG.error("{} {} failed", ctx.method(), ctx.path(), fault);
    if (ctx.path().startsWith("/v1/")) {
      Problem.answer(ctx, 500, "fault", "something broke on our side");
    } else {
      pages.trouble(ctx);
    }
  }
}

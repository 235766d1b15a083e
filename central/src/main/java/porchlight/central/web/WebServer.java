package porchlight.central.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import porchlight.central.intake.Reports;
import porchlight.central.settings.Address;

/** The web server over a table of routes, and what holds for every answer. */
public final class WebServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
  private static final int STOP_MILLIS = 10_000;
  private static final String CSP =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  private final List<Route> routes;
  private final Entrance entrance;
  private final Pages pages;
  private final News news;
  private final Address listen;
  private final Optional<Tls> tls;
  private final Javalin javalin;

  WebServer(
      List<Route> routes,
      Entrance entrance,
      Pages pages,
      News news,
      Address listen,
      Optional<Tls> tls) {
    this.listen = listen;
    this.tls = tls;
    this.routes = routes;
    this.entrance = entrance;
    this.pages = pages;
    this.news = news;
    javalin = Javalin.create(this::configure);
  }

  /** Every address it answers. */
  public List<Route> routes() {
    return routes;
  }

  /** Starts to listen; returns the port, which matters when 0 was asked for. */
  public int start() {
    return (tls.isPresent() ? javalin.start() : javalin.start(listen.host(), listen.port())).port();
  }

  /** Finishes what is under way and stops. */
  @Override
  public void close() {
    news.close();
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
    tls.ifPresent(secure ->
        config.jetty.addConnector(
            (server, http) -> secure.connector(server, http, listen.host(), listen.port())));
    config.routes.before(WebServer::harden);
    for (Route route : routes) {
      config.routes.addHttpHandler(route.method(), route.path(), entrance.to(route));
    }
    config.routes.error(404, this::notFound);
    config.routes.exception(Exception.class, this::fault);
  }

  private static void harden(Context ctx) {
    if (ctx.path().equals(Reports.PATH)) {
      return; // who reports is no browser, and pays for every byte
    }
    ctx.header("Content-Security-Policy", CSP);
    ctx.header("X-Content-Type-Options", "nosniff");
    // Not no-referrer: browsers then send our own forms with "Origin: null".
    ctx.header("Referrer-Policy", "same-origin");
    ctx.header("Cross-Origin-Opener-Policy", "same-origin");
    ctx.header("Cross-Origin-Resource-Policy", "same-origin");
    ctx.header("Cache-Control", "no-store");
  }

  private void notFound(Context ctx) {
    if (ctx.path().startsWith("/v1/")) {
      if (!"application/problem+json".equals(ctx.res().getContentType())) {
        Problem.answer(ctx, 404, "not-found", "no such address");
      }
    } else if (!Templates.shown(ctx)) {
      pages.notFound(ctx);
    }
  }

  /** A link that works once has its secret in the path. */
  private static String withoutSecret(String path) {
    return path.startsWith("/join/") ? "/join/..." : path;
  }

  private void fault(Exception fault, Context ctx) {
    LOG.error("{} {} failed", ctx.method(), withoutSecret(ctx.path()), fault);
    if (ctx.path().startsWith("/v1/")) {
      Problem.answer(ctx, 500, "fault", "something broke on our side");
    } else {
      pages.trouble(ctx);
    }
  }
}

package porchlight.central.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.Optional;
import porchlight.central.accounts.Accounts;
import porchlight.central.accounts.Programs;
import porchlight.central.accounts.Seats;
import porchlight.central.ledger.Register;

/**
 * Recognises people by the session in their cookie and programs by the token in their header; and,
 * until somebody has an account, whoever has the dashboard key.
 */
final class Recognition implements Recogniser {
  /** The cookie of a browser that is signed in. */
  static final String COOKIE = "porchlight-session";

  /** The cookie of a browser that somebody has signed in with, at whatever time. */
  private static final String MARK = "porchlight-browser";

  private static final Duration MARKED = Duration.ofDays(180);
  private static final String BEARER = "Bearer ";
  private final Seats seats;
  private final Programs programs;
  private final DashboardKey key;
  private final Register register;
  private final Cookies cookies;
  private volatile boolean hasPeople;

  Recognition(Accounts accounts, DashboardKey key, Cookies cookies) {
    this.seats = accounts.seats();
    this.programs = accounts.programs();
    this.register = accounts.register();
    this.key = key;
    this.cookies = cookies;
  }

  @Override
  public Optional<Guest> guest(Context ctx) {
    String header = Optional.ofNullable(ctx.header("Authorization")).orElse("");
    if (header.startsWith(BEARER + Programs.PREFIX)) {
      return programs
          .viewer(header.substring(BEARER.length()).strip())
          .map(viewer -> new Guest(viewer, Optional.empty(), false));
    }
    Optional<Guest> person =
        cookies
            .get(ctx, COOKIE)
            .flatMap(secret -> seats.find(secret, byHand(ctx)))
            .map(session -> new Guest(session.person().viewer(), Optional.of(session), true));
    return person.isPresent() || hasPeople() ? person : key.guest(ctx);
  }

  /** Whether a request looks as if a person made it, and not a page that asks by itself. */
  private static boolean byHand(Context ctx) {
    boolean stream = String.valueOf(ctx.header("Accept")).contains("text/event-stream");
    return !ctx.method().equals(HandlerType.GET) || (ctx.header("HX-Request") == null && !stream);
  }

  @Override
  public boolean welcome(Context ctx, String offered) {
    return !hasPeople() && key.welcome(ctx, offered);
  }

  /** Whether anybody has an account; once there is one, there always is. */
  boolean hasPeople() {
    if (!hasPeople) {
      hasPeople = register.hasPeople();
    }
    return hasPeople;
  }

  /** The secret of a browser that is signed in, or was. */
  Optional<String> secret(Context ctx) {
    return cookies.get(ctx, COOKIE);
  }

  /** Signs a browser in; its site is Lax, as a link from a mail should find it signed in. */
  void begin(Context ctx, String secret) {
    cookies.set(ctx, COOKIE, secret, seats.longest(), SameSite.LAX);
  }

  /** The mark of a browser that somebody may have signed in with. */
  Optional<String> mark(Context ctx) {
    return cookies.get(ctx, MARK);
  }

  /** Marks a browser that somebody has signed in with. */
  void mark(Context ctx, String mark) {
    cookies.set(ctx, MARK, mark, MARKED, SameSite.STRICT);
  }

  /** Signs a browser out. */
  void end(Context ctx) {
    cookies.drop(ctx, COOKIE);
  }
}

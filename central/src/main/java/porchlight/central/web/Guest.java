package porchlight.central.web;

import io.javalin.http.Context;
import java.util.Optional;
import porchlight.central.ledger.Session;
import porchlight.central.people.Viewer;

/**
 * Whoever was recognised.
 *
 * @param session the browser that they are signed in with; empty for a key or a token
 * @param byCookie whether the browser sends by itself what they were recognised by
 */
record Guest(Viewer viewer, Optional<Session> session, boolean byCookie) {
  private static final String ATTRIBUTE = "porchlight.guest";

  /** Remembers for the rest of a request whose it is. */
  void remember(Context ctx) {
    ctx.attribute(ATTRIBUTE, this);
  }

  /** Whose request it is, once the entrance has found out. */
  static Optional<Guest> of(Context ctx) {
    return Optional.ofNullable(ctx.attribute(ATTRIBUTE));
  }

  /** The session of a page that only people have. */
  static Optional<Session> session(Context ctx) {
    return of(ctx).flatMap(Guest::session);
  }
}

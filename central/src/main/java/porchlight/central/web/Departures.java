package porchlight.central.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import porchlight.central.accounts.Where;
import porchlight.central.ledger.Register;
import porchlight.central.people.Act;
import porchlight.central.people.Viewer;

/**
 * Notes in the audit log what is taken out in bulk, before it goes. A program that fetches the same
 * again and again is noted once an hour, so that the log stays one that is read.
 */
final class Departures {
  private static final Duration AGAIN = Duration.ofHours(1);
  private static final int MOST = 10_000;
  private final Register register;
  private final Callers callers;
  private final Map<Departure, Instant> noted = new ConcurrentHashMap<>();

  private record Departure(String who, String path, String detail) {}

  Departures(Register register, Callers callers) {
    this.register = register;
    this.callers = callers;
  }

  void note(Context ctx, Viewer viewer) {
    Where where = callers.where(ctx);
    String organisation = Optional.ofNullable(ctx.queryParam("organisation")).orElse("");
    Departure departure =
        new Departure(
            viewer.who(),
            ctx.path(),
            organisation.isEmpty() ? "" : "of organisation " + organisation);
    Optional<Instant> last = Optional.ofNullable(noted.get(departure));
    if (last.filter(at -> !isOver(at, where.now())).isPresent()) {
      return;
    }
    register.note(where.deed(departure.who(), Act.EXPORTED, departure.path(), departure.detail()));
    if (noted.size() >= MOST) {
      noted.values().removeIf(at -> isOver(at, where.now()));
    }
    if (noted.size() < MOST) {
      noted.put(departure, where.now());
    }
  }

  /** Also when somebody has set the clock back. */
  private static boolean isOver(Instant at, Instant now) {
    return Duration.between(at, now).abs().compareTo(AGAIN) >= 0;
  }
}

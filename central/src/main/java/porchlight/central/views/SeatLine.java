package porchlight.central.views;

import java.time.Instant;
import java.util.List;
import porchlight.central.ledger.Session;

/** A browser that somebody is signed in with; {@code here} for the one that asks. */
public record SeatLine(String address, Moment begun, Moment used, boolean here) {
  /** Every one, as they were given. */
  public static List<SeatLine> all(List<Session> sessions, String here, Instant now) {
    return sessions.stream()
        .map(session ->
            new SeatLine(
                session.address(),
                Moment.of(session.createdAt(), now),
                Moment.of(session.seenAt(), now),
                session.hash().equals(here)))
        .toList();
  }
}

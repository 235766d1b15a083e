package porchlight.central.demo;

import java.time.Instant;

/** A time in which a laptop says nothing; it said goodbye before when {@code polite}. */
record Absence(Instant from, Instant to, boolean polite) {
  boolean covers(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }
}

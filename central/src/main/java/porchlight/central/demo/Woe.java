package porchlight.central.demo;

import java.time.Instant;

/** Something that ails a laptop from one time until another. */
record Woe(Fault fault, Instant from, Instant to) {
  boolean ails(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }
}

package porchlight.central.intake;

import java.util.function.LongSupplier;

/** How often one key may ask, and how often one address may ask to be enrolled. */
public record Limits(Limit requests, Limit enrolments) {
  /** Limits per minute, by a clock nobody sets, in nanoseconds. */
  public static Limits perMinute(int requests, int enrolments, LongSupplier nanos) {
    return new Limits(new Limit(requests, nanos), new Limit(enrolments, nanos));
  }
}

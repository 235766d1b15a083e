package porchlight.central.intake;

import java.util.function.LongSupplier;

/**
 * How often one key may ask, how often one address may ask to be enrolled, and what more may be
 * sent.
 */
public record Limits(Limit requests, Limit enrolments, Spare spare) {
  /** Limits per minute, by a clock nobody sets, in nanoseconds. */
  public static Limits perMinute(int requests, int enrolments, LongSupplier nanos) {
    return new Limits(new Limit(requests, nanos), new Limit(enrolments, nanos), new Spare(nanos));
  }
}

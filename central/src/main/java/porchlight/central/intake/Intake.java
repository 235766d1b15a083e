package porchlight.central.intake;

import java.time.Duration;
import java.time.InstantSource;
import porchlight.central.ledger.Ledger;

/** Everything that devices can ask for. */
public record Intake(
    Enrolling enrolling, Reports reports, Policies policies, Rekeying rekeying, Leaving leaving) {
  /** An intake into this ledger; devices are asked to report every {@code cadence}. */
  public static Intake of(Ledger ledger, Limits limits, Clocks clocks, Duration cadence) {
    InstantSource clock = clocks.wall();
    return new Intake(
        new Enrolling(ledger, limits, clock, cadence),
        new Reports(ledger, limits, clocks, cadence),
        new Policies(ledger, limits, clock),
        new Rekeying(ledger, limits, clock),
        new Leaving(ledger, limits, clock));
  }
}

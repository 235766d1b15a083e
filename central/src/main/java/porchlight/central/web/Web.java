package porchlight.central.web;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import porchlight.central.intake.Clocks;
import porchlight.central.intake.Intake;
import porchlight.central.intake.Limits;
import porchlight.central.ledger.Ledger;
import porchlight.central.signing.SigningKey;
import porchlight.central.views.Roster;

/** Puts the web server together. */
public final class Web {
  private Web() {}

  /** What a server shows and to whom: {@code anyHost} when it does not listen on loopback alone. */
  public record Front(String dashboardKey, Set<String> hosts, boolean anyHost) {}

  /**
   * A server over this ledger; answers are sealed by the keys for policies, the one in use first.
   */
  public static WebServer server(
      Ledger ledger,
      Clocks clocks,
      Duration cadence,
      Limits limits,
      Supplier<List<SigningKey>> policyKeys,
      Front front) {
    InstantSource clock = clocks.wall();
    Sealing sealing = new Sealing(policyKeys);
    Roster roster = new Roster(ledger, clock, clocks.counted());
    return new WebServer(
        new Access(front.dashboardKey(), front.hosts(), front.anyHost()),
        new Door(
            Intake.of(ledger, limits, clocks, cadence),
            new Refusals(clock, new SecureRandom(), sealing),
            sealing,
            ledger::isAlive,
            clock,
            cadence),
        new Pages(roster, ledger, clock),
        new Api(roster, ledger));
  }
}

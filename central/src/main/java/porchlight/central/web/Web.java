package porchlight.central.web;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import porchlight.central.intake.Intake;
import porchlight.central.intake.Limits;
import porchlight.central.ledger.Ledger;
import porchlight.central.signing.DeviceKey;
import porchlight.central.views.Roster;

/** Puts the web server together. */
public final class Web {
  private Web() {}

  /** What a server shows and to whom: {@code anyHost} when it does not listen on loopback alone. */
  public record Front(String dashboardKey, Set<String> hosts, boolean anyHost) {}

  /** A server over this ledger; policies are signed by the key whose open half is given. */
  public static WebServer server(
      Ledger ledger,
      InstantSource clock,
      Duration cadence,
      Limits limits,
      DeviceKey policyKey,
      Front front) {
    Roster roster = new Roster(ledger, clock);
    return new WebServer(
        new Access(front.dashboardKey(), front.hosts(), front.anyHost()),
        new Door(
            Intake.of(ledger, limits, clock, cadence),
            new Refusals(clock, new SecureRandom()),
            policyKey,
            clock,
            cadence),
        new Pages(roster, ledger),
        new Api(roster, ledger));
  }
}

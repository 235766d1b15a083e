package porchlight.central.web;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import porchlight.central.intake.Enrolling;
import porchlight.central.intake.Reports;
import porchlight.central.ledger.Ledger;
import porchlight.central.views.Roster;

/** Puts the web server together. */
public final class Web {
  private Web() {}

  /** A server over this ledger; {@code anyHost} when it does not listen on loopback alone. */
  public static WebServer server(
      Ledger ledger,
      InstantSource clock,
      Duration cadence,
      String dashboardKey,
      Set<String> hosts,
      boolean anyHost) {
    Roster roster = new Roster(ledger, clock);
    return new WebServer(
        new Access(dashboardKey, hosts, anyHost),
        new Door(
            new Enrolling(ledger, clock, cadence),
            new Reports(ledger, clock, cadence),
            clock,
            cadence),
        new Pages(roster, ledger),
        new Api(roster, ledger));
  }
}

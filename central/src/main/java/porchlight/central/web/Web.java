package porchlight.central.web;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
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

  /** To whom a server opens, under which names, and which webhooks it tells about. */
  public record Front(String dashboardKey, Hosts hosts, List<String> hooks) {}

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
    return server(
        door(ledger, clocks, cadence, limits, new Sealing(policyKeys)),
        Roster.call(ledger, clocks.wall(), clocks.counted()),
        ledger,
        clocks.wall(),
        front.hooks(),
        policyKeys,
        new DashboardKey(front.dashboardKey()),
        front.hosts());
  }

  static Door door(Ledger ledger, Clocks clocks, Duration cadence, Limits limits, Sealing sealing) {
    return new Door(
        Intake.of(ledger, limits, clocks, cadence),
        new Refusals(clocks.wall(), new SecureRandom(), sealing),
        sealing,
        ledger::isAlive,
        clocks.wall(),
        cadence);
  }

  static WebServer server(
      Door door,
      Roster.Call roll,
      Ledger ledger,
      InstantSource clock,
      List<String> hooks,
      Supplier<List<SigningKey>> keys,
      Recogniser recogniser,
      Hosts hosts) {
    Pages pages = new Pages();
    News news = new News(roll::news, recogniser);
    Notebooks notebooks = new Notebooks(ledger, roll, clock);
    Outward outward =
        new Outward(
            new Takeaway(roll),
            new Papers(roll, clock),
            notebooks,
            new NotePages(pages, notebooks, ledger, hooks, clock),
            new Sharing(ledger, keys, clock),
            new Figures(roll, ledger, hooks, clock.instant()));
    return new WebServer(
        Routes.table(door, new Reading(roll, pages), new Api(roll), news, outward),
        new Entrance(recogniser, hosts, pages),
        pages,
        news);
  }
}

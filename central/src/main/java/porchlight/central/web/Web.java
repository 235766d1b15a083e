package porchlight.central.web;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import porchlight.central.accounts.Accounts;
import porchlight.central.intake.Clocks;
import porchlight.central.intake.Intake;
import porchlight.central.intake.Limits;
import porchlight.central.ledger.Calls;
import porchlight.central.ledger.Ledger;
import porchlight.central.out.Mailman;
import porchlight.central.settings.Address;
import porchlight.central.signing.SigningKey;
import porchlight.central.signing.Vault;
import porchlight.central.verify.Verifying;
import porchlight.central.views.Roster;

/** Puts the web server together. */
public final class Web {
  private Web() {}

  /** Under which names a server opens, what opens it until somebody has an account, and more. */
  public record Opening(
      String dashboardKey,
      Hosts hosts,
      Set<String> proxies,
      Accounts accounts,
      Vault vault,
      Address listen,
      Optional<Tls> tls,
      List<String> hooks,
      Optional<Mailman> mailman) {}

  /**
   * A server over this ledger; answers are sealed by the keys for policies, the one in use first.
   */
  public static WebServer server(
      Ledger ledger,
      Clocks clocks,
      Duration cadence,
      Limits limits,
      Supplier<List<SigningKey>> policyKeys,
      Opening opening) {
    InstantSource clock = clocks.wall();
    Callers callers = new Callers(opening.proxies(), clock);
    Sealing sealing = new Sealing(policyKeys);
    Door door =
        new Door(
            Intake.of(ledger, limits, clocks, cadence),
            new Refusals(callers, new SecureRandom(), sealing),
            sealing,
            callers,
            ledger::isAlive,
            clock,
            cadence);
    Roster.Call roll = Roster.call(ledger, clock, clocks.counted());
    Notebooks notebooks = new Notebooks(ledger, roll, callers);
    Outward outward =
        new Outward(
            new Takeaway(roll),
            new Papers(roll, clock),
            notebooks,
            new NotePages(new Pages(), notebooks, ledger, opening.hooks(), callers),
            new Sharing(ledger, policyKeys, callers),
            new Figures(roll, ledger, opening.hooks(), clock.instant()));
    Verifying verifying = Verifying.of(ledger, opening.vault(), policyKeys, clocks);
    Calls calls = ledger.register().calls();
    Calling calling =
        new Calling(
            new CallDoor(door, verifying.window(), ledger, limits, clock),
            new CallPages(roll, new Pages(), verifying, calls, callers, clocks),
            new CallApi(roll, verifying.desk(), calls, callers, clocks));
    return server(door, roll, callers, outward, calling, opening);
  }

  private static WebServer server(
      Door door,
      Roster.Call roll,
      Callers callers,
      Outward outward,
      Calling calling,
      Opening opening) {
    Accounts accounts = opening.accounts();
    Cookies cookies = new Cookies(callers);
    Csrf csrf = new Csrf(cookies, opening.hosts(), new SecureRandom());
    Pages pages = new Pages();
    Recognition recognition =
        new Recognition(accounts, new DashboardKey(opening.dashboardKey(), callers), cookies);
    News news = new News(roll::news, recognition);
    SignInPages signIn = new SignInPages(accounts, recognition, callers, csrf);
    Entrance entrance =
        new Entrance(
            recognition,
            opening.hosts(),
            csrf,
            pages,
            new Departures(accounts.register(), callers),
            accounts.own()::owesCodes,
            ctx -> {
              if (recognition.hasPeople()) {
                signIn.ask(ctx, 401);
              } else {
                pages.locked(ctx);
              }
            });
    Desk desk = new Desk(accounts, roll, callers);
    Routes.Handlers handlers =
        new Routes.Handlers(
            door,
            signIn,
            new CompanyPages(
                accounts.company(), recognition, cookies, callers, csrf, pages, signIn),
            new AccountPages(desk),
            new PeoplePages(desk),
            new TokenPages(desk),
            new AuditPages(desk),
            new Reading(roll, pages),
            new Differences(roll, pages),
            new Api(roll),
            news,
            new AdvicePages(desk, pages, opening.mailman()),
            outward,
            calling);
    return new WebServer(
        Routes.table(handlers), entrance, pages, news, opening.listen(), opening.tls());
  }
}

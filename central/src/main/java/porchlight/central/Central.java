package porchlight.central;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import porchlight.central.accounts.Accounts;
import porchlight.central.intake.Clocks;
import porchlight.central.intake.Limits;
import porchlight.central.ledger.Heart;
import porchlight.central.ledger.Ledger;
import porchlight.central.out.Courier;
import porchlight.central.out.Mailman;
import porchlight.central.out.Weekly;
import porchlight.central.settings.Hook;
import porchlight.central.settings.Settings;
import porchlight.central.signing.Vault;
import porchlight.central.views.Roster;
import porchlight.central.web.Hosts;
import porchlight.central.web.Route;
import porchlight.central.web.Tls;
import porchlight.central.web.Web;
import porchlight.central.web.WebServer;

/** A running central: its ledger, its web server and its heartbeat. */
final class Central implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Central.class);
  private static final int BEAT_SECONDS = 10;

  /** How often webhooks look for news. */
  private static final Duration NEWS_PACE = Duration.ofSeconds(2);

  /** How the day went is noted every five minutes. */
  private static final int BEATS_A_NOTE = 30;

  private final Ledger ledger;
  private final WebServer server;
  private final Accounts accounts;
  private final Optional<Tls> tls;
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(
          work -> Thread.ofPlatform().name("heartbeat").daemon().unstarted(work));
  private final Clocks clocks;
  private final Steady.Source time;
  private final String url;
  private final Courier courier;
  private final int keepDays;
  private long beats;
  private final Optional<Weekly> weekly;

  private Central(
      Ledger ledger,
      WebServer server,
      Accounts accounts,
      Optional<Tls> tls,
      Clocks clocks,
      Steady.Source time,
      String url,
      Courier courier,
      Optional<Weekly> weekly,
      int keepDays) {
    this.ledger = ledger;
    this.weekly = weekly;
    this.keepDays = keepDays;
    this.courier = courier;
    this.server = server;
    this.accounts = accounts;
    this.tls = tls;
    this.clocks = clocks;
    this.time = time;
    this.url = url;
  }

  /** The machine that it runs on: its clock, its counted time, and what ends the process. */
  record Host(InstantSource clock, Steady.Source time, Runnable onDeath) {}

  /** Starts; at most {@code capacity} requests may wait to be written. */
  static Central start(
      Settings settings, DataFolder folder, String dashboardKey, Host host, int capacity)
      throws IOException {
    Optional<Tls> tls =
        settings.front().tls().isPresent()
            ? Optional.of(Tls.of(settings.front().tls().get()))
            : Optional.empty();
    Ledger ledger = Ledger.open(folder.store(settings), capacity, host.onDeath());
    Steady.Source time = host.time();
    SecureRandom random = new SecureRandom();
    Steady counted =
        Steady.from(
            ledger.resumed(host.clock().instant(), time.boot(), time.ticks().getAsLong()),
            time.ticks());
    Clocks clocks = new Clocks(host.clock(), counted);
    ledger.started(heart(clocks, time));
    Set<String> hosts = new HashSet<>(settings.hosts());
    hosts.addAll(List.of("127.0.0.1", "localhost", "[::1]", settings.listen().host()));
    Vault vault = new Vault(folder.vaultKey(random), random);
    Accounts accounts = Accounts.of(ledger, vault, settings.front(), clocks, time.ticks());
    WebServer server =
        Web.server(
            ledger,
            clocks,
            settings.cadence(),
            Limits.perMinute(
                settings.requestsPerMinute(), settings.enrolmentsPerMinute(), System::nanoTime),
            PolicyKeys.of(folder),
            new Web.Opening(
                dashboardKey,
                new Hosts(hosts, !settings.listen().isLoopback()),
                settings.front().proxies(),
                accounts,
                vault,
                settings.listen(),
                tls,
                settings.outlets().hooks().stream().map(Hook::name).toList(),
                settings.outlets().mail().map(mail -> new Mailman(mail, Optional.empty()))));
    String url = settings.listen().url(tls.isPresent() ? "https" : "http", server.start());
    folder.rememberAddress(url);
    Courier courier =
        new Courier(settings.outlets().hooks(), ledger.outbox(), clocks.wall(), new SecureRandom())
            .running(NEWS_PACE);
    Optional<Weekly> weekly =
        settings
            .outlets()
            .mail()
            .map(mail ->
                new Weekly(
                        mail,
                        new Mailman(mail, Optional.empty()),
                        Roster.call(ledger, clocks.wall(), clocks.counted()),
                        ledger.outbox(),
                        clocks.wall())
                    .running());
    Central central =
        new Central(
            ledger, server, accounts, tls, clocks, time, url, courier, weekly, settings.keepDays());
    LOG.info("listening on {}", url);
    return central;
  }

  /** Notes from now on, every few seconds, that central is there. */
  Central beating() {
    var unused =
        heart.scheduleWithFixedDelay(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    return this;
  }

  /** Where it is reached. */
  String url() {
    return url;
  }

  /** Looks who fell silent and how the day goes, on a clock that is turned by hours. */
  void look() {
    ledger.watch(heart(clocks, time));
    noteDay();
  }

  /** Notes how every organisation stands today. */
  void noteDay() {
    ledger.noteDay(clocks.wall().instant(), clocks.counted().instant());
  }

  /** Where the first admin makes an account, once; empty when somebody has one. */
  Optional<String> setUpLink() {
    return accounts.joining().setUp(clocks.wall().instant()).map(link -> url + "/join/" + link);
  }

  /** Every address it answers. */
  List<Route> routes() {
    return server.routes();
  }

  void beat() {
    try {
      tls.ifPresent(Tls::refresh);
      if (beats++ % BEATS_A_NOTE == 0) {
        noteDay();
      }
      ledger.beat(heart(clocks, time));
      ledger.forget(heart(clocks, time), keepDays);
    } catch (RuntimeException e) { // Whatever it was, the heart goes on.
      LOG.error("no heartbeat: {}", e.toString());
    }
  }

  private static Heart heart(Clocks clocks, Steady.Source time) {
    return new Heart(
        clocks.wall().instant(), clocks.counted().instant(), time.boot(), time.ticks().getAsLong());
  }

  /** Finishes what is under way, writes what waits, and stops. */
  @Override
  public void close() {
    server.close();
    courier.close();
    weekly.ifPresent(Weekly::close);
    heart.shutdownNow();
    ledger.stopping(heart(clocks, time));
    ledger.close();
    LOG.info("stopped");
  }
}

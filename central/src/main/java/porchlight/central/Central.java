package porchlight.central;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import porchlight.central.intake.Limits;
import porchlight.central.ledger.Ledger;
import porchlight.central.ledger.LedgerFault;
import porchlight.central.ledger.Overloaded;
import porchlight.central.settings.Settings;
import porchlight.central.web.Web;
import porchlight.central.web.WebServer;

/** A running central: its ledger, its web server and its heartbeat. */
final class Central implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Central.class);
  private static final int BEAT_SECONDS = 10;
  private final Ledger ledger;
  private final WebServer server;
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(
          work -> Thread.ofPlatform().name("heartbeat").daemon().unstarted(work));
  private final InstantSource clock;
  private final String url;

  private Central(Ledger ledger, WebServer server, InstantSource clock, String url) {
    this.ledger = ledger;
    this.server = server;
    this.clock = clock;
    this.url = url;
  }

  /** Starts; at most {@code capacity} requests may wait to be written. */
  static Central start(
      Settings settings, DataFolder folder, String dashboardKey, InstantSource clock, int capacity)
      throws IOException {
    Ledger ledger = Ledger.open(folder.ledger(), capacity);
    ledger.started(clock.instant());
    Set<String> hosts = new HashSet<>(settings.hosts());
    hosts.addAll(List.of("127.0.0.1", "localhost", "[::1]", settings.listen().host()));
    WebServer server =
        Web.server(
            ledger,
            clock,
            settings.cadence(),
            Limits.perMinute(
                settings.requestsPerMinute(), settings.enrolmentsPerMinute(), System::nanoTime),
            folder.policyKey(new SecureRandom()).open(),
            new Web.Front(dashboardKey, hosts, !settings.listen().isLoopback()));
    int port = server.start(settings.listen().host(), settings.listen().port());
    String url = settings.listen().url(port);
    folder.rememberAddress(url);
    Central central = new Central(ledger, server, clock, url);
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

  void beat() {
    try {
      ledger.beat(clock.instant());
    } catch (LedgerFault | Overloaded e) {
      LOG.error("no heartbeat: {}", e.toString());
    }
  }

  /** Finishes what is under way, writes what waits, and stops. */
  @Override
  public void close() {
    server.close();
    heart.shutdownNow();
    ledger.stopping(clock.instant());
    ledger.close();
    LOG.info("stopped");
  }
}

package porchlight.central.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How central is set up: where it listens, where it keeps its files, how often devices report,
 * under which further host names the dashboard may be asked for, and how often a device may ask and
 * an address may ask to be enrolled, and what goes out by itself; the ledger is in the folder
 * unless a server has it, and reports are kept for so many days.
 */
public record Settings(
    Address listen,
    Path data,
    Duration cadence,
    Set<String> hosts,
    int requestsPerMinute,
    int enrolmentsPerMinute,
    Outlets outlets,
    Optional<LedgerServer> server,
    int keepDays,
    Front front) {
  /** What holds where nothing is set. */
  public static final Settings DEFAULTS =
      new Settings(
          new Address("127.0.0.1", 8640),
          Path.of("porchlight-central"),
          Duration.ofMinutes(15),
          Set.of(),
          60,
          60,
          Outlets.NONE,
          Optional.empty(),
          90,
          Front.DEFAULTS);

  /** The shortest cadence, in seconds. */
  public static final int SHORTEST_SECONDS = 60;

  /** The longest cadence, in seconds. */
  public static final int LONGEST_SECONDS = 86_400;

  /** The longest that reports may be kept, in days. */
  public static final int LONGEST_DAYS = 3650;

  /** These settings, listening elsewhere. */
  public Settings withListen(Address address) {
    return but(draft -> draft.listen = address);
  }

  /** These settings, keeping files elsewhere. */
  public Settings withData(Path folder) {
    return but(draft -> draft.data = folder);
  }

  /** These settings, asking devices to report so often. */
  public Settings withCadence(Duration every) {
    return but(draft -> draft.cadence = every);
  }

  /** These settings, with other host names. */
  public Settings withHosts(Set<String> names) {
    return but(draft -> draft.hosts = Set.copyOf(names));
  }

  /** These settings, with other limits per minute. */
  public Settings withLimits(int requests, int enrolments) {
    return but(draft -> {
      draft.requestsPerMinute = requests;
      draft.enrolmentsPerMinute = enrolments;
    });
  }

  /** These settings, with other outlets. */
  public Settings withOutlets(Outlets others) {
    return but(draft -> draft.outlets = others);
  }

  /** These settings, with the ledger on a server. */
  public Settings withServer(LedgerServer place) {
    return but(draft -> draft.server = Optional.of(place));
  }

  /** These settings, keeping reports for so many days. */
  public Settings withKeepDays(int days) {
    return but(draft -> draft.keepDays = days);
  }

  /** These settings, with another way in for people. */
  public Settings withFront(Front other) {
    return but(draft -> draft.front = other);
  }

  private Settings but(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.settings();
  }

  /** Settings of which something is being changed. */
  private static final class Draft {
    private Address listen;
    private Path data;
    private Duration cadence;
    private Set<String> hosts;
    private int requestsPerMinute;
    private int enrolmentsPerMinute;
    private Outlets outlets;
    private Optional<LedgerServer> server;
    private int keepDays;
    private Front front;

    Draft(Settings before) {
      listen = before.listen;
      data = before.data;
      cadence = before.cadence;
      hosts = before.hosts;
      requestsPerMinute = before.requestsPerMinute;
      enrolmentsPerMinute = before.enrolmentsPerMinute;
      outlets = before.outlets;
      server = before.server;
      keepDays = before.keepDays;
      front = before.front;
    }

    Settings settings() {
      return new Settings(
          listen,
          data,
          cadence,
          hosts,
          requestsPerMinute,
          enrolmentsPerMinute,
          outlets,
          server,
          keepDays,
          front);
    }
  }
}

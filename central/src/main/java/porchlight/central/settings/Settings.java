package porchlight.central.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

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
    return new Settings(
        address,
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

  /** These settings, keeping files elsewhere. */
  public Settings withData(Path folder) {
    return new Settings(
        listen,
        folder,
        cadence,
        hosts,
        requestsPerMinute,
        enrolmentsPerMinute,
        outlets,
        server,
        keepDays,
        front);
  }

  /** These settings, asking devices to report so often. */
  public Settings withCadence(Duration every) {
    return new Settings(
        listen,
        data,
        every,
        hosts,
        requestsPerMinute,
        enrolmentsPerMinute,
        outlets,
        server,
        keepDays,
        front);
  }

  /** These settings, with other limits per minute. */
  public Settings withLimits(int requests, int enrolments) {
    return new Settings(
        listen, data, cadence, hosts, requests, enrolments, outlets, server, keepDays, front);
  }

  /** These settings, with other outlets. */
  public Settings withOutlets(Outlets others) {
    return new Settings(
        listen,
        data,
        cadence,
        hosts,
        requestsPerMinute,
        enrolmentsPerMinute,
        others,
        server,
        keepDays,
        front);
  }

  /** These settings, with another way in for people. */
  public Settings withFront(Front other) {
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
        other);
  }

  /** These settings, with the ledger on a server. */
  public Settings withServer(LedgerServer place) {
    return new Settings(
        listen,
        data,
        cadence,
        hosts,
        requestsPerMinute,
        enrolmentsPerMinute,
        outlets,
        Optional.of(place),
        keepDays,
        front);
  }
}

package porchlight.uplink.road;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import porchlight.json.RoadSettings;
import porchlight.json.Way;

/**
 * How to get from this laptop to central: straight, or through the proxies that the settings or the
 * system name, in their order. Made once a process.
 */
public final class Road {
  /** Straight, whatever the system says. */
  public static final Road STRAIGHT =
      new Road(
          new RoadSettings(Optional.of(List.of(new Way.Direct())), Optional.empty(), List.of()),
          () -> new Told(List.of(), ""));

  private static final int MOST_LANES = 5;
  private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\..*|\\[?::1\\]?");

  /**
   * What the system tells programs.
   *
   * @param addresses as {@link Way#of} reads them, the likeliest first
   * @param except hosts without a proxy, parted by commas
   */
  public record Told(List<String> addresses, String except) {
    public Told {
      addresses = List.copyOf(addresses);
    }
  }

  private final RoadSettings settings;
  private final Supplier<Told> system;
  private final Trust trust;
  private final Set<String> notes = new LinkedHashSet<>();
  private Optional<List<Lane>> known = Optional.empty();

  /**
   * A road.
   *
   * @param system asked when the settings leave it to the system, once
   */
  public Road(RoadSettings settings, Supplier<Told> system) {
    this.settings = settings;
    this.system = system;
    this.trust = new Trust(SystemRoots::read, settings.pins());
  }

  /** Who vouched for central last, when it was no public authority. */
  public Optional<String> privateIssuer() {
    return trust.privateIssuer();
  }

  Trust trust() {
    return trust;
  }

  /** What of the settings could not be followed. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /** The ways to that server, in the order in which they are to be tried; never none. */
  List<Lane> lanes(URI server) {
    String host = String.valueOf(server.getHost());
    if (LOOPBACK.matcher(host).matches()) {
      return List.of(Lane.STRAIGHT);
    }
    if (known.isEmpty()) {
      known = Optional.of(find(host));
    }
    return known.get();
  }

  private List<Lane> find(String host) {
    var lanes = new LinkedHashSet<Lane>();
    if (settings.ways().isPresent()) {
      settings.ways().get().forEach(way -> add(way, lanes));
    } else {
      Told told = system.get();
      if (!Exceptions.name(told.except(), host)) {
        for (String address : told.addresses()) {
          Way.of(address)
              .ifPresentOrElse(
                  way -> add(way, lanes),
                  () -> notes.add("the system names a proxy that we cannot go through"));
        }
      }
      // A laptop is not always where its proxy is, and what we send needs none for its safety.
      lanes.add(Lane.STRAIGHT);
    }
    if (lanes.isEmpty()) {
      lanes.add(Lane.STRAIGHT); // the script that was named cannot be had, or names nothing
    }
    return lanes.stream().limit(MOST_LANES).toList();
  }

  private static void add(Way way, Set<Lane> lanes) {
    switch (way) {
      case Way.Direct direct -> lanes.add(Lane.STRAIGHT);
      case Way.Http(var proxy, int port, var login) -> lanes.add(Lane.http(proxy, port, login));
      case Way.Socks(var proxy, int port) -> lanes.add(Lane.socks(proxy, port));
    }
  }

  /** The name and password for that lane's proxy. */
  Optional<Way.Login> login(Lane lane) throws IOException {
    return lane.login().isPresent() || settings.credentials().isEmpty()
        ? lane.login()
        : Credentials.of(settings.credentials().get(), lane.name());
  }
}

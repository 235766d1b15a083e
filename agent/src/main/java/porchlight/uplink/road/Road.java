package porchlight.uplink.road;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import porchlight.json.RoadSettings;
import porchlight.json.Way;
import porchlight.uplink.road.pac.Pac;
import porchlight.uplink.road.pac.PacHost;

/**
 * How to get from this laptop to central: straight, or through the proxies that the settings or the
 * system name, in their order. Made once a process.
 */
public final class Road {
  /** Straight, whatever the system says. */
  public static final Road STRAIGHT =
      new Road(
          new RoadSettings(
              Optional.of(List.of(new Way.Direct())), Optional.empty(), List.of(), false),
          () -> new Told(List.of(), ""),
          () -> ZonedDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC));

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
  private final Supplier<ZonedDateTime> time;
  private final Trust trust;
  private final Optional<Held> held;
  private Optional<String> leaf = Optional.empty();
  private final Set<String> notes = new LinkedHashSet<>();
  private Optional<List<Lane>> known = Optional.empty();
  private Unsigned unsigned = Unsigned.UNTOLD;

  /**
   * A road.
   *
   * @param system asked when the settings leave it to the system, once
   * @param time for scripts that choose by the hour
   */
  public Road(RoadSettings settings, Supplier<Told> system, Supplier<ZonedDateTime> time) {
    this(settings, system, time, Optional.empty());
  }

  /**
   * The same.
   *
   * @param held a connection that another process holds
   */
  public Road(
      RoadSettings settings,
      Supplier<Told> system,
      Supplier<ZonedDateTime> time,
      Optional<Held> held) {
    this.held = held;
    this.settings = settings;
    this.system = system;
    this.time = time;
    this.trust = new Trust(SystemRoots::read, settings.pins());
  }

  /** This road, of which somebody is told what leaves without a signature. */
  public Road telling(Unsigned other) {
    unsigned = other;
    return this;
  }

  Unsigned unsigned() {
    return unsigned;
  }

  /** Who vouched for central last, when it was no public authority. */
  public Optional<String> privateIssuer() {
    return trust.privateIssuer();
  }

  /** The connection that another process holds. */
  public Optional<Held> held() {
    return held;
  }

  /** Whether the first way to that server is TLS without a proxy. */
  public boolean goesStraight(URI server) {
    return "https".equals(server.getScheme()) && lanes(server).get(0).equals(Lane.STRAIGHT);
  }

  /** SHA-256 of the certificate that the server showed without a proxy, once it was verified. */
  public Optional<String> leaf() {
    return leaf;
  }

  /** A request was answered: whoever was believed meanwhile also has the right name. */
  void reached(Lane lane) {
    if (trust.last().isPresent()) {
      leaf = lane.equals(Lane.STRAIGHT) ? trust.last() : Optional.empty();
    }
  }

  /** Other pins have another mark: what was verified by these is not verified by those. */
  public String pinsMark() {
    return Integer.toHexString(settings.pins().hashCode());
  }

  /** Whether anybody has vouched for central yet; without, nothing is known of who does. */
  public boolean hasSeen() {
    return trust.hasSeen();
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
      settings.ways().get().forEach(way -> add(way, host, lanes));
    } else {
      Told told = system.get();
      if (!Exceptions.name(told.except(), host)) {
        for (String address : told.addresses()) {
          Way.of(address)
              .ifPresentOrElse(
                  way -> add(way, host, lanes),
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

  private void add(Way way, String host, Set<Lane> lanes) {
    switch (way) {
      case Way.Direct direct -> lanes.add(Lane.STRAIGHT);
      case Way.Http(var proxy, int port, var login) -> lanes.add(Lane.http(proxy, port, login));
      case Way.Socks(var proxy, int port) -> lanes.add(Lane.socks(proxy, port));
      case Way.Script(var at) -> {
        try {
          lanes.addAll(named(Pac.ask(PacFetch.text(at, unsigned), host, new PacHost(time.get()))));
        } catch (IOException failed) {
          notes.add("the proxy script of " + at.getHost() + ": " + failed.getMessage());
        }
      }
    }
  }

  /** The lanes that a script's answer names, in its order; words that are none are passed over. */
  static List<Lane> named(String answer) {
    var lanes = new ArrayList<Lane>();
    for (String part : answer.split(";", -1)) {
      String[] words = part.strip().split("\\s+", -1);
      String scheme =
          switch (words[0].toUpperCase(Locale.ROOT)) {
            case "PROXY", "HTTP" -> "http://";
            case "SOCKS", "SOCKS4", "SOCKS5" -> "socks://";
            default -> "";
          };
      if (words[0].equalsIgnoreCase("DIRECT")) {
        lanes.add(Lane.STRAIGHT);
      } else if (words.length == 2 && !scheme.isEmpty()) {
        switch (Way.of(scheme + words[1]).orElse(new Way.Direct())) {
          case Way.Http(var host, int port, var login) ->
              lanes.add(Lane.http(host, port, Optional.empty()));
          case Way.Socks(var host, int port) -> lanes.add(Lane.socks(host, port));
          case Way.Direct notAnAddress -> {}
          case Way.Script notAnAddress -> {}
        }
      }
    }
    return lanes;
  }

  /** The name and password for that lane's proxy. */
  Optional<Way.Login> login(Lane lane) throws IOException {
    return lane.login().isPresent() || settings.credentials().isEmpty()
        ? lane.login()
        : Credentials.of(settings.credentials().get(), lane.name());
  }
}

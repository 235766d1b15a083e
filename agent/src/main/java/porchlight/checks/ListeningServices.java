package porchlight.checks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Firewall;
import porchlight.facts.Firewall.Ports;
import porchlight.facts.Firewall.Protocol;
import porchlight.facts.Listening;
import porchlight.facts.Listening.Reach;
import porchlight.facts.Listening.Service;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;

/**
 * No service of this laptop can be reached by a stranger: none both listens and is let in.
 *
 * @param allowed services that may be
 */
public record ListeningServices(List<Ports> allowed) implements Check {
  /**
   * From here on the kernel hands out ports to programs that only ask; UDP does not tell the two
   * apart.
   */
  private static final int EPHEMERAL = 32768;

  private static final Map<Integer, String> REMOTE_ACCESS =
      Map.of(
          22,
          "ssh",
          23,
          "telnet",
          445,
          "file sharing",
          3389,
          "remote desktop",
          5900,
          "screen sharing (VNC)",
          5985,
          "remote management (WinRM)",
          5986,
          "remote management (WinRM)");

  /** Where macOS takes in other devices' screens and music; on unless somebody turned it off. */
  private static final Set<Integer> AIRPLAY = Set.of(5000, 7000);

  public ListeningServices {
    allowed = List.copyOf(allowed);
  }

  @Override
  public Set<Fact> needs() {
    return Set.of(Fact.LISTENING, Fact.FIREWALL);
  }

  @Override
  public Verdict judge(Facts facts) {
    return switch (facts.listening()) {
      case Unknown<Listening> unknown -> Verdict.unknown(unknown);
      case Known<Listening>(Listening(var services)) ->
          judge(services.stream().filter(this::counts).toList(), facts);
    };
  }

  private Verdict judge(List<Service> exposed, Facts facts) {
    if (exposed.isEmpty()) {
      return Verdict.pass("no service listens to anything but this laptop itself");
    }
    return switch (facts.firewall()) {
      case Unknown<Firewall>(var reason, var detail) ->
          Verdict.unknown(
                  reason,
                  "services listen, and whether the firewall lets strangers in to them is not known: "
                      + detail)
              .withAll(seen("listens", exposed));
      case Known<Firewall>(var firewall) -> judge(exposed, firewall);
    };
  }

  private static Verdict judge(List<Service> exposed, Firewall firewall) {
    var reached = new ArrayList<Service>();
    var unsure = new ArrayList<Service>();
    for (Service service : exposed) {
      switch (reach(service, firewall)) {
        case YES -> reached.add(service);
        case PERHAPS -> unsure.add(service);
        case NO -> {}
      }
    }
    if (!reached.isEmpty()) {
      return Verdict.fail("a stranger on this network can reach " + names(reached))
          .withAll(seen("reachable", reached));
    }
    if (!unsure.isEmpty()) {
      String why = firewall.ipv4().why().isEmpty() ? firewall.ipv6().why() : firewall.ipv4().why();
      return Verdict.unknown(
              porchlight.facts.Reason.NOT_UNDERSTOOD,
              "whether strangers are let in to " + names(unsure) + " could not be decided: " + why)
          .withAll(seen("listens", unsure));
    }
    return Verdict.pass("services listen, and the firewall lets no stranger in to them")
        .withAll(seen("listens", exposed));
  }

  private enum Reached {
    YES,
    NO,
    PERHAPS
  }

  private static Reached reach(Service service, Firewall firewall) {
    Reached four = takes(service, Reach.IPV4) ? letIn(service, firewall.ipv4()) : Reached.NO;
    Reached six = takes(service, Reach.IPV6) ? letIn(service, firewall.ipv6()) : Reached.NO;
    if (four == Reached.YES || six == Reached.YES) {
      return Reached.YES;
    }
    return four == Reached.PERHAPS || six == Reached.PERHAPS ? Reached.PERHAPS : Reached.NO;
  }

  private static boolean takes(Service service, Reach family) {
    return service.reach() == Reach.BOTH || service.reach() == family;
  }

  private static Reached letIn(Service service, Firewall.Side side) {
    boolean named =
        side.ports().stream().anyMatch(ports -> ports.contains(service.protocol(), service.port()));
    return switch (side.inbound()) {
      case BLOCKED -> Reached.NO;
      case PORTS -> named ? Reached.YES : Reached.NO;
      case OPEN -> Reached.YES;
      case UNKNOWN -> named ? Reached.YES : Reached.PERHAPS;
    };
  }

  private boolean counts(Service service) {
    return service.reach() != Reach.LOOPBACK
        && !(service.protocol() == Protocol.UDP && service.port() >= EPHEMERAL)
        && allowed.stream().noneMatch(ports -> ports.contains(service.protocol(), service.port()));
  }

  private static String names(List<Service> services) {
    Map<String, Set<String>> ports = new LinkedHashMap<>();
    for (Service service : services) {
      String port = service.port() + "/" + service.protocol().word();
      String known = known(service);
      ports
          .computeIfAbsent(known.isEmpty() ? port : known, name -> new LinkedHashSet<>())
          .add(port);
    }
    var names = new ArrayList<String>();
    ports.forEach((name, all) ->
        names.add(all.contains(name) ? name : name + " (" + String.join(", ", all) + ")"));
    return String.join(", ", names);
  }

  private static String known(Service service) {
    if (service.protocol() != Protocol.TCP) {
      return "";
    }
    return switch (service.process()) {
      case "ControlCenter" -> AIRPLAY.contains(service.port()) ? "AirPlay Receiver" : "";
      case "rapportd" -> "Continuity of macOS";
      default -> REMOTE_ACCESS.getOrDefault(service.port(), "");
    };
  }

  private static List<Evidence> seen(String word, List<Service> services) {
    return services.stream()
        .map(service ->
            Evidence.of(
                word,
                service.port()
                    + "/"
                    + service.protocol().word()
                    + " on "
                    + service.address()
                    + (service.process().isEmpty() ? "" : " by " + service.process())))
        .distinct()
        .toList();
  }
}

package porchlight.gather.macos.network;

import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Vpn;
import porchlight.facts.Vpn.Path;
import porchlight.machine.LinkName;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.Run;

/**
 * The way out of a Mac, as its kernel answers. A tunnel that nothing but the system uses is none,
 * and a list of VPNs would lie: some are missing there, and some say connected when they are not.
 */
public final class MacVpn {
  /** All that may be asked. */
  public static final List<Question> QUESTIONS =
      List.of(RouteGet.IPV4_LOW, RouteGet.IPV4_HIGH, RouteGet.IPV6, Ifconfig.LINK, Routes.TABLE);

  private MacVpn() {}

  public static Reading<Vpn> read(Machine machine) {
    return path(machine, RouteGet.IPV4_LOW)
        .flatMap(low ->
            path(machine, RouteGet.IPV4_HIGH)
                .flatMap(high ->
                    path(machine, RouteGet.IPV6).map(six -> new Vpn(Path.weaker(low, high), six))));
  }

  private static Reading<Path> path(Machine machine, Run question) {
    return RouteGet.link(question, machine.ask(question))
        .flatMap(link ->
            link.map(name -> of(machine, name)).orElseGet(() -> Reading.known(new Path.NoRoute())));
  }

  private static Reading<Path> of(Machine machine, LinkName link) {
    String kind = link.value().replaceFirst("[0-9]+$", "");
    return switch (kind) {
      case "en", "bridge", "vlan", "bond", "feth", "pdp_ip" ->
          Reading.known(new Path.Direct(link.value()));
      case "utun", "ipsec", "tun", "tap" -> tunnel(machine, link, kind);
      case "gif", "stf" -> Reading.known(new Path.Tunnel(link.value(), kind));
      case "ppp" -> ppp(machine, link);
      default -> Reading.unknown(Reason.NOT_SUPPORTED, "whether " + link.value() + " is a tunnel");
    };
  }

  /** macOS keeps tunnels of its own, for iCloud and Continuity, that lead nowhere. */
  private static Reading<Path> tunnel(Machine machine, LinkName link, String kind) {
    return Ifconfig.of(machine, link)
        .map(config ->
            config.isRoutable() ? new Path.Tunnel(link.value(), kind) : new Path.NoRoute());
  }

  /** Over another network it is a VPN; without one it may be the line to the provider itself. */
  private static Reading<Path> ppp(Machine machine, LinkName link) {
    return Routes.read(machine.ask(Routes.TABLE))
        .flatMap(routes -> {
          Optional<Routes.Row> below =
              routes.rows().stream()
                  .filter(row -> row.destination().equals("default"))
                  .filter(row -> row.link().startsWith("en"))
                  .findFirst();
          return below.isPresent()
              ? Reading.known((Path) new Path.Tunnel(link.value(), "ppp"))
              : Reading.unknown(
                  Reason.NOT_UNDERSTOOD,
                  "whether " + link.value() + " is a VPN or the line to the provider");
        });
  }
}

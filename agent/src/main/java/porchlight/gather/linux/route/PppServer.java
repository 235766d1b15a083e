package porchlight.gather.linux.route;

import java.util.List;
import java.util.stream.Collectors;
import porchlight.facts.IpAddress;
import porchlight.facts.Reading.Known;
import porchlight.gather.linux.Rows;
import porchlight.json.tree.Json;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Run;

/**
 * PPP is the way into some VPNs (L2TP, PPTP, SSTP, Fortinet) and also the plain way of modems and
 * DSL. Only a VPN needs a route of its own to its server, beside the tunnel.
 */
final class PppServer {
  static final Run ROUTES = Run.of("ip", "-j", "route");

  private PppServer() {}

  static boolean isReached(Machine machine, List<IpLink.Link> links) {
    var tunnels =
        links.stream()
            .filter(IpLink.Link::isTunnel)
            .map(IpLink.Link::name)
            .collect(Collectors.toSet());
    return machine.ask(ROUTES) instanceof Answer.Said said
        && Rows.read(ROUTES, said) instanceof Known<List<Json.Obj>>(var rows)
        && rows.stream()
            .anyMatch(row ->
                row.text("dst").flatMap(IpAddress::of).isPresent()
                    && row.text("gateway").isPresent()
                    && row.text("dev").filter(link -> !tunnels.contains(link)).isPresent());
  }
}

package porchlight.gather.linux.route;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import porchlight.facts.Reading;
import porchlight.facts.Vpn.Path;
import porchlight.gather.Answers;
import porchlight.gather.linux.Rows;
import porchlight.json.tree.Json;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/** {@code ip -d link}: what each interface is made of. */
final class IpLink {
  static final Run LINKS = Run.of("ip", "-j", "-d", "link");

  /** Kinds that wrap a packet and hide it; those that only wrap it are known to {@link Path}. */
  private static final Set<String> HIDING =
      Set.of(
          "wireguard",
          "amneziawg",
          "tun",
          "tap",
          "ppp",
          "ovpn",
          "ovpn-dco",
          "ovpn-dco-v2",
          "xfrm",
          "vti",
          "vti6");

  /** Kinds that pass a packet on as it is. */
  private static final Set<String> PLAIN =
      Set.of(
          "veth",
          "bridge",
          "bond",
          "team",
          "vlan",
          "macvlan",
          "macvtap",
          "ipvlan",
          "ipvtap",
          "vrf",
          "macsec",
          "hsr",
          "ipoib",
          "wwan",
          "rmnet",
          "virt_wifi",
          "batadv",
          "dsa",
          "netdevsim",
          "netkit",
          "lowpan");

  /** Kinds that swallow it: VPN programs route what must not leak into a dummy. */
  private static final Set<String> SINKS = Set.of("dummy", "ifb", "nlmon", "blackhole");

  private IpLink() {}

  /**
   * One interface.
   *
   * @param kind as the kernel names it; {@code tap} for a tun device of layer 2; empty for hardware
   * @param carries whether it is up and something is at its other end
   */
  record Link(String name, String kind, boolean isLoopback, boolean carries) {
    boolean isTunnel() {
      return HIDING.contains(kind) || new Path.Tunnel(name, kind).isPlain();
    }

    boolean isSink() {
      return SINKS.contains(kind);
    }
  }

  static Reading<List<Link>> links(Answer answer) {
    return Answers.read(
        LINKS,
        answer,
        said -> Rows.read(LINKS, said).map(rows -> rows.stream().map(IpLink::link).toList()));
  }

  static Link link(Json.Obj row) {
    var info = row.get("linkinfo").flatMap(Json::asObject);
    String kind = info.flatMap(object -> object.text("info_kind")).orElse("");
    boolean isTap =
        info.flatMap(object -> object.get("info_data"))
            .flatMap(Json::asObject)
            .flatMap(data -> data.text("type"))
            .equals(Optional.of("tap"));
    var flags =
        row.get("flags").flatMap(Json::asItems).orElse(List.of()).stream()
            .flatMap(flag -> flag.asText().stream())
            .toList();
    return new Link(
        row.text("ifname").orElse(""),
        kind.equals("tun") && isTap ? "tap" : kind,
        flags.contains("LOOPBACK"),
        flags.contains("UP") && !flags.contains("NO-CARRIER"));
  }

  /** What it means that packets leave by the interface of that name. */
  static Reading<Path> path(String name, List<Link> links, BooleanSupplier pppHasServer) {
    var found = links.stream().filter(link -> link.name.equals(name)).findFirst();
    if (found.isEmpty()) {
      return Answers.notUnderstood(LINKS, "no interface " + name);
    }
    Link link = found.get();
    String shown = Answers.brief(name);
    if (link.isLoopback || link.isSink()) {
      return Reading.known(new Path.NoRoute());
    }
    if (link.isTunnel()) {
      return Reading.known(tunnel(link, shown, pppHasServer));
    }
    return link.kind.isEmpty() || PLAIN.contains(link.kind)
        ? Reading.known(new Path.Direct(shown))
        : Answers.notUnderstood(LINKS, shown + " is of the kind " + link.kind);
  }

  /** A tunnel that nobody holds the other end of takes packets nowhere. */
  private static Path tunnel(Link link, String shown, BooleanSupplier pppHasServer) {
    if (!link.carries) {
      return new Path.NoRoute();
    }
    return link.kind.equals("ppp") && !pppHasServer.getAsBoolean()
        ? new Path.Direct(shown)
        : new Path.Tunnel(shown, link.kind);
  }
}

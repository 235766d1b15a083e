package porchlight.gather.linux.live;

import java.nio.file.Path;

/** A router with a switch, which gives out addresses. */
final class House implements AutoCloseable {
  private final Namespace inside = new Namespace();

  /**
   * One of them.
   *
   * @param mac the router's
   * @param range the first three numbers of its addresses
   */
  House(String mac, String range, String suffix, Path leases) {
    Processes.require("dnsmasq", "sysctl");
    inside.sh("ip link set lo up");
    inside.sh("ip link add br0 address " + mac + " type bridge");
    inside.sh("ip link set br0 up");
    inside.sh("ip addr add " + range + ".1/24 dev br0");
    serve(
        "--no-ping",
        "--dhcp-authoritative",
        "--dhcp-range=" + range + ".100," + range + ".200,255.255.255.0,1h",
        "--domain=" + suffix,
        "--dhcp-leasefile=" + leases);
  }

  private void serve(String... what) {
    var command =
        new java.util.ArrayList<>(
            java.util.List.of(
                "dnsmasq",
                "--keep-in-foreground",
                "--conf-file=/dev/null",
                "--pid-file=",
                "--user=root",
                "--port=0",
                "--interface=br0",
                "--bind-interfaces"));
    command.addAll(java.util.List.of(what));
    inside.start(command.toArray(String[]::new));
  }

  /** A cable from here to that laptop. */
  void wire(Namespace laptop, String link) {
    laptop.wire(link, inside, "to-" + link);
    laptop.sh("sysctl -qw net.ipv6.conf." + link + ".disable_ipv6=1");
    inside.sh("ip link set to-" + link + " master br0 up");
  }

  /** From now on it has IPv6, too. */
  void advertise(String prefix) {
    inside.sh("ip addr add " + prefix + "1/64 dev br0 nodad");
    serve("--enable-ra", "--dhcp-range=" + prefix + ",ra-only,64");
  }

  @Override
  public void close() {
    inside.close();
  }
}

package porchlight.gather.linux.live;

import java.util.ArrayList;
import java.util.List;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.Run;

/** A laptop, a router and an attacker, each in a namespace of its own, on one bridge. */
final class Neighbourhood implements Machine, AutoCloseable {
  static final String ROUTER = "00:00:5e:00:53:01";
  static final String ATTACKER = "00:00:5e:00:53:66";

  private static final List<String> NOBODY =
      List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

  private static final String ADVERTISEMENT =
      """
      import socket, struct, sys
      mac = bytes.fromhex(sys.argv[1].replace(":", ""))
      s = socket.socket(socket.AF_INET6, socket.SOCK_RAW, socket.IPPROTO_ICMPV6)
      s.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_HOPS, 255)
      ra = struct.pack("!BBHBBHII", 134, 0, 0, 64, int(sys.argv[2]), 600, 0, 0) + b"\\x01\\x01" + mac
      s.sendto(ra, ("ff02::1", 0, 0, socket.if_nametoindex("eth0")))
      """;

  final Namespace laptop = new Namespace();
  final Namespace router = new Namespace();
  final Namespace attacker = new Namespace();
  private final Namespace middle = new Namespace();
  private final List<String> as = new ArrayList<>();

  Neighbourhood() {
    Processes.require("ping", "setpriv", "sysctl");
    middle.sh("ip link add br0 type bridge");
    middle.sh("ip link set br0 up");
    join(laptop, "p0", "00:00:5e:00:53:10", "10.50.0.10/24");
    join(router, "p1", ROUTER, "10.50.0.1/24");
    join(attacker, "p2", ATTACKER, "10.50.0.66/24");
    laptop.sh("sysctl -qw net.ipv6.conf.eth0.accept_ra=2");
    laptop.sh("ip route add default via 10.50.0.1");
    meet("10.50.0.1");
  }

  private void join(Namespace one, String port, String mac, String address) {
    one.sh("ip link set lo up");
    one.wire("eth0", middle, port);
    one.sh("sysctl -qw net.ipv6.conf.eth0.accept_dad=0");
    one.sh("ip link set eth0 address " + mac + " up");
    one.sh("ip addr add " + address + " dev eth0");
    middle.sh("ip link set " + port + " master br0 up");
  }

  /** The laptop talks to that address. */
  void meet(String address) {
    Processes.await(
        "an answer of " + address,
        () -> laptop.said(List.of("ping", "-c1", "-W1", address)).code() == 0);
  }

  /** The cable is pulled and plugged in again. */
  void replug() {
    middle.sh("ip link set p0 down");
    Processes.await("no carrier", () -> carries("NO-CARRIER"));
    middle.sh("ip link set p0 up");
    Processes.await("a carrier", () -> carries("LOWER_UP"));
    laptop.sh("ip route replace default via 10.50.0.1");
  }

  private boolean carries(String flag) {
    return laptop.said(List.of("ip", "link", "show", "dev", "eth0")).text().contains(flag);
  }

  /** Another box with the router's address, as after it was exchanged, or in another home. */
  void exchangeRouter(String mac) {
    router.sh("ip link set eth0 down");
    router.sh("ip link set eth0 address " + mac + " up");
    laptop.sh("ip neigh flush dev eth0");
    meet("10.50.0.1");
  }

  /** A router advertisement, once. */
  void advertise(Namespace from, String mac) {
    advertise(from, mac, 0);
  }

  /** With flags: 24 is a router that would be the last to be asked. */
  void advertise(Namespace from, String mac, int flags) {
    from.python(ADVERTISEMENT, mac, Integer.toString(flags));
    Processes.await(
        "a default route by advertisement",
        () ->
            laptop
                .said(List.of("ip", "-6", "route", "show", "default"))
                .text()
                .contains("proto ra"));
  }

  /** The hardware address that answers for that address, as the laptop believes. */
  String believed(String address) {
    return laptop.said(List.of("ip", "neigh", "show", address)).text();
  }

  /** From now on the laptop is asked by somebody without any right. */
  Neighbourhood asNobody() {
    as.addAll(NOBODY);
    return this;
  }

  @Override
  public Answer ask(Question question) {
    if (!as.isEmpty() && question instanceof Run run) {
      var command = new ArrayList<>(as);
      command.add(run.program());
      command.addAll(run.arguments());
      return laptop.said(command);
    }
    return laptop.ask(question);
  }

  @Override
  public void close() {
    for (Namespace one : List.of(laptop, router, attacker, middle)) {
      one.close();
    }
  }
}

package porchlight.gather.linux.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.gather.linux.route.Leases.capture;
import static porchlight.gather.linux.route.Leases.dhclient;
import static porchlight.gather.linux.route.Leases.leaseOf;
import static porchlight.gather.linux.route.Leases.manager;
import static porchlight.gather.linux.route.Leases.networkd;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Gateway.Hop;
import porchlight.facts.Lan;
import porchlight.facts.Lan.Attachment;
import porchlight.facts.Lan.Connection;
import porchlight.facts.Lan.Kind;
import porchlight.facts.Lan.Lease;
import porchlight.facts.Lan.Origin;
import porchlight.facts.Lan.Router;
import porchlight.facts.Network;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.gather.linux.Captures;
import porchlight.gather.linux.Garbled;
import porchlight.gather.linux.Told;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.Question.ReadFile;

class LinuxLanTest {
  private static final String ATTACKER = "02:00:00:00:50:66";
  private static final String BOOT = "11111111-5d0f-4a57-9d63-1f0a2b3c4d5e";

  /** The link of the recorded attacks, as {@code ip -d addr} prints such a one. */
  private static final String WLAN0 =
      "[{\"ifindex\":4,\"ifname\":\"wlan0\",\"flags\":[\"UP\",\"LOWER_UP\"],\"link_type\":\"ether\","
          + "\"address\":\"02:00:00:00:50:10\",\"addr_info\":["
          + "{\"family\":\"inet\",\"local\":\"10.50.0.10\",\"prefixlen\":24,\"scope\":\"global\"},"
          + "{\"family\":\"inet6\",\"local\":\"fe80::ff:fe00:5010\",\"prefixlen\":64,\"scope\":\"link\"}]}]";

  @Test
  void what_network_manager_brought_about_is_told_whole() {
    var machine =
        new Told()
            .says(IpRoute.DEFAULT4, capture("nm-ip-j-route"))
            .says(IpRoute.DEFAULT6, capture("nm-ip-j-6-route-show-default"))
            .says(IpNeigh.NEIGHBOURS, capture("networkd-ip-j-neigh"))
            .says(OwnLinks.ADDRESSES, capture("nm-ip-j-d-addr"))
            .says(manager(), capture("nm-run-networkmanager-devices"))
            .says(new ReadFile("/proc/sys/kernel/random/boot_id"), BOOT + "\n")
            .says(Unbroken.LINKS.folder("v0"), "address\ncarrier_changes\n")
            .says(new ReadFile("/sys/class/net/v0/carrier_changes"), "2\n")
            .says(Unbroken.SUSPENDS, "7\n");
    var ipv4 = new Hop("10.50.0.1", "v0", "02:00:00:00:50:01");
    var ipv6 = new Hop("fe80::ff:fe00:5001", "v0", "02:00:00:00:50:01");
    assertEquals(
        Reading.known(
            new Lan(
                List.of(
                    new Attachment(
                        "v0",
                        Kind.WIRED,
                        true,
                        List.of(
                            network("10.50.0.119/24"),
                            network("2001:db8:1:2:4148:6e6f:269d:cb88/64")),
                        List.of(
                            new Router(
                                ipv4, Origin.DHCP, Optional.empty(), List.of("fe80::ff:fe00:5001")),
                            new Router(
                                ipv6, Origin.ADVERTISED, Optional.empty(), List.of("10.50.0.1"))),
                        Reading.known(new Lease("10.50.0.1", "office.example")),
                        Optional.of(new Connection(BOOT, 3, 2, 7)))))),
        LinuxLan.read(machine));
  }

  @Test
  void what_systemd_networkd_and_dhclient_wrote_down_is_read() {
    var lease = Reading.known(new Lease("10.50.0.1", "office.example"));
    var networkd =
        new Told()
            .says(IpRoute.DEFAULT4, capture("networkd-ip-j-route"))
            .says(IpRoute.DEFAULT6, capture("networkd-ip-j-6-route-show-default"))
            .says(IpNeigh.NEIGHBOURS, capture("networkd-ip-j-neigh"))
            .says(OwnLinks.ADDRESSES, capture("nm-ip-j-d-addr"))
            .says(networkd(), capture("networkd-lease"));
    Attachment one = only(LinuxLan.read(networkd));
    assertEquals(lease, one.lease());
    assertEquals(Optional.of(Duration.ofSeconds(1794)), one.routers().get(1).lifetime());
    assertEquals(List.of(), one.sharing(one.routers().get(0)), "IPv6 of the same box is no sign");
    assertEquals(Optional.empty(), one.connection(), "without the kernel's counts");
    assertEquals(
        lease, leaseOf(new Told().says(dhclient(), capture("dhclient-leases"))), "dhclient");
    assertEquals(
        Reading.known(new Lease("10.50.0.2", "")),
        leaseOf(
            new Told()
                .says(
                    dhclient(),
                    capture("dhclient-leases")
                        + "lease {\n  option dhcp-server-identifier 10.50.0.2;\n}\n")),
        "the newest lease alone");
    assertTrue(
        leaseOf(
                new Told()
                    .says(
                        dhclient(),
                        capture("dhclient-leases")
                            .replace("fixed-address 10.50.0.", "fixed-address 10.51.0.")))
            instanceof Unknown<Lease>,
        "of a network that somebody set another address on since");
  }

  @Test
  void every_recorded_attack_shows_who_answers_for_the_gateway() {
    Attachment conflict = recorded("arp-conflict", "10.50.0.1");
    assertEquals(ATTACKER, conflict.routers().get(0).hop().mac());
    assertEquals(List.of(), conflict.routers().get(0).alike(), "nothing to see but a new MAC");

    Attachment dhcp = recorded("dhcp", "10.50.0.66");
    assertEquals(List.of("10.50.0.1"), dhcp.sharing(dhcp.routers().get(0)));

    Attachment arpspoof = recorded("arpspoof", "10.50.0.1");
    assertEquals(List.of("10.50.0.66"), arpspoof.sharing(arpspoof.routers().get(0)));

    assertEquals(
        Reason.TOOL_MISSING,
        LinuxLan.read(attacked("ra", WLAN0)) instanceof Unknown<Lan>(var reason, var detail)
            ? reason
            : null,
        "the kernel's file has no IPv6");
    Attachment ra =
        only(
            LinuxLan.read(
                attacked("ra", WLAN0)
                    .says(IpNeigh.NEIGHBOURS, Captures.text("gateway/gratuitous-ip-j-neigh.txt"))));
    assertEquals(2, ra.routers().size());
    assertEquals(Origin.ADVERTISED, ra.routers().get(1).origin());
    assertEquals(Optional.of(Duration.ofSeconds(599)), ra.routers().get(1).lifetime());
  }

  @Test
  void a_tunnel_a_modem_and_a_link_without_a_way_out_are_no_local_network() {
    var machine =
        new Told()
            .says(
                IpRoute.DEFAULT4,
                "[{\"dst\":\"default\",\"dev\":\"tun0\",\"metric\":50},"
                    + "{\"dst\":\"default\",\"gateway\":\"10.64.0.1\",\"dev\":\"wwan0\",\"metric\":90}]")
            .says(IpRoute.DEFAULT6, "[]")
            .says(IpNeigh.NEIGHBOURS, "[]")
            .says(
                OwnLinks.ADDRESSES,
                WLAN0.substring(0, WLAN0.length() - 1)
                    + ",{\"ifindex\":5,\"ifname\":\"tun0\",\"link_type\":\"none\",\"linkinfo\":{\"info_kind\":\"tun\"}}"
                    + ",{\"ifindex\":6,\"ifname\":\"wwan0\",\"link_type\":\"none\"}]");
    assertEquals(Reading.known(new Lan(List.of())), LinuxLan.read(machine));
    assertEquals(
        Reading.known(new Lan(List.of())),
        LinuxLan.read(new Told().says(IpRoute.DEFAULT4, "[]").says(IpRoute.DEFAULT6, "[]")));
  }

  @Test
  void a_laptop_that_sleeps_uncounted_has_no_unbroken_connection() {
    assertTrue(connection("", "0\n").isPresent(), "a machine that cannot sleep");
    assertTrue(connection("freeze mem disk\n", "x\n").isEmpty());
    assertTrue(connection("freeze mem disk\n", "3\n").isPresent());
    var bridge =
        WLAN0.replace("\"link_type\"", "\"linkinfo\":{\"info_kind\":\"bridge\"},\"link_type\"");
    assertEquals(Optional.empty(), only(LinuxLan.read(attacked("dhcp", bridge))).connection());
  }

  @Test
  void missing_denied_and_not_understood_are_told_apart() {
    for (Question question :
        List.of(IpRoute.DEFAULT4, IpRoute.DEFAULT6, IpNeigh.NEIGHBOURS, OwnLinks.ADDRESSES)) {
      var reasons = new ArrayList<Reason>();
      for (Answer answer :
          List.of(new Answer.Missing(), new Answer.Denied(), new Answer.Said(0, "what?"))) {
        Machine whole = attacked("dhcp", WLAN0);
        Machine broken = asked -> asked.equals(question) ? answer : whole.ask(asked);
        if (LinuxLan.read(broken) instanceof Unknown<Lan>(var reason, var detail)) {
          reasons.add(reason);
        }
      }
      assertEquals(
          List.of(Reason.TOOL_MISSING, Reason.NEEDS_PRIVILEGE, Reason.NOT_UNDERSTOOD),
          reasons,
          question.text());
    }
  }

  @Test
  void no_garbled_answer_breaks_the_reading() {
    int seen = 0;
    Machine whole = attacked("dhcp", WLAN0);
    for (Question question :
        List.of(IpRoute.DEFAULT4, IpRoute.DEFAULT6, IpNeigh.NEIGHBOURS, OwnLinks.ADDRESSES)) {
      if (whole.ask(question) instanceof Answer.Said said) {
        seen +=
            Garbled.each(
                said.text(),
                text ->
                    LinuxLan.read(asked ->
                        asked.equals(question) ? new Answer.Said(0, text) : whole.ask(asked)));
      }
    }
    assertTrue(seen > 500, "forms: " + seen);
    var odd = WLAN0.replace("10.50.0.10", "10.50.0.300");
    assertFalse(LinuxLan.read(attacked("dhcp", odd)) instanceof Known<Lan>);
  }

  private static Attachment recorded(String scene, String router) {
    Attachment one = only(LinuxLan.read(attacked(scene, WLAN0)));
    assertEquals(router, one.routers().get(0).hop().address(), scene);
    return one;
  }

  /** As it was recorded; of some scenes only the kernel's own table of neighbours was. */
  private static Told attacked(String scene, String links) {
    var machine =
        new Told()
            .says(IpRoute.DEFAULT4, Captures.text("gateway/" + scene + "-ip-j-route.txt"))
            .says(
                IpRoute.DEFAULT6,
                Captures.text(
                    "gateway/" + (scene.equals("ra") ? "ra" : "dhcp") + "-ip-j-6-route.txt"))
            .says(OwnLinks.ADDRESSES, links);
    return Captures.matching("gateway/" + scene + "-ip-j-neigh.txt").isEmpty()
        ? machine.says(ProcRoute.ARP, Captures.text("gateway/" + scene + "-cat-proc-net-arp.txt"))
        : machine.says(IpNeigh.NEIGHBOURS, Captures.text("gateway/" + scene + "-ip-j-neigh.txt"));
  }

  private static Optional<Connection> connection(String sleep, String suspends) {
    var machine =
        attacked("dhcp", WLAN0)
            .says(new ReadFile("/proc/sys/kernel/random/boot_id"), BOOT)
            .says(new ReadFile("/sys/class/net/wlan0/carrier_changes"), "2\n")
            .says(Unbroken.SLEEP, sleep)
            .says(Unbroken.SUSPENDS, suspends);
    return only(LinuxLan.read(machine)).connection();
  }

  private static Attachment only(Reading<Lan> reading) {
    var lan = ((Known<Lan>) reading).value();
    assertEquals(1, lan.attachments().size());
    return lan.attachments().get(0);
  }

  private static Network network(String text) {
    return Network.of(text).orElseThrow();
  }
}

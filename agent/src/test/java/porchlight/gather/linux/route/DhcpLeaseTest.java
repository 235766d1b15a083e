package porchlight.gather.linux.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Lan.Lease;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.gather.linux.Captures;
import porchlight.gather.linux.Garbled;
import porchlight.gather.linux.Told;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ReadSettings;

/** What the programs that ask for an address wrote down of the answer. */
class DhcpLeaseTest {
  @Test
  void where_the_network_tells_whether_to_log_in_is_read() {
    String place = "https://portal.example/api";
    var links = new ReadSettings("/run/systemd/netif/links", "3", List.of("CAPTIVE_PORTAL"));
    assertEquals(
        Reading.known(new Lease("10.50.0.1", "office.example", place)),
        leaseOf(
            new Told()
                .says(networkd(), capture("networkd-lease"))
                .says(links, "CAPTIVE_PORTAL=" + place + "\n")));
    var devices =
        new ReadSettings("/run/NetworkManager/devices", "3", List.of("dhcp4.default_url"));
    for (var said :
        java.util.Map.of(
                place,
                place,
                "urn:ietf:params:capport:unrestricted",
                "",
                "x".repeat(5000),
                "?",
                "",
                "")
            .entrySet()) {
      assertEquals(
          Reading.known(new Lease("10.50.0.1", "office.example", said.getValue())),
          leaseOf(
              new Told()
                  .says(manager(), capture("nm-run-networkmanager-devices"))
                  .says(devices, "[dhcp4]\ndhcp4.default_url=" + said.getKey() + "\n")));
    }
    String older = "lease {\n  option default-url \"https://old.example/\";\n}\n";
    assertEquals(
        Reading.known(new Lease("10.50.0.1", "office.example")),
        leaseOf(new Told().says(dhclient(), older + capture("dhclient-leases"))),
        "the newest lease alone");
  }

  @Test
  void a_hostile_lease_is_text_or_nothing() {
    assertEquals(
        Reading.known(new Lease("", "a [2J b")),
        leaseOf(new Told().says(networkd(), "DOMAINNAME=a \u001b[2J b\n")));
    assertEquals(
        Reading.known(new Lease("10.0.0.1", "")),
        leaseOf(
            new Told()
                .says(
                    networkd(), "SERVER_ADDRESS=10.0.0.1\nDOMAINNAME=" + "x".repeat(5000) + "\n")));
    for (String server : List.of("evil.example", "10.0.0.256", "fe80::1", "10.0.0.1 ; rm")) {
      assertTrue(
          leaseOf(new Told().says(networkd(), "SERVER_ADDRESS=" + server + "\n"))
              instanceof Unknown<Lease>,
          server);
    }
    int seen =
        Garbled.each(capture("dhclient-leases"), text -> leaseOf(new Told().says(dhclient(), text)))
            + Garbled.each(
                capture("nm-run-networkmanager-devices"),
                text -> leaseOf(new Told().says(manager(), text)));
    assertTrue(seen > 300, "forms: " + seen);
  }

  private static Reading<Lease> leaseOf(Machine machine) {
    var links = OwnLinks.read(new Answer.Said(0, capture("nm-ip-j-d-addr")));
    return links instanceof Known<List<OwnLinks.Own>>(var all)
        ? DhcpLease.read(machine, all.get(0))
        : Reading.unknown(Reason.NOT_UNDERSTOOD, "no link");
  }

  private static String capture(String name) {
    return Captures.text("lan/" + name + ".txt");
  }

  private static ReadSettings networkd() {
    return new ReadSettings(
        "/run/systemd/netif/leases", "3", List.of("SERVER_ADDRESS", "DOMAINNAME"));
  }

  private static ReadSettings manager() {
    return new ReadSettings(
        "/run/NetworkManager/devices",
        "3",
        List.of("dhcp4.dhcp_server_identifier", "dhcp4.domain_name"));
  }

  private static ReadSettings dhclient() {
    return new ReadSettings(
        "/var/lib/dhcp",
        "dhclient.v0.leases",
        List.of("lease", "interface", "option", "fixed-address"));
  }
}

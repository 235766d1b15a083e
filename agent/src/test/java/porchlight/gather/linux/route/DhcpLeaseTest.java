package porchlight.gather.linux.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.gather.linux.route.Leases.capture;
import static porchlight.gather.linux.route.Leases.dhclient;
import static porchlight.gather.linux.route.Leases.leaseOf;
import static porchlight.gather.linux.route.Leases.manager;
import static porchlight.gather.linux.route.Leases.networkd;

import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Lan.Lease;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Unknown;
import porchlight.gather.linux.Garbled;
import porchlight.gather.linux.Told;
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
}

package porchlight.gather.linux.route;

import java.util.List;
import porchlight.facts.Lan.Lease;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reason;
import porchlight.gather.linux.Captures;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ReadSettings;

/** What a lease of DHCP is read of, and what was captured of it. */
final class Leases {
  private Leases() {}

  static Reading<Lease> leaseOf(Machine machine) {
    var links = OwnLinks.read(new Answer.Said(0, capture("nm-ip-j-d-addr")));
    return links instanceof Known<List<OwnLinks.Own>>(var all)
        ? DhcpLease.read(machine, all.get(0))
        : Reading.unknown(Reason.NOT_UNDERSTOOD, "no link");
  }

  static String capture(String name) {
    return Captures.text("lan/" + name + ".txt");
  }

  static ReadSettings networkd() {
    return new ReadSettings(
        "/run/systemd/netif/leases", "3", List.of("SERVER_ADDRESS", "DOMAINNAME"));
  }

  static ReadSettings manager() {
    return new ReadSettings(
        "/run/NetworkManager/devices",
        "3",
        List.of("dhcp4.dhcp_server_identifier", "dhcp4.domain_name"));
  }

  static ReadSettings dhclient() {
    return new ReadSettings(
        "/var/lib/dhcp",
        "dhclient.v0.leases",
        List.of("lease", "interface", "option", "fixed-address"));
  }
}

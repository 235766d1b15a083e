package porchlight.gather.linux.route;

import java.util.List;
import java.util.Optional;
import porchlight.facts.IpAddress;
import porchlight.facts.Lan.Lease;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.LinkName;
import porchlight.machine.Machine;
import porchlight.machine.Question.ReadSettings;

/** What the DHCP server said, as the program that asked it wrote it down. */
final class DhcpLease {
  /** Of systemd-networkd, one file for each link's number. */
  private static final String NETWORKD = "/run/systemd/netif/leases";

  private static final List<String> NETWORKD_KEYS = List.of("SERVER_ADDRESS", "DOMAINNAME");

  /** Of systemd-networkd too, since version 254; in a file of its own for each link's number. */
  private static final String LINKS = "/run/systemd/netif/links";

  private static final String LINKS_PORTAL = "CAPTIVE_PORTAL";

  /** Of NetworkManager, one file for each link's number. */
  private static final String MANAGER = "/run/NetworkManager/devices";

  private static final List<String> MANAGER_KEYS =
      List.of("dhcp4.dhcp_server_identifier", "dhcp4.domain_name");

  /** NetworkManager's and dhclient's names for option 114 are older than what it means now. */
  private static final String MANAGER_PORTAL = "dhcp4.default_url";

  private static final String DHCLIENT_PORTAL = "default-url";

  /** Of dhclient, which Debian's ifupdown starts; the last lease in it is the newest. */
  private static final String DHCLIENT = "/var/lib/dhcp";

  private static final List<String> DHCLIENT_KEYS =
      List.of("lease", "interface", "option", "fixed-address");

  private static final int LONGEST_SUFFIX = 253;

  private static final int LONGEST_PORTAL = 255;

  /** Says that nobody must log in (RFC 8910). */
  private static final String UNRESTRICTED = "urn:ietf:params:capport:unrestricted";

  private DhcpLease() {}

  static Reading<Lease> read(Machine machine, OwnLinks.Own own) {
    String number = Long.toString(Math.max(0, own.index()));
    return pairs(machine, new ReadSettings(NETWORKD, number, NETWORKD_KEYS), NETWORKD_KEYS)
        .map(lease -> with(lease, portal(machine, LINKS, number, LINKS_PORTAL)))
        .or(() ->
            pairs(machine, new ReadSettings(MANAGER, number, MANAGER_KEYS), MANAGER_KEYS)
                .map(lease -> with(lease, portal(machine, MANAGER, number, MANAGER_PORTAL))))
        .or(() -> dhclient(machine, own));
  }

  /**
   * A place to ask at, which is not there in most networks: it is no matter where it is not told.
   */
  private static String portal(Machine machine, String folder, String number, String key) {
    if (!(machine.ask(new ReadSettings(folder, number, List.of(key)))
        instanceof Answer.Said said)) {
      return "";
    }
    String told = "";
    for (String line : said.text().lines().toList()) {
      told = line.startsWith(key + "=") ? line.substring(key.length() + 1).strip() : told;
    }
    return told;
  }

  /** Too long a word is not what it was any more, and so is no address. */
  private static Lease with(Lease lease, String portal) {
    String shown = portal.length() > LONGEST_PORTAL ? "?" : Answers.brief(portal);
    return new Lease(lease.server(), lease.suffix(), shown.equals(UNRESTRICTED) ? "" : shown);
  }

  /** Lines of {@code key=value}: the server's key, then the suffix's. */
  private static Reading<Lease> pairs(Machine machine, ReadSettings file, List<String> keys) {
    return Answers.read(
        file,
        machine.ask(file),
        said -> {
          String server = "";
          String suffix = "";
          for (String line : said.text().lines().toList()) {
            int equals = line.indexOf('=');
            String key = equals < 0 ? "" : line.substring(0, equals).strip();
            String value = line.substring(equals + 1).strip();
            server = key.equals(keys.get(0)) ? value : server;
            suffix = key.equals(keys.get(1)) ? value : suffix;
          }
          return lease(file, server, suffix);
        });
  }

  /** It stays there when somebody else sets the address: then it says nothing of this network. */
  private static Reading<Lease> dhclient(Machine machine, OwnLinks.Own own) {
    LinkName link = own.name();
    var file = new ReadSettings(DHCLIENT, "dhclient." + link.value() + ".leases", DHCLIENT_KEYS);
    Answer answer = machine.ask(file);
    return Answers.read(
        file,
        answer,
        said -> {
          String server = "";
          String suffix = "";
          String portal = "";
          String address = "";
          for (String raw : said.text().lines().toList()) {
            String line = raw.strip();
            if (line.startsWith("lease")) {
              server = "";
              suffix = "";
              portal = "";
              address = "";
            }
            if (line.startsWith("fixed-address ") && line.endsWith(";")) {
              address = line.substring("fixed-address ".length(), line.length() - 1).strip();
            }
            server = option(line, "dhcp-server-identifier").orElse(server);
            suffix = option(line, "domain-name").orElse(suffix);
            portal = option(line, DHCLIENT_PORTAL).orElse(portal);
          }
          String place = portal;
          String given = address;
          if (!given.isEmpty() && own.addresses().stream().noneMatch(one -> one.contains(given))) {
            return Reading.unknown(
                Reason.TOOL_MISSING, Answers.name(file) + ": a lease of another network");
          }
          return lease(file, server, suffix).map(lease -> with(lease, place));
        });
  }

  /** {@code option domain-name "example.org";}. */
  private static Optional<String> option(String line, String name) {
    String start = "option " + name + " ";
    return line.startsWith(start) && line.endsWith(";")
        ? Optional.of(line.substring(start.length(), line.length() - 1).replace("\"", "").strip())
        : Optional.empty();
  }

  private static Reading<Lease> lease(ReadSettings file, String server, String suffix) {
    if (server.isEmpty() && suffix.isEmpty()) {
      return Reading.unknown(Reason.TOOL_MISSING, Answers.name(file) + ": no lease in it");
    }
    var address = IpAddress.of(server);
    if (!server.isEmpty() && address.filter(IpAddress::isIpv4).isEmpty()) {
      return Answers.notUnderstood(file, "a server that has no address");
    }
    // Whoever runs the network chose it: any text at all.
    String shown = suffix.length() > LONGEST_SUFFIX ? "" : Answers.brief(suffix);
    return Reading.known(new Lease(address.map(IpAddress::text).orElse(""), shown));
  }
}

package porchlight.gather.windows.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Dns.Origin;
import porchlight.facts.IpAddress;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.gather.windows.Registry;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.ReadRegistry;

/** What the registry keeps for each adapter: what somebody set, and what DHCP brought. */
public final class Interfaces {
  private static final String IPV4 =
      "HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\\Interfaces";
  private static final String IPV6 =
      "HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip6\\Parameters\\Interfaces";

  public static final ReadRegistry SETTINGS4 =
      new ReadRegistry(
          IPV4 + "\\*",
          "NameServer",
          "ProfileNameServer",
          "DhcpNameServer",
          "DhcpServer",
          "DhcpDomain",
          "DefaultGateway",
          "DhcpDefaultGateway",
          "DhcpIPAddress",
          "DhcpNetworkHint",
          "EnableDHCP");
  static final ReadRegistry SETTINGS6 =
      new ReadRegistry(IPV6 + "\\*", "NameServer", "ProfileNameServer");

  /** All that may be asked. */
  static final List<Question> QUESTIONS = List.of(SETTINGS4, SETTINGS6);

  private final Reading<Registry> ipv4;
  private final Reading<Registry> ipv6;

  private Interfaces(Reading<Registry> ipv4, Reading<Registry> ipv6) {
    this.ipv4 = ipv4;
    this.ipv6 = ipv6;
  }

  public static Interfaces read(Machine machine) {
    return new Interfaces(Registry.read(machine, SETTINGS4), Registry.read(machine, SETTINGS6));
  }

  /** A text of the adapter with that GUID; empty when there is none. */
  public Reading<Optional<String>> text(String guid, String name) {
    return ipv4.flatMap(registry -> registry.text(IPV4 + "\\" + guid, name));
  }

  /** A number of the adapter with that GUID; empty when there is none. */
  public Reading<Optional<Long>> number(String guid, String name) {
    return ipv4.flatMap(registry -> registry.number(IPV4 + "\\" + guid, name));
  }

  /** Addresses of a list of texts or of one text with blanks or commas; empty when not told. */
  List<String> addresses(String guid, String name) {
    if (!guid.isEmpty() && ipv4 instanceof Known<Registry>(var registry)) {
      String key = IPV4 + "\\" + guid;
      if (registry.list(key, name) instanceof Known<Optional<List<String>>>(var list)) {
        return list.map(all -> plain(String.join(" ", all))).orElse(List.of());
      }
      if (registry.text(key, name) instanceof Known<Optional<String>>(var text)) {
        return plain(text.orElse(""));
      }
    }
    return List.of();
  }

  private static List<String> plain(String text) {
    var found = new ArrayList<String>();
    for (String word : text.split("[\\s,;]+", -1)) {
      IpAddress.of(word.replaceFirst("%.*", "")).map(IpAddress::text).ifPresent(found::add);
    }
    return found;
  }

  /** Who chose that name server of an adapter. */
  Origin origin(String guid, String address) {
    boolean isIpv4 = address.indexOf(':') < 0;
    if (guid.isEmpty() || !((isIpv4 ? ipv4 : ipv6) instanceof Known<Registry>(var registry))) {
      return Origin.NOT_TOLD;
    }
    String key = (isIpv4 ? IPV4 : IPV6) + "\\" + guid;
    if (!registry.has(key)
        || !(registry.text(key, "NameServer") instanceof Known<Optional<String>>(var set))
        || !(registry.text(key, "ProfileNameServer")
            instanceof Known<Optional<String>>(var forNetwork))) {
      return Origin.NOT_TOLD;
    }
    List<String> byHand = new ArrayList<>(plain(set.orElse("")));
    byHand.addAll(plain(forNetwork.orElse("")));
    return byHand.contains(address)
        ? Origin.BY_HAND
        : byHand.isEmpty() ? Origin.AUTOMATIC : Origin.NOT_TOLD;
  }
}

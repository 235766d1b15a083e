package porchlight.gather.windows.network;

import java.util.List;
import java.util.Optional;
import porchlight.facts.IpAddress;
import porchlight.facts.Network;

/**
 * A network adapter; what is not told is empty, or -1 for a number.
 *
 * @param name what people see, which is the link's name in facts
 * @param type the number that IANA has for its kind
 * @param dhcpServer empty without DHCP
 * @param metric4 what the adapter adds to the metric of its routes
 * @param dns the servers that are asked through it; empty where that is not told
 * @param hardware whether there is a device behind it
 */
public record Adapter(
    String guid,
    long index,
    long index6,
    String name,
    String description,
    int type,
    boolean isUp,
    String mac,
    String dhcpServer,
    String suffix,
    long metric4,
    long metric6,
    List<Network> addresses,
    List<String> gateways,
    Optional<List<String>> dns,
    Optional<Boolean> hardware) {

  static final int LOOPBACK = 24;

  public Adapter {
    addresses = List.copyOf(addresses);
    gateways = List.copyOf(gateways);
    dns = dns.map(List::copyOf);
  }

  /** One of which a table names the number only. */
  static Adapter numbered(long index, String mac, String description) {
    String name = description.isEmpty() ? "#" + index : description;
    return bare(name, description, -1, mac, List.of()).numbered(index);
  }

  /** One of which a table names an address of its own only. */
  static Adapter at(IpAddress own) {
    int type = own.isLoopback() ? LOOPBACK : -1;
    return bare(own.text(), "", type, "", List.of(new Network(own, 32)));
  }

  private static Adapter bare(
      String name, String description, int type, String mac, List<Network> addresses) {
    return new Adapter(
        "",
        -1,
        -1,
        name,
        description,
        type,
        true,
        mac,
        "",
        "",
        0,
        0,
        addresses,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same, its number known now. */
  Adapter numbered(long number) {
    return known(guid, number, number);
  }

  /** The same, its GUID known now. */
  Adapter named(String id) {
    return known(id, index, index6);
  }

  private Adapter known(String id, long number, long number6) {
    return new Adapter(
        id,
        number,
        number6,
        name,
        description,
        type,
        isUp,
        mac,
        dhcpServer,
        suffix,
        metric4,
        metric6,
        addresses,
        gateways,
        dns,
        hardware);
  }

  boolean hasIndex(long number) {
    return number >= 0 && (index == number || index6 == number);
  }

  boolean hasAddress(IpAddress address) {
    return addresses.stream().anyMatch(own -> own.first().equals(address));
  }

  /** What is preferred comes first. */
  long metric() {
    return metric6 < 0 || (metric4 >= 0 && metric4 <= metric6) ? metric4 : metric6;
  }
}

package porchlight.gather.linux.firewall;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * A network interface as far as firewall rules can see it.
 *
 * @param mac empty for what has none
 * @param group empty when its number is not known
 * @param type the kernel's number for the kind of hardware; empty when not known
 * @param kind {@code bridge}, {@code veth} …; "" for plain hardware
 * @param shared whether it is a network of many rather than a line between two
 * @param lower the interfaces whose packets come in through this one: a bridge's ports, a vlan's
 *     trunk
 * @param offloaded whether a program in the driver (XDP) sees packets before any rule
 */
record Link(
    String name,
    long index,
    Optional<BigInteger> mac,
    Optional<Long> group,
    Optional<Integer> type,
    String kind,
    boolean up,
    boolean loopback,
    boolean shared,
    List<String> lower,
    boolean offloaded,
    List<Address> addresses) {
  Link {
    lower = List.copyOf(lower);
    addresses = List.copyOf(addresses);
  }

  /**
   * One address of the interface.
   *
   * @param near the other end of a cable between two, else the address itself: its first {@code
   *     prefix} bits are the network
   */
  record Address(
      boolean v6, BigInteger value, BigInteger near, int prefix, Optional<BigInteger> broadcast) {

    Ranges network() {
      return Addresses.prefix(near, prefix, v6 ? 128 : 32);
    }
  }

  List<Address> addresses(boolean v6) {
    return addresses.stream().filter(address -> address.v6() == v6).toList();
  }
}

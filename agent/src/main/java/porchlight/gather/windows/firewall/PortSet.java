package porchlight.gather.windows.firewall;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import porchlight.facts.Firewall.Ports;
import porchlight.facts.Firewall.Protocol;

/** Ports of both protocols, as a set that grows and shrinks. */
final class PortSet {
  private static final int ALL = 65536;
  private static final int ANYONES = 1024;

  /** As on Linux: an arbitrary port means a quarter of those that any program may open. */
  private static final int WIDE = (ALL - ANYONES) / 4;

  private final Map<Protocol, BitSet> ports = new EnumMap<>(Protocol.class);

  PortSet() {
    for (Protocol protocol : Protocol.values()) {
      ports.put(protocol, new BitSet(ALL));
    }
  }

  void add(Protocol protocol, int first, int last) {
    of(protocol).set(first, last + 1);
  }

  void add(PortSet other) {
    other.ports.forEach((protocol, some) -> of(protocol).or(some));
  }

  void remove(PortSet other) {
    other.ports.forEach((protocol, some) -> of(protocol).andNot(some));
  }

  boolean has(Protocol protocol, int port) {
    return of(protocol).get(port);
  }

  /** Whether an arbitrary port is among them. */
  boolean isWide() {
    return ports.values().stream().anyMatch(some -> some.get(ANYONES, ALL).cardinality() >= WIDE);
  }

  /** In order. */
  List<Ports> ranges() {
    var ranges = new ArrayList<Ports>();
    ports.forEach((protocol, some) -> {
      for (int first = some.nextSetBit(0); first >= 0; ) {
        int end = some.nextClearBit(first);
        ranges.add(new Ports(protocol, first, end - 1));
        first = some.nextSetBit(end);
      }
    });
    return ranges;
  }

  private BitSet of(Protocol protocol) {
    return ports.getOrDefault(protocol, new BitSet());
  }
}

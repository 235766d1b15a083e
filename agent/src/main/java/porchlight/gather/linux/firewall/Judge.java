package porchlight.gather.linux.firewall;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import porchlight.facts.Firewall.Inbound;
import porchlight.facts.Firewall.Ports;
import porchlight.facts.Firewall.Protocol;
import porchlight.facts.Firewall.Reached;
import porchlight.facts.Firewall.Side;

/** From the ports that are reached to the word for them. */
final class Judge {
  /**
   * "An arbitrary port" means: a quarter of the ports that any program may open (1024 and up) is
   * reached, by TCP or by UDP. A range for one program (a file transfer's, a phone link's) stays
   * well below it; a rule for "all but the well-known ones" is well above it.
   */
  private static final Ranges ANYONES = Ranges.of(1024, 65535);

  private static final BigInteger WIDE = BigInteger.valueOf((65536 - 1024) / 4);

  private Judge() {}

  static Reached reached(Map<Protocol, Reach> reached) {
    var ports = new ArrayList<Ports>();
    boolean undecided = false;
    Reach all = Reach.NONE;
    for (var entry : new EnumMap<>(reached).entrySet()) {
      Reach reach = entry.getValue();
      if (reach.sure().and(ANYONES).size().compareTo(WIDE) >= 0) {
        return Side.open().ordinary();
      }
      undecided |= !reach.maybe().minus(reach.sure()).isEmpty();
      all = all.or(reach);
      for (Ranges.Range range : reach.sure().parts()) {
        ports.add(new Ports(entry.getKey(), range.first().intValue(), range.last().intValue()));
      }
    }
    if (undecided) {
      return new Reached(Inbound.UNKNOWN, ports, "not decided: " + String.join(", ", all.why()));
    }
    return only(ports);
  }

  private static Reached only(List<Ports> ports) {
    return (ports.isEmpty() ? Side.blocked() : Side.only(ports)).ordinary();
  }
}

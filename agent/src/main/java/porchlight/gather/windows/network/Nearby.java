package porchlight.gather.windows.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.IpAddress;
import porchlight.facts.Network;
import porchlight.facts.Reading;
import porchlight.machine.Machine;

/**
 * The networks that this laptop itself is in, but for tunnels: where its neighbours' addresses lie.
 * Who calls from another address has to be, or to pretend to be, the router.
 *
 * @param networks nothing where they are not told
 */
public record Nearby(Optional<List<Network>> networks) {
  /** Where nothing is known of them. */
  public static final Nearby UNTOLD = new Nearby(Optional.empty());

  /** A narrower one, as a telephone line has it, says nothing of who else is there. */
  private static final int NARROWEST4 = 24;

  private static final int NARROWEST6 = 64;

  public Nearby {
    networks = networks.map(List::copyOf);
  }

  public static Nearby of(Machine machine) {
    if (!(Adapters.read(machine) instanceof Reading.Known<List<Adapter>>(var adapters))) {
      return UNTOLD;
    }
    var networks = new ArrayList<Network>();
    for (Adapter adapter : adapters) {
      if (adapter.isUp() && mayHaveNeighbours(adapter)) {
        networks.addAll(adapter.addresses());
      }
    }
    return new Nearby(Optional.of(networks));
  }

  private static boolean mayHaveNeighbours(Adapter adapter) {
    return switch (AdapterKind.of(adapter)) {
      case AdapterKind.Tunnel tunnel -> false;
      case AdapterKind.Loopback here -> false;
      case AdapterKind.Wifi wifi -> true;
      case AdapterKind.Wired wired -> true;
      case AdapterKind.Mobile mobile -> true;
      case AdapterKind.Dialled line -> true;
      case AdapterKind.Other other -> true;
    };
  }

  /** Whether a neighbour may have an address from there to there; yes where that is not told. */
  public boolean mayBeWithin(IpAddress first, IpAddress last) {
    var own =
        networks.orElse(List.of()).stream()
            .filter(one -> one.first().isIpv4() == first.isIpv4())
            .toList();
    return own.isEmpty() || own.stream().anyMatch(one -> overlaps(one, first, last));
  }

  /** Of IPv6 only the first 8 bytes are looked at: no network is narrower here. */
  private static boolean overlaps(Network network, IpAddress first, IpAddress last) {
    int width = network.first().isIpv4() ? 32 : 64;
    int prefix = Math.min(network.prefix(), width == 32 ? NARROWEST4 : NARROWEST6);
    long hosts = prefix == width ? 0 : -1L >>> (64 - width + prefix);
    long from = bits(network.first()) & ~hosts;
    long to = bits(network.first()) | hosts;
    return Long.compareUnsigned(bits(first), to) <= 0
        && Long.compareUnsigned(bits(last), from) >= 0;
  }

  private static long bits(IpAddress address) {
    return address.isIpv4() ? address.low() : address.high();
  }
}

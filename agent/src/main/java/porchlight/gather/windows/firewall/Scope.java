package porchlight.gather.windows.firewall;

import java.util.List;
import java.util.Locale;
import porchlight.facts.IpAddress;
import porchlight.gather.windows.network.Nearby;

/**
 * Which stranger on this network a rule's addresses mean, weakest last.
 *
 * <p>A rule for single addresses is for certain machines, not for strangers.
 */
enum Scope {
  NOBODY,
  /**
   * One that calls from a link-local address, from a group, or from where no neighbour's address
   * is, or is the network's own equipment.
   */
  CRAFTED,
  /** Any neighbour. */
  ORDINARY;

  /**
   * Of the far side. A word or a range that is not understood may mean anybody.
   *
   * @param six whether IPv6 is asked about
   * @param nearby where an ordinary stranger's address is
   */
  static Scope of(List<String> addresses, boolean six, Nearby nearby) {
    Scope widest = addresses.isEmpty() ? ORDINARY : NOBODY;
    for (String address : addresses) {
      Scope one = of(address.strip().toLowerCase(Locale.ROOT), six, nearby);
      widest = one.compareTo(widest) > 0 ? one : widest;
    }
    return widest;
  }

  private static Scope of(String address, boolean six, Nearby nearby) {
    return switch (address) {
      case "", "*", "any", "localsubnet" -> ORDINARY;
      case "localsubnet4" -> six ? NOBODY : ORDINARY;
      case "localsubnet6" -> six ? ORDINARY : NOBODY;
      case "defaultgateway", "dns", "dhcp", "wins" -> CRAFTED;
      default -> AddressRange.of(address).map(range -> of(range, six, nearby)).orElse(ORDINARY);
    };
  }

  private static Scope of(AddressRange range, boolean six, Nearby nearby) {
    if (range.isIpv4() == six || range.isSingle() || range.isLoopback()) {
      return NOBODY;
    }
    boolean isFar = range.isLinkLocal() || !nearby.mayBeWithin(range.first(), range.last());
    return isFar ? CRAFTED : ORDINARY;
  }

  /** Of this side: a rule for groups alone is none for calls to this laptop. */
  static Scope here(List<String> addresses) {
    boolean groups = !addresses.isEmpty();
    for (String address : addresses) {
      groups &= isGroup(address.strip());
    }
    return groups ? CRAFTED : ORDINARY;
  }

  private static boolean isGroup(String address) {
    int end = Math.max(address.indexOf('/'), address.indexOf('-'));
    return IpAddress.of(end < 0 ? address : address.substring(0, end))
        .filter(one ->
            one.isIpv4()
                ? one.low() >>> 28 == 0xe || one.low() == 0xffff_ffffL
                : one.high() >>> 56 == 0xff)
        .isPresent();
  }

  /** The narrower of the two. */
  Scope and(Scope other) {
    return compareTo(other) <= 0 ? this : other;
  }
}

package porchlight.gather.windows.firewall;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import porchlight.facts.IpAddress;

/**
 * Which stranger on this network a rule's addresses mean, weakest last.
 *
 * <p>A rule for single addresses is for certain machines, not for strangers.
 */
enum Scope {
  NOBODY,
  /** One that calls from a link-local address, or a group, or is the network's own equipment. */
  CRAFTED,
  /** Any neighbour. */
  ORDINARY;

  private static final int LINK_LOCAL = 0x3fa; // fe80::/10

  /**
   * Of the far side. A word or a range that is not understood may mean anybody.
   *
   * @param six whether IPv6 is asked about
   */
  static Scope of(List<String> addresses, boolean six) {
    Scope widest = addresses.isEmpty() ? ORDINARY : NOBODY;
    for (String address : addresses) {
      Scope one = of(address.strip().toLowerCase(Locale.ROOT), six);
      widest = one.compareTo(widest) > 0 ? one : widest;
    }
    return widest;
  }

  private static Scope of(String address, boolean six) {
    return switch (address) {
      case "", "*", "any", "localsubnet" -> ORDINARY;
      case "localsubnet4" -> six ? NOBODY : ORDINARY;
      case "localsubnet6" -> six ? ORDINARY : NOBODY;
      case "defaultgateway", "dns", "dhcp", "wins" -> CRAFTED;
      default -> range(address, six);
    };
  }

  private static Scope range(String address, boolean six) {
    int mask = address.indexOf('/');
    int to = address.indexOf('-');
    int end = mask >= 0 ? mask : to;
    Optional<IpAddress> first = IpAddress.of(end < 0 ? address : address.substring(0, end));
    if (first.isEmpty()) {
      return ORDINARY;
    }
    if (first.get().isIpv4() == six) {
      return NOBODY;
    }
    String rest = end < 0 ? "" : address.substring(end + 1);
    boolean single =
        end < 0
            || (mask >= 0
                ? rest.equals(six ? "128" : "32") || rest.equals("255.255.255.255")
                : IpAddress.of(rest).equals(first));
    if (single || first.get().isLoopback()) {
      return NOBODY;
    }
    return six && first.get().high() >>> 54 == LINK_LOCAL ? CRAFTED : ORDINARY;
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

package porchlight.checks;

import java.util.List;
import porchlight.facts.DnsAnswers.Asked;
import porchlight.facts.DnsAnswers.Purpose;
import porchlight.facts.DnsAnswers.Reply;
import porchlight.facts.DnsAnswers.Server;
import porchlight.facts.IpAddress;
import porchlight.facts.Network;
import porchlight.facts.Probes;

/** What is known of addresses and servers out there. */
record Outside() {
  private static final List<Network> PRIVATE =
      List.of(
          range("10.0.0.0/8"),
          range("100.64.0.0/10"),
          range("169.254.0.0/16"),
          range("172.16.0.0/12"),
          range("192.168.0.0/16"),
          range("fc00::/7"),
          range("fe80::/10"));

  private static Network range(String text) {
    return Network.of(text).orElseThrow();
  }

  /**
   * How a sentence calls a resolver. An IPv6 address may hold a router's hardware address or a
   * household's prefix, so only those that answer everybody are called by it.
   */
  static String shown(String address) {
    return isTelling(address) ? "an IPv6 resolver of this network" : address;
  }

  /** A resolver in evidence, by its address in any case. */
  static Evidence resolver(String address, String words) {
    return isTelling(address)
        ? Evidence.personal("resolver", address + words)
        : Evidence.of("resolver", address + words);
  }

  private static boolean isTelling(String address) {
    return address.indexOf(':') >= 0
        && IpAddress.of(address).filter(IpAddress::isLoopback).isEmpty()
        && Probes.USUAL.names().publicResolvers().stream()
            .noneMatch(range -> range.contains(address));
  }

  /** Whether it is an address of a network of one's own, where no public page is. */
  static boolean isPrivate(String address) {
    return PRIVATE.stream().anyMatch(range -> range.contains(address));
  }

  /**
   * Whether an IPv6 address holds one of those IPv4 addresses in one of the ways of RFC 6052, as
   * DNS64 makes them for networks without IPv4.
   */
  static boolean embedsOneOf(IpAddress address, List<IpAddress> ipv4) {
    long high = address.high();
    long low = address.low();
    long[] found = {
      high & 0xffff_ffffL, // a prefix of 32 bits
      (high & 0xff_ffffL) << 8 | (low >>> 48 & 0xff), // 40; bits 64 to 71 are left out
      (high & 0xffffL) << 16 | (low >>> 40 & 0xffff), // 48
      (high & 0xffL) << 24 | (low >>> 32 & 0xff_ffff), // 56
      low >>> 24 & 0xffff_ffffL, // 64
      low & 0xffff_ffffL // 96
    };
    for (long one : found) {
      if (ipv4.contains(IpAddress.ipv4(one))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether it is of the two prefixes that are for translation from IPv4 alone (RFC 6052, 8215).
   */
  static boolean isTranslated(IpAddress address) {
    boolean wellKnown = address.high() == 0x0064_ff9b_0000_0000L && address.low() >>> 32 == 0;
    return !address.isIpv4() && (wellKnown || address.high() >>> 16 == 0x0064_ff9b_0001L);
  }

  /** Whether a server checks signatures, in words. */
  static String signatures(Server server) {
    boolean good = server.asked(Purpose.SIGNED).stream().anyMatch(Outside::hasAddress);
    boolean passed = server.asked(Purpose.BROKEN).stream().anyMatch(Outside::hasAddress);
    boolean stopped =
        server.asked(Purpose.BROKEN).stream()
            .anyMatch(one ->
                one.reply() instanceof Reply.Answered answered
                    && answered.rcode().equals("SERVFAIL"));
    if (passed) {
      return "does not check signatures (DNSSEC)";
    }
    return good && stopped
        ? "checks signatures (DNSSEC)"
        : "whether it checks signatures is not told";
  }

  private static boolean hasAddress(Asked asked) {
    return asked.reply() instanceof Reply.Answered answered && !answered.addresses().isEmpty();
  }
}

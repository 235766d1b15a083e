package porchlight.checks;

import java.util.List;
import java.util.Set;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Vpn.Path;

/**
 * Traffic goes through a tunnel, all of it: a tunnel that carries IPv4 while IPv6 goes beside it
 * leaks.
 *
 * @param required whether the policy asks for a tunnel at all
 */
public record Vpn(boolean required) implements Check {

  @Override
  public Set<Fact> needs() {
    return Set.of(Fact.VPN);
  }

  @Override
  public Verdict judge(Facts facts) {
    return switch (facts.vpn()) {
      case Unknown<porchlight.facts.Vpn> unknown -> Verdict.unknown(unknown);
      case Known<porchlight.facts.Vpn>(porchlight.facts.Vpn(Path ipv4, Path ipv6)) ->
          judge(ipv4, ipv6)
              .withAll(List.of(Evidence.of("IPv4", words(ipv4)), Evidence.of("IPv6", words(ipv6))));
    };
  }

  private Verdict judge(Path ipv4, Path ipv6) {
    boolean some = isTunnel(ipv4) || isTunnel(ipv6);
    boolean beside = isBeside(ipv4) || isBeside(ipv6);
    if (some && beside) {
      String out = isBeside(ipv4) ? "IPv4" : "IPv6";
      return Verdict.fail("a VPN is up, but " + out + " traffic goes beside it");
    }
    if (some) {
      return Verdict.pass("all traffic goes through a VPN");
    }
    if (!beside) {
      return Verdict.notApplicable("there is no way to the internet");
    }
    return required
        ? Verdict.fail("no VPN carries the traffic; the policy asks for one")
        : Verdict.notApplicable("no VPN is up, and the policy asks for none");
  }

  /** Whether it is known that nothing leaves this laptop beside a tunnel. */
  static boolean carriesAll(Facts facts) {
    return facts.vpn()
            instanceof Known<porchlight.facts.Vpn>(porchlight.facts.Vpn(Path ipv4, Path ipv6))
        && (isTunnel(ipv4) || isTunnel(ipv6))
        && !isBeside(ipv4)
        && !isBeside(ipv6);
  }

  /** Whether that link is a tunnel that carries traffic and encrypts it. */
  static boolean isTunnel(Facts facts, String link) {
    return facts.vpn()
            instanceof Known<porchlight.facts.Vpn>(porchlight.facts.Vpn(Path ipv4, Path ipv6))
        && (isTunnel(ipv4, link) || isTunnel(ipv6, link));
  }

  private static boolean isTunnel(Path path, String link) {
    return isTunnel(path) && path instanceof Path.Tunnel tunnel && tunnel.link().equals(link);
  }

  private static boolean isTunnel(Path path) {
    return path instanceof Path.Tunnel tunnel && !tunnel.isPlain();
  }

  /** Readable by whoever stands between: straight out, or wrapped without being encrypted. */
  private static boolean isBeside(Path path) {
    return switch (path) {
      case Path.Tunnel tunnel -> tunnel.isPlain();
      case Path.Direct direct -> true;
      case Path.NoRoute() -> false;
    };
  }

  private static String words(Path path) {
    return switch (path) {
      case Path.Tunnel tunnel ->
          "through "
              + tunnel.link()
              + " ("
              + tunnel.kind()
              + (tunnel.isPlain() ? ", not encrypted)" : ")");
      case Path.Direct(var link) -> "straight out by " + link;
      case Path.NoRoute() -> "no way out";
    };
  }
}

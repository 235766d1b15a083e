package porchlight.checks;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Firewall.Inbound;
import porchlight.facts.Firewall.Ports;
import porchlight.facts.Firewall.Side;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;

/** A stranger on this network cannot reach an arbitrary port of this laptop, over IPv4 or IPv6. */
public record Firewall() implements Check {

  @Override
  public Set<Fact> needs() {
    return Set.of(Fact.FIREWALL);
  }

  @Override
  public Verdict judge(Facts facts) {
    return switch (facts.firewall()) {
      case Unknown<porchlight.facts.Firewall> unknown -> Verdict.unknown(unknown);
      case Known<porchlight.facts.Firewall>(porchlight.facts.Firewall(Side ipv4, Side ipv6)) ->
          judge(ipv4, ipv6)
              .withAll(List.of(Evidence.of("IPv4", words(ipv4)), Evidence.of("IPv6", words(ipv6))));
    };
  }

  private static Verdict judge(Side ipv4, Side ipv6) {
    boolean open4 = ipv4.inbound() == Inbound.OPEN;
    boolean open6 = ipv6.inbound() == Inbound.OPEN;
    if (open4 || open6) {
      String families = open4 && open6 ? "" : open4 ? " over IPv4" : " over IPv6";
      return Verdict.fail(
          "a stranger on this network can reach any port of this laptop" + families);
    }
    if (ipv4.inbound() == Inbound.UNKNOWN || ipv6.inbound() == Inbound.UNKNOWN) {
      return Verdict.unknown(
          Reason.NOT_UNDERSTOOD, ipv4.inbound() == Inbound.UNKNOWN ? ipv4.why() : ipv6.why());
    }
    if (ipv4.inbound() == Inbound.BLOCKED && ipv6.inbound() == Inbound.BLOCKED) {
      return Verdict.pass("a stranger on this network reaches nothing of this laptop");
    }
    return Verdict.pass("a stranger on this network reaches only the ports that are let in");
  }

  private static String words(Side side) {
    return switch (side.inbound()) {
      case BLOCKED -> "nothing is let in";
      case PORTS ->
          "let in: " + side.ports().stream().map(Ports::word).collect(Collectors.joining(", "));
      case OPEN -> "any port is let in";
      case UNKNOWN -> "could not tell: " + side.why();
    };
  }
}

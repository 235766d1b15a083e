package porchlight.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Firewall.Inbound;
import porchlight.facts.Firewall.Ports;
import porchlight.facts.Firewall.Reached;
import porchlight.facts.Firewall.Setting;
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
      case Known<porchlight.facts.Firewall>(
              porchlight.facts.Firewall(Side ipv4, Side ipv6, var settings)) ->
          judge(ipv4, ipv6)
              .withAll(seen("IPv4", ipv4))
              .withAll(seen("IPv6", ipv6))
              .withAll(seen(settings));
    };
  }

  private static Verdict judge(Side ipv4, Side ipv6) {
    if (either(Inbound.OPEN, ipv4.ordinary(), ipv6.ordinary())) {
      return Verdict.fail(
          "a stranger on this network can reach any port of this laptop"
              + families(ipv4.ordinary(), ipv6.ordinary()));
    }
    if (either(Inbound.OPEN, ipv4.crafted(), ipv6.crafted())) {
      return Verdict.fail(
          "a stranger who picks its source port, a link-local address or a group to call can reach"
              + " any port of this laptop"
              + families(ipv4.crafted(), ipv6.crafted()));
    }
    for (Reached one : List.of(ipv4.ordinary(), ipv6.ordinary(), ipv4.crafted(), ipv6.crafted())) {
      if (one.inbound() == Inbound.UNKNOWN) {
        return Verdict.unknown(Reason.NOT_UNDERSTOOD, one.why());
      }
    }
    if (either(Inbound.PORTS, ipv4.ordinary(), ipv6.ordinary())) {
      return Verdict.pass("a stranger on this network reaches only the ports that are let in");
    }
    return Verdict.pass(
        "a stranger on this network reaches nothing of this laptop"
            + (ipv4.differs() || ipv6.differs() ? " by ordinary calls" : ""));
  }

  private static boolean either(Inbound wanted, Reached one, Reached other) {
    return one.inbound() == wanted || other.inbound() == wanted;
  }

  private static String families(Reached ipv4, Reached ipv6) {
    if (ipv4.inbound() == ipv6.inbound()) {
      return "";
    }
    return ipv4.inbound() == Inbound.OPEN ? " over IPv4" : " over IPv6";
  }

  private static List<Evidence> seen(Map<Setting, Boolean> settings) {
    var seen = new ArrayList<Evidence>();
    for (Setting setting : Setting.values()) {
      Boolean on = settings.get(setting);
      if (on != null) {
        seen.add(Evidence.of(words(setting), on ? "on" : "off"));
      }
    }
    return seen;
  }

  private static String words(Setting setting) {
    return switch (setting) {
      case STEALTH -> "stealth mode";
      case ALLOW_BUILT_IN -> "let in Apple's signed programs";
      case ALLOW_DOWNLOADED -> "let in other signed programs";
    };
  }

  private static List<Evidence> seen(String family, Side side) {
    Evidence ordinary = Evidence.of(family, words(side.ordinary()));
    if (!side.differs()) {
      return List.of(ordinary);
    }
    // What everybody reaches need not be said twice.
    var more = new ArrayList<Ports>(side.crafted().ports());
    more.removeAll(side.ports());
    Reached crafted = new Reached(side.crafted().inbound(), more, side.crafted().why());
    return List.of(ordinary, Evidence.of(family + " special", words(crafted)));
  }

  private static String words(Reached reached) {
    return switch (reached.inbound()) {
      case BLOCKED -> "nothing is let in";
      case PORTS ->
          "let in: " + reached.ports().stream().map(Ports::word).collect(Collectors.joining(", "));
      case OPEN -> "any port is let in";
      case UNKNOWN -> "could not tell: " + reached.why();
    };
  }
}

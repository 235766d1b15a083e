package porchlight.gather.windows.firewall;

import java.util.List;
import porchlight.facts.Firewall.Inbound;
import porchlight.facts.Firewall.Protocol;
import porchlight.facts.Firewall.Reached;
import porchlight.facts.Firewall.Side;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.gather.windows.ports.Listener;

/**
 * What rules let in. A rule for certain programs opens the ports at which these listen; one for
 * anybody's opens those that it names.
 *
 * @param sockets those that listen, of which the programs may be unknown
 */
record Letting(List<FwRule> rules, Reading<List<Listener>> sockets, boolean letsIn) {
  Letting {
    rules = List.copyOf(rules);
  }

  Side side(boolean six) {
    return new Side(reached(six, Scope.ORDINARY), reached(six, Scope.CRAFTED));
  }

  /** What blocks comes before what allows; only what surely blocks everybody counts. */
  private Reached reached(boolean six, Scope stranger) {
    var open = new PortSet();
    var shut = new PortSet();
    for (Protocol protocol : Protocol.values()) {
      if (letsIn) {
        open.add(protocol, 0, 65535);
      }
      for (FwRule rule : rules) {
        if (rule.isFor(protocol) && !rule.isBound()) {
          if (!rule.allows()) {
            if (rule.isForEverybody()) {
              shut.add(rule.named(protocol));
            }
          } else if (rule.scope(six).compareTo(stranger) >= 0) {
            open.add(rule.named(protocol));
          }
        }
      }
    }
    open.remove(shut);
    if (open.isWide()) {
      return Side.open().ordinary();
    }
    String why = "";
    var perhaps = new PortSet();
    for (FwRule rule : rules) {
      if (rule.allows() && rule.isBound() && rule.scope(six).compareTo(stranger) >= 0) {
        why = add(open, shut, perhaps, rule, six, why);
      }
    }
    perhaps.remove(open);
    if (why.isEmpty() && !perhaps.ranges().isEmpty()) {
      why =
          "rules let in some apps and services, and whether one of them listens here is not shown"
              + " to this account";
    }
    return reached(open, why);
  }

  private String add(
      PortSet open, PortSet shut, PortSet perhaps, FwRule rule, boolean six, String why) {
    return switch (sockets) {
      case Known<List<Listener>>(var all) -> {
        for (Listener one : all) {
          boolean heard = one.isIpv6() == six || one.address().equals("::");
          if (heard && !one.isLoopback() && !shut.has(one.protocol(), one.port())) {
            if (rule.mayBeFor(one)) {
              open.add(one.protocol(), one.port(), one.port());
            } else if (rule.isPerhapsFor(one)) {
              perhaps.add(one.protocol(), one.port(), one.port());
            }
          }
        }
        yield why;
      }
      case Unknown<List<Listener>>(var reason, var detail) ->
          "the firewall lets in what certain programs listen to, and that is not known: " + detail;
    };
  }

  private static Reached reached(PortSet open, String why) {
    var ports = open.ranges();
    if (!why.isEmpty()) {
      return new Reached(Inbound.UNKNOWN, ports, why);
    }
    return (ports.isEmpty() ? Side.blocked() : Side.only(ports)).ordinary();
  }
}

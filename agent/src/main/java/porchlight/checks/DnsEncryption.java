package porchlight.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import porchlight.facts.Dns.Resolver;
import porchlight.facts.Dns.Transport;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.IpAddress;
import porchlight.facts.Reason;

/**
 * Queries for names are encrypted on their way to every resolver in use, at least this well.
 *
 * @param authenticated whether each resolver must also prove who it is
 */
public record DnsEncryption(boolean authenticated) implements Check {

  @Override
  public Set<Fact> needs() {
    return Set.of(Fact.DNS, Fact.VPN);
  }

  @Override
  public Verdict judge(Facts facts) {
    return DnsResolvers.judge(facts, resolvers -> judge(resolvers, facts));
  }

  private Verdict judge(List<Resolver> resolvers, Facts facts) {
    boolean allTunnelled = Vpn.carriesAll(facts);
    var open = new ArrayList<Verdict>();
    var untold = new ArrayList<String>();
    int tunnelled = 0;
    for (Resolver resolver : resolvers) {
      if (allTunnelled && Vpn.isTunnel(facts, resolver.link())) {
        tunnelled++;
      } else if (resolver.transport() == Transport.NOT_TOLD) {
        untold.add(
            "how queries travel on from " + Outside.shown(resolver.address()) + " is not told");
      } else if (!weakness(resolver).isEmpty()) {
        if (allTunnelled && resolver.link().isEmpty()) {
          untold.add(
              "whether queries to "
                  + Outside.shown(resolver.address())
                  + " go through the VPN is not told");
        } else {
          open.add(Verdict.fail(weakness(resolver)));
        }
      }
    }
    if (!open.isEmpty()) {
      return open.get(0);
    }
    if (!untold.isEmpty()) {
      return Verdict.unknown(Reason.NOT_SUPPORTED, untold.get(0));
    }
    if (tunnelled > 0) {
      return Verdict.pass(
          tunnelled == resolvers.size()
              ? "queries go through the VPN"
              : "queries go through the VPN or are encrypted");
    }
    boolean proven = resolvers.stream().allMatch(one -> one.transport() == Transport.AUTHENTICATED);
    return Verdict.pass(
        proven
            ? "queries are encrypted, and the resolver has to prove who it is"
            : "queries are encrypted; that the resolver prove who it is, is not asked of it");
  }

  /** What is wrong with the way to it; empty when nothing is. */
  private String weakness(Resolver resolver) {
    String to = "queries to " + Outside.shown(resolver.address()) + " are ";
    return switch (resolver.transport()) {
      case PLAIN ->
          isHere(resolver)
              ? "this laptop's own resolver asks the internet without encryption"
              : to + "not encrypted";
      case OPPORTUNISTIC -> to + "encrypted only as long as nobody on the way objects";
      case ENCRYPTED ->
          authenticated
              ? to + "encrypted, but it need not prove who it is; the policy asks for that"
              : "";
      case AUTHENTICATED, NOT_TOLD -> "";
    };
  }

  private static boolean isHere(Resolver resolver) {
    return IpAddress.of(resolver.address()).filter(IpAddress::isLoopback).isPresent();
  }
}

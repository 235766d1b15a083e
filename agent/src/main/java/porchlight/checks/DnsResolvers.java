package porchlight.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import porchlight.facts.Dns;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Network;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;

/**
 * Every resolver in use is one that the policy allows.
 *
 * @param allowed ranges that may answer; empty allows any that is not refused
 * @param refused ranges that may not, whatever else is allowed
 */
public record DnsResolvers(List<Network> allowed, List<Network> refused) implements Check {

  public DnsResolvers {
    allowed = List.copyOf(allowed);
    refused = List.copyOf(refused);
  }

  @Override
  public Set<Fact> needs() {
    return Set.of(Fact.DNS);
  }

  @Override
  public Verdict judge(Facts facts) {
    return judge(facts, this::judge);
  }

  /** Judges the resolvers, where any is set, and tells which they are. */
  static Verdict judge(Facts facts, Function<List<Dns.Resolver>, Verdict> judge) {
    return switch (facts.dns()) {
      case Unknown<Dns> unknown -> Verdict.unknown(unknown);
      case Known<Dns>(Dns(var resolvers, var by)) when resolvers.isEmpty() ->
          Verdict.notApplicable("no resolver is set").with(Evidence.of("managed by", by));
      case Known<Dns>(Dns(var resolvers, var by)) ->
          judge.apply(resolvers).withAll(seen(resolvers)).with(Evidence.of("managed by", by));
    };
  }

  private Verdict judge(List<Dns.Resolver> resolvers) {
    var refusedOnes = new ArrayList<String>();
    var others = new ArrayList<String>();
    for (Dns.Resolver resolver : resolvers) {
      String address = resolver.address();
      if (refused.stream().anyMatch(range -> range.contains(address))) {
        refusedOnes.add(Outside.shown(address));
      } else if (!allowed.isEmpty()
          && allowed.stream().noneMatch(range -> range.contains(address))) {
        others.add(Outside.shown(address));
      }
    }
    if (!refusedOnes.isEmpty()) {
      return Verdict.fail(
          "names are answered by " + String.join(", ", refusedOnes) + ", which the policy refuses");
    }
    if (!others.isEmpty()) {
      return Verdict.fail(
          "names are answered by "
              + String.join(", ", others)
              + ", which the policy does not allow");
    }
    return Verdict.pass(
        resolvers.size() == 1
            ? "names are answered by " + Outside.shown(resolvers.get(0).address())
            : "names are answered by " + resolvers.size() + " resolvers that the policy allows");
  }

  /** Each of them, and how queries travel to it. */
  static List<Evidence> seen(List<Dns.Resolver> resolvers) {
    return resolvers.stream()
        .map(resolver ->
            Outside.resolver(
                resolver.address(),
                (resolver.link().isEmpty() ? "" : " on " + resolver.link())
                    + words(resolver.transport())
                    + words(resolver.origin())))
        .toList();
  }

  private static String words(Dns.Origin origin) {
    return switch (origin) {
      case BY_HAND -> ", set by hand";
      case AUTOMATIC -> ", brought by the network or a program";
      case NOT_TOLD -> "";
    };
  }

  private static String words(Dns.Transport transport) {
    return switch (transport) {
      case PLAIN -> ", not encrypted";
      case OPPORTUNISTIC -> ", encrypted when it offers to";
      case ENCRYPTED -> ", encrypted, its identity not checked";
      case AUTHENTICATED -> ", encrypted, its identity checked";
      case NOT_TOLD -> "";
    };
  }
}

package porchlight.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Portal;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.facts.TlsChains;
import porchlight.facts.TlsChains.Seen;
import porchlight.facts.TlsChains.Site;

/**
 * Nobody reads what TLS protects but authorities that the policy allows.
 *
 * @param allowed SHA-256 (hex) of the public keys of such authorities
 */
public record TlsInterception(List<String> allowed) implements Check {
  public TlsInterception {
    allowed = List.copyOf(allowed);
  }

  @Override
  public Set<Fact> needs() {
    return Set.of(Fact.TLS_CHAINS, Fact.PORTAL, Fact.GATEWAY);
  }

  @Override
  public Verdict judge(Facts facts) {
    return switch (facts.tlsChains()) {
      case Unknown<TlsChains> unknown -> Verdict.unknown(unknown);
      case Known<TlsChains>(var chains) ->
          judge(chains, facts)
              .withAll(evidence(chains))
              .with(Evidence.momentary("as of", chains.asOf().toString()));
    };
  }

  private Verdict judge(TlsChains chains, Facts facts) {
    var foreign = new ArrayList<String>();
    var untold = new ArrayList<Verdict>();
    boolean byAllowed = false;
    int good = 0;
    int away = 0;
    for (Site site : chains.sites()) {
      switch (site.seen()) {
        case Seen.Good seen -> good++;
        case Seen.Foreign seen when seen.keys().stream().anyMatch(allowed::contains) ->
            byAllowed = true;
        case Seen.Foreign seen ->
            foreign.add(
                "somebody on the way may read what TLS protects: of the certificate of "
                    + host(site)
                    + ", "
                    + seen.why());
        case Seen.Unreached unreached -> away++;
        case Seen.Silent(var reason, var detail) ->
            untold.add(Verdict.unknown(reason, host(site) + ": " + detail));
      }
    }
    boolean portal = facts.portal() instanceof Known<Portal>(var seen) && seen.isClosed();
    if (portal && good == 0) {
      return Verdict.unknown(
          Reason.NOT_UNDERSTOOD, "behind a login page nothing is known of TLS: log in there first");
    }
    if (!foreign.isEmpty()) {
      return Verdict.fail(foreign.get(0));
    }
    boolean nowhere = Nowhere.is(facts);
    if (!untold.isEmpty()) {
      return nowhere ? Nowhere.verdict() : untold.get(0);
    }
    if (away == chains.sites().size()) {
      return Verdict.unknown(Reason.NOT_UNDERSTOOD, "no server is reached");
    }
    boolean isPart =
        chains.sites().stream().anyMatch(Site::ipv6)
            && chains.sites().stream()
                .noneMatch(one -> one.ipv6() && !(one.seen() instanceof Seen.Unreached));
    String by = isPart ? ", by IPv4; by IPv6 none is reached" : "";
    return byAllowed
        ? Verdict.pass("what TLS protects is read by an authority that the policy allows" + by)
        : Verdict.pass("the servers that were looked at show their own certificates" + by);
  }

  private static String host(Site site) {
    return site.host() + (site.ipv6() ? " (IPv6)" : "");
  }

  private static List<Evidence> evidence(TlsChains chains) {
    var lines = new ArrayList<Evidence>();
    for (Site site : chains.sites()) {
      if (site.seen() instanceof Seen.Foreign(var issuer, var why, var keys)) {
        lines.add(Evidence.of("certificate made by", issuer));
        keys.stream()
            .reduce((first, last) -> last)
            .ifPresent(key -> lines.add(Evidence.of("its key (SHA-256)", key)));
      }
    }
    return lines;
  }
}

package porchlight.gather.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import porchlight.facts.Probes;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.TlsChains;
import porchlight.facts.TlsChains.Seen;
import porchlight.facts.TlsChains.Site;
import porchlight.gather.Answers;
import porchlight.gather.First;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Probe;
import porchlight.machine.Probe.Over;
import porchlight.machine.Probe.TlsChain;

/** Looks at the certificates of servers that one knows. */
public final class TlsAsking {
  /** Looking up the name, connecting and shaking hands. */
  static final int LIMIT = 2600;

  private TlsAsking() {}

  public static Reading<TlsChains> read(Machine machine, First first) {
    var asked = new LinkedHashMap<TlsChain, Probes.Site>();
    List<Over> ways = first.ways();
    for (Probes.Site site : first.probes().sites()) {
      ways.forEach(way -> asked.put(new TlsChain(site.host(), site.port(), way, LIMIT), site));
    }
    if (asked.isEmpty()) {
      return Reading.unknown(Reason.TURNED_OFF, "the policy names no server to look at");
    }
    var answers = new Together(machine).ask(asked.keySet(), LIMIT);
    var sites = new ArrayList<Site>();
    asked.forEach((chain, site) -> {
      Answer answer = answers.getOrDefault(chain, new Answer.TimedOut());
      boolean ipv6 = chain.over() == Over.IPV6;
      Seen seen =
          ipv6
                  && ways.size() > 1
                  && answer instanceof Answer.Failed(var detail)
                  && Probe.isUnreached(detail)
              ? new Seen.Unreached(detail)
              : seen(site, answer);
      sites.add(new Site(site.host(), ipv6, seen));
    });
    return Reading.known(new TlsChains(first.asOf(), sites));
  }

  static Seen seen(Probes.Site site, Answer answer) {
    return Probed.seen(answer, text -> seen(site, text), Seen.Silent::new);
  }

  private static Seen seen(Probes.Site site, String text) {
    String trust = "";
    String issuer = "";
    int linked = 0;
    var keys = new ArrayList<String>();
    for (String line : text.split("\n", -1)) {
      if (line.startsWith("trust ")) {
        trust = line.substring("trust ".length());
      } else if (line.startsWith("linked ") && line.matches("linked \\d")) {
        linked = line.charAt(line.length() - 1) - '0';
      } else if (line.startsWith("issuer ") && issuer.isEmpty()) {
        issuer = Answers.brief(line.substring("issuer ".length()));
      } else if (line.matches("spki [0-9a-f]{64}")) {
        keys.add(line.substring("spki ".length()));
      }
    }
    if (keys.isEmpty() || linked < 1 || linked > keys.size()) {
      return new Seen.Silent(Reason.NOT_UNDERSTOOD, "its certificate is not understood");
    }
    // Anybody can send our certificate along; it counts only where it vouches for the one in use.
    List<String> vouching = keys.subList(0, linked);
    boolean pinned = site.pins().stream().anyMatch(vouching::contains);
    boolean good = site.pins().isEmpty() ? trust.equals("yes") : pinned;
    if (good && !text.contains("\nhandshake done\n")) {
      // Who has a certificate need not have its key: anybody can show ours and then break off.
      return new Seen.Silent(
          Reason.NOT_UNDERSTOOD, "its certificate is the right one, but it was not proved its own");
    }
    if (!site.pins().isEmpty()) {
      return pinned
          ? new Seen.Good(true)
          : new Seen.Foreign(issuer, "none of the keys that the policy names is in it", vouching);
    }
    return switch (trust) {
      case "yes" -> new Seen.Good(false);
      case "no issuer" -> new Seen.Foreign(issuer, "no public authority vouches for it", vouching);
      case "no name" -> new Seen.Foreign(issuer, "it is made out to another name", vouching);
      case "no dates" ->
          new Seen.Silent(
              Reason.NOT_UNDERSTOOD, "by this laptop's clock its certificate is not valid now");
      case "no other" -> new Seen.Foreign(issuer, "it is not trusted", vouching);
      default ->
          new Seen.Silent(Reason.NOT_UNDERSTOOD, "whether its certificate is trusted is not told");
    };
  }
}

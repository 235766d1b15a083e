package porchlight.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import porchlight.facts.DnsAnswers;
import porchlight.facts.DnsAnswers.Asked;
import porchlight.facts.DnsAnswers.Purpose;
import porchlight.facts.DnsAnswers.Reply;
import porchlight.facts.DnsAnswers.Server;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.IpAddress;
import porchlight.facts.Network;
import porchlight.facts.Reason;

/**
 * The name servers in use block names of pages that are known to deceive.
 *
 * @param demanded whether they must
 */
public record DnsFiltering(boolean demanded) implements Check {
  /** Cisco's pages that say that a page is blocked. */
  private static final Network BLOCK_PAGES = Network.of("146.112.61.104/29").orElseThrow();

  /** What becomes of names of bad pages at one server; {@code how} is empty where they pass. */
  private record Seen(Server server, Optional<String> how, boolean through) {}

  @Override
  public Set<Fact> needs() {
    return Set.of(Fact.DNS_ANSWERS, Fact.GATEWAY, Fact.DNS, Fact.PHISHING_PROTECTION);
  }

  @Override
  public Verdict judge(Facts facts) {
    return AskedServers.judge(facts, answers -> judge(answers, facts));
  }

  private Verdict judge(DnsAnswers answers, Facts facts) {
    var told = new ArrayList<Seen>();
    for (Server server : answers.servers()) {
      if (DnsIntegrity.isMakingUp(server)) {
        return Verdict.unknown(
            Reason.NOT_UNDERSTOOD,
            Outside.shown(server.address())
                + " makes answers up, so what it blocks cannot be told");
      }
      Seen seen = seen(server);
      if (seen.how.isPresent() || seen.through) {
        told.add(seen);
      }
    }
    for (Seen seen : told) {
      if (seen.how.isPresent() && DnsIntegrity.isForging(seen.server)) {
        return Verdict.unknown(
            Reason.NOT_UNDERSTOOD,
            Outside.shown(seen.server.address())
                + " does not tell the truth, so what it blocks cannot be told");
      }
    }
    if (told.isEmpty() && Nowhere.is(facts)) {
      return Nowhere.verdict();
    }
    if (told.isEmpty()) {
      return Verdict.unknown(
          Reason.NOT_UNDERSTOOD, "no resolver in use tells whether it blocks names of bad pages");
    }
    var open = told.stream().filter(one -> one.how.isEmpty()).toList();
    if (open.isEmpty()) {
      Around around = Around.of(facts);
      Verdict blocked = Verdict.pass("the resolvers in use block names of pages that deceive");
      return around
          .sure()
          .map(who -> gap("the resolvers in use block names of pages that deceive, but " + who))
          .or(around::perhaps)
          .orElse(blocked)
          .withAll(evidence(told))
          .withAll(around.seen());
    }
    return gap(Outside.shown(open.get(0).server.address())
            + " lets names of pages that deceive through")
        .withAll(evidence(told));
  }

  private Verdict gap(String what) {
    return demanded
        ? Verdict.fail(what)
        : Verdict.notApplicable(what + "; the policy does not ask for a filter");
  }

  private static List<Evidence> evidence(List<Seen> told) {
    return told.stream()
        .map(one ->
            Outside.resolver(
                one.server.address(),
                ", " + one.how.map(how -> "blocks: " + how).orElse("does not block")))
        .toList();
  }

  private static Seen seen(Server server) {
    var tests = server.asked(Purpose.FILTER);
    Optional<String> how =
        tests.stream().map(test -> block(test, server)).flatMap(Optional::stream).findFirst();
    return new Seen(server, how, tests.stream().anyMatch(DnsFiltering::isThrough));
  }

  /** In which of the known ways the name is blocked. */
  private static Optional<String> block(Asked test, Server server) {
    if (!(test.reply() instanceof Reply.Answered answered)) {
      return Optional.empty();
    }
    boolean exists = !test.expected().isEmpty();
    boolean answersOthers = server.asked(Purpose.KNOWN).stream().anyMatch(DnsIntegrity::isTrue);
    if (answered.extended().stream().anyMatch(code -> code >= 15 && code <= 17)) {
      return Optional.of("it says so (extended error)");
    }
    return switch (answered.rcode()) {
      case "NXDOMAIN" ->
          exists || answered.zone().filter(zone -> isAbove(zone, test.name())).isEmpty()
              ? Optional.of("no such name")
              : Optional.empty(); // it may be gone
      case "REFUSED" -> answersOthers ? Optional.of("refused") : Optional.empty();
      case "NOERROR" -> {
        if (answered.addresses().isEmpty()) {
          yield exists && answersOthers ? Optional.of("no address") : Optional.empty();
        }
        if (DnsIntegrity.real(answered).isEmpty()) {
          yield Optional.of("an address where nobody is");
        }
        yield pages(test).isEmpty() ? Optional.empty() : Optional.of("another page");
      }
      default -> Optional.empty();
    };
  }

  private static boolean isThrough(Asked test) {
    return !DnsIntegrity.real(test.reply()).isEmpty() && pages(test).isEmpty();
  }

  /** The addresses of pages that a server puts in the place of bad ones. */
  static List<IpAddress> pages(Server server) {
    return server.asked(Purpose.FILTER).stream().flatMap(test -> pages(test).stream()).toList();
  }

  private static List<IpAddress> pages(Asked test) {
    return DnsIntegrity.real(test.reply()).stream()
        .filter(
            one -> test.expected().isEmpty() ? isNobodysElse(one) : !test.expected().contains(one))
        .toList();
  }

  /** Whether an address can only be that of a page that says that another is blocked. */
  static boolean isNobodysElse(IpAddress address) {
    return BLOCK_PAGES.contains(address.text()) || Outside.isPrivate(address.text());
  }

  private static boolean isAbove(String zone, String name) {
    return zone.equals(".") || name.equals(zone) || name.endsWith("." + zone);
  }
}

package porchlight.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import porchlight.facts.DnsAnswers;
import porchlight.facts.DnsAnswers.Asked;
import porchlight.facts.DnsAnswers.Purpose;
import porchlight.facts.DnsAnswers.Reply;
import porchlight.facts.DnsAnswers.Server;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.IpAddress;
import porchlight.facts.Portal;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reason;

/** The name servers in use tell the truth where the truth is known. */
public record DnsIntegrity() implements Check {

  /** What came of one server. */
  private record Seen(String address, List<String> lies, List<String> gaps, boolean honest) {}

  @Override
  public Set<Fact> needs() {
    return Set.of(Fact.DNS_ANSWERS, Fact.GATEWAY, Fact.PORTAL, Fact.DNS);
  }

  @Override
  public Verdict judge(Facts facts) {
    return AskedServers.judge(
        facts,
        answers ->
            (leadsToPortal(answers, facts)
                    ? Verdict.unknown(
                        Reason.NOT_UNDERSTOOD,
                        "names lead to a login page until somebody logs in there")
                    : judge(answers, facts))
                .withAll(evidence(answers)));
  }

  /** Whether all that is made up is the page of a captive portal, which captive-portal tells. */
  private static boolean leadsToPortal(DnsAnswers answers, Facts facts) {
    if (!(facts.portal() instanceof Known<Portal>(var portal)) || !portal.isClosed()) {
      return false;
    }
    var pages = portal.pages().stream().map(Portal.Page::address).toList();
    var wrong = new ArrayList<IpAddress>();
    for (Server server : answers.servers()) {
      server.asked(Purpose.ABSENT).forEach(one -> wrong.addAll(real(one.reply())));
      for (Asked asked : server.asked(Purpose.KNOWN)) {
        real(asked.reply()).stream()
            .filter(one -> !isExpected(one, asked, server))
            .forEach(wrong::add);
      }
    }
    return !wrong.isEmpty()
        && wrong.stream()
            .allMatch(one -> Outside.isPrivate(one.text()) && pages.contains(one.text()));
  }

  private static Verdict judge(DnsAnswers answers, Facts facts) {
    var seen = answers.servers().stream().map(one -> seen(one, answers, facts)).toList();
    var lies = new ArrayList<String>();
    seen.forEach(one -> lies.addAll(one.lies));
    if (!lies.isEmpty()) {
      Verdict verdict = Verdict.fail(lies.get(0));
      for (String more : lies.subList(1, lies.size())) {
        verdict = verdict.with(Evidence.of("also", more));
      }
      return verdict;
    }
    var gaps = new ArrayList<String>();
    seen.forEach(one -> gaps.addAll(one.gaps));
    boolean honest = seen.stream().anyMatch(Seen::honest);
    if (honest && gaps.isEmpty()) {
      return Verdict.pass("the resolvers in use tell the truth where it is known");
    }
    if (Nowhere.is(facts)) {
      return Nowhere.verdict();
    }
    boolean allSilent =
        answers.servers().stream()
            .allMatch(one -> one.asked().stream().allMatch(DnsIntegrity::isSilent));
    return Verdict.unknown(
        allSilent ? Reason.TIMED_OUT : Reason.NOT_UNDERSTOOD,
        gaps.isEmpty() ? "no resolver in use answers names of the internet" : gaps.get(0));
  }

  private static Seen seen(Server server, DnsAnswers answers, Facts facts) {
    var lies = new ArrayList<String>();
    var gaps = new ArrayList<String>();
    if (isMakingUp(server)) {
      lies.add(Outside.shown(server.address()) + " has addresses for names that do not exist");
    }
    forged(server, lies, gaps);
    OnTheWay way = new OnTheWay(answers);
    way.to(server, facts, lies, gaps);
    boolean speaks = server.asked().stream().anyMatch(DnsIntegrity::speaks);
    if (server.asked().isEmpty()) {
      gaps.add(Outside.shown(server.address()) + " is one of too many resolvers to ask them all");
    }
    boolean refuses =
        server.asked().stream().allMatch(one -> DnsIntegrity.isSilent(one) || isRefusal(one));
    boolean honest = false;
    if (speaks && !refuses) {
      boolean absent = server.asked(Purpose.ABSENT).stream().anyMatch(DnsIntegrity::isAbsent);
      boolean known = server.asked(Purpose.KNOWN).stream().anyMatch(DnsIntegrity::isTrue);
      honest = absent && known;
      if (known && !absent) {
        gaps.add(
            Outside.shown(server.address())
                + " does not say what becomes of names that do not exist");
      } else if (honest && !told(server, true)) {
        gaps.add(Outside.shown(server.address()) + " did not answer for IPv6 addresses");
      } else if (honest && !told(server, false)) {
        gaps.add(Outside.shown(server.address()) + " did not answer for IPv4 addresses");
      }
    }
    return new Seen(server.address(), lies, gaps, honest);
  }

  /** A name that does not exist has an address: that of a search page, or of an attacker. */
  static boolean isMakingUp(Server server) {
    return server.asked(Purpose.ABSENT).stream().anyMatch(one -> !real(one.reply()).isEmpty());
  }

  private static void forged(Server server, List<String> lies, List<String> gaps) {
    boolean hasAbsent = server.asked(Purpose.ABSENT).stream().anyMatch(DnsIntegrity::isAbsent);
    for (Asked asked : server.asked(Purpose.KNOWN)) {
      var alien =
          real(asked.reply()).stream().filter(one -> !isExpected(one, asked, server)).toList();
      if (alien.isEmpty()) {
        continue;
      }
      // A filter that blocks a known name as it blocks others is none that tells where it leads.
      boolean isBlocked =
          hasAbsent
              && DnsFiltering.pages(server).containsAll(alien)
              && alien.stream().allMatch(DnsFiltering::isNobodysElse);
      (isBlocked ? gaps : lies)
          .add(
              Outside.shown(server.address())
                  + (isBlocked
                      ? " answers as for blocked names for "
                      : " gives another address for ")
                  + asked.name()
                  + (asked.ipv6() ? " (IPv6)" : " (IPv4)"));
    }
  }

  private static boolean isExpected(IpAddress address, Asked asked, Server server) {
    return asked.expected().contains(address)
        || (asked.ipv6()
            && (asked.expected().isEmpty() // else DNS64 has no reason to make one up
                || Outside.isTranslated(address)) // but some make one up always
            && Outside.embedsOneOf(address, ipv4Of(asked, server)));
  }

  /** What DNS64 makes an IPv6 address from. */
  private static List<IpAddress> ipv4Of(Asked asked, Server server) {
    var found = new ArrayList<IpAddress>();
    for (Asked other : server.asked(Purpose.KNOWN)) {
      if (!other.ipv6() && other.name().equals(asked.name())) {
        found.addAll(other.expected());
      }
    }
    return found;
  }

  /** Whether it gives another address for a name whose addresses are known. */
  static boolean isForging(Server server) {
    var lies = new ArrayList<String>();
    forged(server, lies, new ArrayList<>());
    return !lies.isEmpty();
  }

  /** Addresses that lead somewhere: filters say 0.0.0.0 or the like to block a name. */
  static List<IpAddress> real(Reply reply) {
    return reply instanceof Reply.Answered answered && answered.isFound()
        ? answered.addresses().stream().filter(one -> !one.isAny() && !one.isLoopback()).toList()
        : List.of();
  }

  private static boolean isAbsent(Asked asked) {
    return asked.reply() instanceof Reply.Answered answered
        && (answered.rcode().equals("NXDOMAIN")
            || (answered.isFound() && real(answered).isEmpty()));
  }

  static boolean isTrue(Asked asked) {
    return !real(asked.reply()).isEmpty();
  }

  /** Whether one question for such addresses was answered, be it by "there are none". */
  private static boolean told(Server server, boolean ipv6) {
    return server.asked(Purpose.KNOWN).stream()
        .filter(one -> one.ipv6() == ipv6)
        .anyMatch(one -> one.reply() instanceof Reply.Answered answered && answered.isFound());
  }

  private static boolean speaks(Asked asked) {
    return asked.reply() instanceof Reply.Answered;
  }

  private static boolean isSilent(Asked asked) {
    return asked.reply() instanceof Reply.Silent;
  }

  private static boolean isRefusal(Asked asked) {
    return asked.reply() instanceof Reply.Answered answered && answered.rcode().equals("REFUSED");
  }

  private static List<Evidence> evidence(DnsAnswers answers) {
    var lines = new ArrayList<Evidence>();
    for (Server server : answers.servers()) {
      lines.add(Outside.resolver(server.address(), ", " + Outside.signatures(server)));
    }
    lines.add(Evidence.momentary("as of", answers.asOf().toString()));
    if (new OnTheWay(answers).isAnywhere()) {
      lines.add(Evidence.of("on the way", "queries to servers out there are answered by another"));
    }
    return lines;
  }
}

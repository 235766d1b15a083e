package porchlight.checks;

import java.util.List;
import java.util.Set;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Gateway;
import porchlight.facts.Portal;
import porchlight.facts.Portal.Page;
import porchlight.facts.Portal.Seen;
import porchlight.facts.Portal.Told;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;

/** No login page, and nobody else, answers in the place of pages whose answer is known. */
public record CaptivePortal() implements Check {

  @Override
  public Set<Fact> needs() {
    return Set.of(Fact.PORTAL, Fact.GATEWAY);
  }

  @Override
  public Verdict judge(Facts facts) {
    boolean nowhere = Nowhere.is(facts);
    return switch (facts.portal()) {
      case Unknown<Portal> unknown -> Verdict.unknown(unknown);
      case Known<Portal>(var portal) -> {
        Verdict verdict = judge(portal, nowhere);
        for (Page page : portal.pages()) {
          verdict =
              verdict.with(
                  Evidence.of("page", page.url() + family(page) + ", " + words(page, facts)));
        }
        verdict = verdict.withAll(evidence(portal.told()));
        yield verdict.with(Evidence.momentary("as of", portal.asOf().toString()));
      }
    };
  }

  private static Verdict judge(Portal portal, boolean nowhere) {
    for (Page page : portal.pages()) {
      switch (page.seen()) {
        case Seen.Sent() -> {
          return Verdict.fail(
              "the network sends plain HTTP to a page of its own: log in there first");
        }
        case Seen.Other(int status) when status == 204 -> {
          return Verdict.fail("somebody on the way pretends that a page was fetched");
        }
        case Seen.Other other -> {
          return Verdict.fail(
              "the network answers with a page of its own in the place of another: log in there first");
        }
        case Seen.Right() -> {}
        case Seen.Trouble trouble -> {}
        case Seen.Unreached unreached -> {}
        case Seen.Silent silent -> {}
      }
    }
    if (portal.told() instanceof Told.Said(boolean captive, var login) && captive) {
      return Verdict.fail("the network says that somebody must log in first");
    }
    var reached =
        portal.pages().stream().filter(page -> !(page.seen() instanceof Seen.Unreached)).toList();
    boolean all = reached.stream().allMatch(page -> page.seen() instanceof Seen.Right);
    if (all && !reached.isEmpty()) {
      return Verdict.pass(
          "nobody answers in the place of pages that are known"
              + (portal.pages().stream().anyMatch(Page::ipv6)
                      && reached.stream().noneMatch(Page::ipv6)
                  ? ", by IPv4; by IPv6 none is reached"
                  : ""));
    }
    if (nowhere) {
      return Nowhere.verdict();
    }
    boolean some = portal.pages().stream().anyMatch(page -> page.seen() instanceof Seen.Right);
    for (Page page : portal.pages()) {
      if (page.seen() instanceof Seen.Silent(var reason, var detail)) {
        return Verdict.unknown(
            some ? Reason.NOT_UNDERSTOOD : reason, page.url() + family(page) + ": " + detail);
      }
    }
    return Verdict.unknown(
        Reason.NOT_UNDERSTOOD, "pages whose answer is known are answered with troubles");
  }

  /** That nobody must log in is the word of whoever runs the network: it proves nothing. */
  private static List<Evidence> evidence(Told told) {
    return switch (told) {
      case Told.Nothing() -> List.of();
      case Told.Said(boolean captive, var login) when login.isEmpty() -> List.of(word(captive));
      case Told.Said(boolean captive, var login) ->
          List.of(word(captive), Evidence.personal("log in at", login));
      case Told.Silent(var reason, var detail) ->
          List.of(Evidence.of("the network itself", detail));
    };
  }

  private static Evidence word(boolean captive) {
    return Evidence.of(
        "the network itself",
        captive ? "says that somebody must log in" : "says that nobody must log in");
  }

  private static String family(Page page) {
    return page.ipv6() ? " (IPv6)" : "";
  }

  private static String words(Page page, Facts facts) {
    String what =
        switch (page.seen()) {
          case Seen.Right() -> "as it should be";
          case Seen.Sent() -> "sent elsewhere";
          case Seen.Other(int status) -> "another answer (" + status + ")";
          case Seen.Trouble(int status) -> "status " + status;
          case Seen.Unreached(var detail) -> detail;
          case Seen.Silent(var reason, var detail) -> detail;
        };
    boolean atGateway =
        facts.gateway() instanceof Known<Gateway>(Gateway(var hops))
            && hops.stream()
                .anyMatch(hop -> !hop.address().isEmpty() && hop.address().equals(page.address()));
    return what + (atGateway ? "; its name leads to the gateway" : "");
  }
}

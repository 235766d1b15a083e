package porchlight.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Dns;
import porchlight.facts.Facts;
import porchlight.facts.IpAddress;
import porchlight.facts.PhishingProtection;
import porchlight.facts.PhishingProtection.Names;
import porchlight.facts.PhishingProtection.Profile;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;

/**
 * Browsers that do not ask the resolvers of the laptop for names, and so go around what these
 * block.
 *
 * @param sure what a browser does for certain because a person wants it so
 * @param perhaps why it cannot be told of others
 */
record Around(Optional<String> sure, Optional<Verdict> perhaps, List<Evidence> seen) {
  private static final int SHOWN = 8;

  static Around of(Facts facts) {
    return switch (facts.phishingProtection()) {
      case Unknown<PhishingProtection>(var reason, var detail) ->
          new Around(
              Optional.empty(),
              Optional.of(unknown(reason, "whom browsers ask for names is not known: " + detail)),
              List.of());
      case Known<PhishingProtection>(var known) -> of(known.profiles(), isWellKnown(facts));
    };
  }

  private static Around of(List<Profile> profiles, boolean wellKnown) {
    var sure = new ArrayList<String>();
    var perhaps = new ArrayList<Verdict>();
    var seen = new ArrayList<Evidence>();
    for (Profile profile : profiles) {
      String who = profile.browser().isEmpty() ? "a browser" : profile.browser();
      switch (profile.names()) {
        case Names.Own(var by) when by.equals("a policy") -> {
          perhaps.add(
              unknown(
                  Reason.NOT_SUPPORTED,
                  "a policy has "
                      + who
                      + " ask a resolver of its own; whether that one blocks is not known"));
          tell(seen, who + " asks a resolver of its own, by " + by);
        }
        case Names.Own(var by) -> {
          sure.add(who + " asks a resolver of its own and so goes around them");
          tell(seen, who + " asks a resolver of its own, by " + by);
        }
        case Names.Perhaps(var by) -> {
          perhaps.add(
              unknown(
                  Reason.NOT_SUPPORTED,
                  who + " may ask a resolver of its own and so go around them"));
          tell(seen, who + " may ask a resolver of its own, by " + by);
        }
        case Names.Upgraded(var by) -> {
          if (wellKnown) {
            perhaps.add(
                unknown(
                    Reason.NOT_SUPPORTED,
                    who
                        + " may ask the resolver's provider by a way of its own; whether names are"
                        + " blocked there is not known"));
            tell(seen, who + " asks well-known providers by a way of its own, by " + by);
          }
        }
        case Names.Laptops names -> {}
        case Names.Unclear(var reason, var detail) ->
            perhaps.add(unknown(reason, "whom " + who + " asks for names: " + detail));
      }
    }
    return new Around(
        sure.stream().findFirst(),
        perhaps.stream().findFirst(),
        seen.subList(0, Math.min(SHOWN, seen.size())));
  }

  private static Verdict unknown(Reason reason, String words) {
    return Verdict.unknown(reason, words);
  }

  private static void tell(List<Evidence> seen, String words) {
    Evidence one = Evidence.of("browser", words);
    if (!seen.contains(one)) {
      seen.add(one);
    }
  }

  /** Whether a browser may know one of the resolvers: those of a network of one's own it cannot. */
  private static boolean isWellKnown(Facts facts) {
    return !(facts.dns() instanceof Known<Dns>(Dns(var resolvers, var by)))
        || resolvers.stream()
            .anyMatch(one -> !Outside.isPrivate(one.address()) && !isHere(one.address()));
  }

  private static boolean isHere(String address) {
    return IpAddress.of(address).filter(IpAddress::isLoopback).isPresent();
  }
}

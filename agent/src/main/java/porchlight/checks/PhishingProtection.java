package porchlight.checks;

import java.util.List;
import java.util.Set;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.PhishingProtection.Profile;
import porchlight.facts.PhishingProtection.Warning;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;

/** Every browser of everybody who uses this laptop warns of pages that deceive. */
public record PhishingProtection() implements Check {

  @Override
  public Set<Fact> needs() {
    return Set.of(Fact.PHISHING_PROTECTION);
  }

  @Override
  public Verdict judge(Facts facts) {
    return switch (facts.phishingProtection()) {
      case Unknown<porchlight.facts.PhishingProtection> unknown -> Verdict.unknown(unknown);
      case Known<porchlight.facts.PhishingProtection>(var known) ->
          judge(known.profiles())
              .withAll(known.profiles().stream().map(PhishingProtection::seen).toList());
    };
  }

  private static Verdict judge(List<Profile> profiles) {
    if (profiles.isEmpty()) {
      return Verdict.notApplicable("no known browser was used here");
    }
    return Verdict.ofEach(
        profiles.stream().map(PhishingProtection::judge).toList(),
        "every browser warns of pages that deceive");
  }

  private static Verdict judge(Profile profile) {
    return switch (profile.warning()) {
      case Warning.Off(var by) ->
          Verdict.fail(
              profile.browser()
                  + " does not warn of pages that deceive: "
                  + by
                  + " has turned the warning off");
      case Warning.Unclear(var reason, var detail) -> Verdict.unknown(reason, detail);
      case Warning.On on -> Verdict.pass(profile.browser() + " warns of pages that deceive");
    };
  }

  private static Evidence seen(Profile profile) {
    String who = profile.person().isEmpty() ? "others" : profile.person();
    String browser = profile.browser().isEmpty() ? "" : ", " + profile.browser();
    String name = profile.name().isEmpty() ? "" : " (" + profile.name() + ")";
    return Evidence.personal(
        "profile of",
        who
            + browser
            + name
            + ": "
            + switch (profile.warning()) {
              case Warning.On(var by) -> "warns, by " + by;
              case Warning.Off(var by) -> "does not warn, by " + by;
              case Warning.Unclear(var reason, var detail) -> "could not tell: " + detail;
            });
  }
}

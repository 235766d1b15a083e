package porchlight.gather.browsers;

import java.util.ArrayList;
import java.util.List;
import porchlight.facts.PhishingProtection.Names;
import porchlight.facts.PhishingProtection.Profile;
import porchlight.facts.PhishingProtection.Warning;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.AskedOnce;
import porchlight.machine.Machine;

/**
 * What browsers do about dangerous pages, be it to warn or to ask a resolver that blocks them:
 * every person, every profile.
 */
public final class Warnings {
  private Warnings() {}

  /** Those of all profiles, and of what could not be looked into. */
  public static List<Profile> of(Machine machine, Used used, Reading<? extends Policies> policies) {
    var once = new AskedOnce(machine);
    var profiles = new ArrayList<Profile>();
    for (porchlight.gather.browsers.Profile one : used.profiles()) {
      profiles.add(
          new Profile(
              one.person().name(),
              one.browser().name(),
              one.name(),
              of(policies.flatMap(there -> effective(once, there, one))),
              names(policies.flatMap(there -> names(once, there, one)))));
    }
    for (Used.Blind blind : used.blind()) {
      profiles.add(
          new Profile(
              blind.person(),
              blind.browser(),
              "",
              new Warning.Unclear(blind.reason(), blind.detail()),
              new Names.Unclear(blind.reason(), blind.detail())));
    }
    return profiles;
  }

  private static Reading<Effective> effective(
      Machine machine, Policies policies, porchlight.gather.browsers.Profile profile) {
    return switch (profile.browser().kind()) {
      case CHROMIUM -> Chromium.warnings(machine, policies, profile);
      case FIREFOX -> Firefox.warnings(machine, policies, profile);
      case OTHER -> Reading.unknown(Reason.NOT_SUPPORTED, "how it is set is not known");
    };
  }

  private static Reading<Names> names(
      Machine machine, Policies policies, porchlight.gather.browsers.Profile profile) {
    return switch (profile.browser().kind()) {
      case CHROMIUM -> ChromiumNames.read(machine, policies, profile);
      case FIREFOX -> Firefox.names(machine, policies, profile);
      case OTHER -> Reading.unknown(Reason.NOT_SUPPORTED, "how it is set is not known");
    };
  }

  private static Names names(Reading<Names> read) {
    return switch (read) {
      case Reading.Known<Names>(var names) -> names;
      case Reading.Unknown<Names>(var reason, var detail) -> new Names.Unclear(reason, detail);
    };
  }

  /** What a setting comes to. */
  public static Warning of(Reading<Effective> effective) {
    return switch (effective) {
      case Reading.Known<Effective>(var one) when one.on() -> new Warning.On(one.by());
      case Reading.Known<Effective>(var one) -> new Warning.Off(one.by());
      case Reading.Unknown<Effective>(var reason, var detail) ->
          new Warning.Unclear(reason, detail);
    };
  }
}

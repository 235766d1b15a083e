package porchlight.gather.browsers;

import java.util.ArrayList;
import java.util.Optional;
import porchlight.facts.PhishingProtection.Names;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.json.tree.Json;
import porchlight.machine.Machine;

/**
 * Whom a browser of Chromium's kind asks for names (stub_resolver_config_reader.cc): a mandatory
 * policy, else, where there is any other policy, the laptop's resolver; else what the person chose
 * for all profiles, else "automatic": the laptop's resolver, upgraded where the browser knows its
 * provider. A policy that is not looked at is not seen, so what is told may then be too much.
 */
final class ChromiumNames {
  static final String SECTION = "dns_over_https";
  static final String MODE = "mode";

  private ChromiumNames() {}

  static Reading<Names> read(Machine machine, Policies policies, Profile profile) {
    var ways = new ArrayList<Reading<Names>>();
    for (Reading<Policies.Rules> way : policies.chromium(machine, profile)) {
      ways.add(way.flatMap(rules -> names(rules, profile)));
    }
    return Effective.agreed(
        ways,
        Names::getClass,
        "whether " + profile.browser().name() + " obeys the policies here is not known");
  }

  private static Reading<Names> names(Policies.Rules rules, Profile profile) {
    Optional<Json> managed = rules.managed().mode();
    if (managed.isPresent()) {
      return names(managed.get(), true);
    }
    if (!rules.equals(Policies.Rules.NONE)) {
      return Reading.known(new Names.Laptops(Effective.POLICY));
    }
    Optional<Json> chosen = Trees.in(profile.shared(), SECTION, MODE);
    return chosen
        .map(mode -> names(mode, false))
        .orElse(Reading.known(new Names.Upgraded(Effective.DEFAULT)));
  }

  /** Beside "automatic" a policy may name resolvers; a person who does so has "secure". */
  private static Reading<Names> names(Json mode, boolean byPolicy) {
    String by = byPolicy ? Effective.POLICY : Effective.SETTING;
    if (mode instanceof Json.Str(var word)) {
      switch (word) {
        case "off" -> {
          return Reading.known(new Names.Laptops(by));
        }
        case "automatic" -> {
          return Reading.known(byPolicy ? new Names.Perhaps(by) : new Names.Upgraded(by));
        }
        case "secure" -> {
          return Reading.known(new Names.Own(by));
        }
        default -> {} // told below
      }
    }
    return Reading.unknown(
        Reason.NOT_UNDERSTOOD, "the mode of DNS over HTTPS is none that is known, by " + by);
  }
}

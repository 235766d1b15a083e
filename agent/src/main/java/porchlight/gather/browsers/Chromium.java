package porchlight.gather.browsers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import porchlight.facts.Reading;
import porchlight.machine.Machine;

/**
 * What holds in a profile of a Chromium: a policy, else an extension, else what the person chose,
 * else a recommended policy, else on.
 */
final class Chromium {
  private static final String EDGE = "Edge";

  private Chromium() {}

  static Reading<Effective> warnings(Machine machine, Policies policies, Profile profile) {
    boolean edge = profile.browser().name().equals(EDGE);
    return effective(
        machine,
        policies,
        profile,
        told -> told.warnings(edge),
        edge
            ? policies.smartScreen(machine, profile)
            : below(machine, profile, ChromiumSettings.WARNINGS));
  }

  static Reading<Effective> passwords(Machine machine, Policies policies, Profile profile) {
    return effective(
        machine,
        policies,
        profile,
        ChromiumPolicies::passwords,
        below(machine, profile, ChromiumSettings.PASSWORDS));
  }

  /** What holds where no policy decides; nobody decides where there is no value. */
  private static Reading<Optional<Effective>> below(
      Machine machine, Profile profile, String setting) {
    return ChromiumSettings.read(machine, profile)
        .flatMap(settings ->
            settings
                .byExtension(setting)
                .flatMap(made ->
                    settings
                        .chosen(setting)
                        .map(chosen ->
                            made.map(on -> new Effective(on, Effective.EXTENSION))
                                .or(() ->
                                    chosen.map(on -> new Effective(on, Effective.SETTING))))));
  }

  private static Reading<Effective> effective(
      Machine machine,
      Policies policies,
      Profile profile,
      Function<ChromiumPolicies, Reading<Optional<Boolean>>> says,
      Reading<Optional<Effective>> below) {
    var ways = new ArrayList<Reading<Effective>>();
    for (Reading<Policies.Rules> way : policies.chromium(machine, profile)) {
      ways.add(
          way.flatMap(rules ->
              effective(says.apply(rules.managed()), below, says.apply(rules.recommended()))));
    }
    return Effective.agreed(
        ways, "whether " + profile.browser().name() + " obeys the policies here is not known");
  }

  private static Reading<Effective> effective(
      Reading<Optional<Boolean>> managed,
      Reading<Optional<Effective>> below,
      Reading<Optional<Boolean>> recommended) {
    return managed.flatMap(decided ->
        decided.isPresent()
            ? Reading.known(new Effective(decided.get(), Effective.POLICY))
            : below.flatMap(own ->
                own.isPresent()
                    ? Reading.known(own.get())
                    : recommended.map(advised ->
                        advised
                            .map(on -> new Effective(on, Effective.POLICY))
                            .orElse(new Effective(true, Effective.DEFAULT)))));
  }

  /** The ids of extensions that run. */
  static Reading<Set<String>> extensions(Machine machine, Profile profile) {
    return ChromiumSettings.read(machine, profile)
        .flatMap(ChromiumSettings::extensions)
        .map(all -> {
          var ids = new LinkedHashSet<String>();
          all.stream().filter(ChromiumSettings.Extension::runs).forEach(one -> ids.add(one.id()));
          return ids;
        });
  }
}

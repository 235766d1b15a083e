package porchlight.gather.windows.firewall;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.gather.windows.Registry;
import porchlight.gather.windows.network.Nearby;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.ReadRegistry;

/** What was set on the laptop itself, as the registry keeps it. */
final class FwRegistry {
  static final String TREE =
      "HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy";
  static final ReadRegistry OWN =
      new ReadRegistry(
          TREE + "\\*",
          "EnableFirewall",
          "DefaultInboundAction",
          "DoNotAllowExceptions",
          "DisabledInterfaces");
  static final ReadRegistry OWN_RULES = rules(TREE);

  /** Those of Store apps. */
  static final ReadRegistry APP_RULES = rules(TREE + "\\RestrictedServices\\AppIso");

  static final List<Question> QUESTIONS = List.of(OWN, OWN_RULES, APP_RULES);

  private FwRegistry() {}

  static ReadRegistry rules(String tree) {
    return new ReadRegistry(tree + "\\FirewallRules", "*");
  }

  /** Which profiles are in force stands elsewhere. */
  static Reading<FwState> read(Machine machine) {
    return Registry.read(machine, OWN)
        .flatMap(FwRegistry::profiles)
        .map(profiles -> new FwState(0, profiles, rules(machine)));
  }

  static Reading<List<FwRule>> rules(Machine machine) {
    return rules(machine, OWN_RULES)
        .flatMap(own ->
            rules(machine, APP_RULES)
                .map(apps -> {
                  var all = new ArrayList<>(own);
                  all.addAll(apps);
                  return List.copyOf(all);
                }));
  }

  private static Reading<Map<Integer, FwProfile>> profiles(Registry registry) {
    var profiles = new HashMap<Integer, FwProfile>();
    for (int bit : FwProfile.ALL) {
      switch (profile(registry, TREE + "\\" + key(bit))) {
        case Known<FwProfile>(var profile) -> profiles.put(bit, profile);
        case Unknown<FwProfile> unknown -> {
          return unknown.as();
        }
      }
    }
    return Reading.known(profiles);
  }

  /** The private profile has its old name here. */
  private static String key(int bit) {
    return switch (bit) {
      case FwProfile.DOMAIN -> "DomainProfile";
      case FwProfile.PRIVATE -> "StandardProfile";
      default -> "PublicProfile";
    };
  }

  /** Where nothing is said of what no rule is for, it is blocked. */
  static Reading<FwProfile> profile(Registry registry, String key) {
    return truth(registry, key, "EnableFirewall")
        .flatMap(on ->
            on.isEmpty()
                ? Answers.notUnderstood(OWN, "EnableFirewall is not there")
                : truth(registry, key, "DefaultInboundAction")
                    .flatMap(blocks ->
                        truth(registry, key, "DoNotAllowExceptions")
                            .flatMap(all ->
                                leavesOut(registry, key)
                                    .map(out ->
                                        new FwProfile(
                                            on.get(),
                                            !blocks.orElse(true),
                                            all.orElse(false),
                                            out,
                                            true)))));
  }

  private static Reading<Boolean> leavesOut(Registry registry, String key) {
    return registry
        .text(key, "DisabledInterfaces")
        .map(ids -> ids.filter(some -> !some.isBlank()).isPresent());
  }

  /** 0 or 1. */
  static Reading<Optional<Boolean>> truth(Registry registry, String key, String name) {
    return registry
        .number(key, name)
        .flatMap(number ->
            number.isPresent() && number.get() != 0 && number.get() != 1
                ? Reading.unknown(Reason.NOT_UNDERSTOOD, name + " is " + number.get())
                : Reading.known(number.map(value -> value == 1)));
  }

  /** One that is not understood could be the one that lets everybody in. */
  static Reading<List<FwRule>> rules(Machine machine, ReadRegistry question) {
    var nearby = Nearby.of(machine);
    return Registry.read(machine, question)
        .flatMap(registry -> {
          String key = question.key();
          if (!registry.tells(key)) {
            return Answers.notUnderstood(question, "nothing is said of it");
          }
          var rules = new ArrayList<FwRule>();
          for (String name : registry.names(key)) {
            switch (registry
                .text(key, name)
                .flatMap(text -> RuleText.read(text.orElse(""), nearby))) {
              case Known<Optional<FwRule>>(var rule) -> rule.ifPresent(rules::add);
              case Unknown<Optional<FwRule>> unknown -> {
                return unknown.as();
              }
            }
          }
          return registry.denied(key)
              ? Reading.unknown(Reason.NEEDS_PRIVILEGE, "the rules of the firewall may not be read")
              : Reading.known(List.copyOf(rules));
        });
  }
}

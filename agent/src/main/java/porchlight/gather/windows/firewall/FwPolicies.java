package porchlight.gather.windows.firewall;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.gather.windows.Registry;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.ReadRegistry;

/**
 * What administrators from elsewhere set, by group policy or a management server: it comes first.
 */
record FwPolicies(Registry group, Registry managed, List<FwRule> rules) {
  private static final String GROUP = "HKLM\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall";
  private static final String MANAGED = FwRegistry.TREE + "\\Mdm";

  static final ReadRegistry BY_GROUP = settings(GROUP);
  static final ReadRegistry BY_SERVER = settings(MANAGED);
  static final ReadRegistry GROUP_RULES = FwRegistry.rules(GROUP);
  static final ReadRegistry SERVER_RULES = FwRegistry.rules(MANAGED);

  /** Policies of before Windows Vista, which are in force all the same, open ports by keys. */
  static final ReadRegistry OLD = new ReadRegistry(GROUP + "\\*\\*", "Enabled");

  static final List<Question> QUESTIONS =
      List.of(BY_GROUP, BY_SERVER, GROUP_RULES, SERVER_RULES, OLD);

  /** The older name of the private profile, which old policies mean for public networks, too. */
  private static final String STANDARD = "StandardProfile";

  /** What they log, and which echoes they answer. */
  private static final List<String> HARMLESS = List.of("logging", "icmpsettings");

  FwPolicies {
    rules = List.copyOf(rules);
  }

  private static ReadRegistry settings(String tree) {
    return new ReadRegistry(
        tree + "\\*",
        "EnableFirewall",
        "DefaultInboundAction",
        "DoNotAllowExceptions",
        "AllowLocalPolicyMerge");
  }

  static Reading<FwPolicies> read(Machine machine) {
    return tree(machine, OLD, GROUP)
        .flatMap(old ->
            opensNothing(old)
                ? tree(machine, BY_GROUP, GROUP)
                : Reading.unknown(
                    Reason.NOT_SUPPORTED, "an old policy opens ports, which is not read"))
        .flatMap(group ->
            tree(machine, BY_SERVER, MANAGED)
                .flatMap(managed ->
                    FwRegistry.rules(machine, GROUP_RULES)
                        .flatMap(first ->
                            FwRegistry.rules(machine, SERVER_RULES)
                                .map(second -> {
                                  var rules = new ArrayList<>(first);
                                  rules.addAll(second);
                                  return new FwPolicies(group, managed, rules);
                                }))));
  }

  private static Reading<Registry> tree(Machine machine, ReadRegistry question, String key) {
    return Registry.read(machine, question)
        .flatMap(registry ->
            registry.denied(key)
                ? Reading.unknown(
                    Reason.NEEDS_PRIVILEGE, "a policy of the firewall may not be read")
                : registry.tells(key)
                    ? Reading.known(registry)
                    : Answers.notUnderstood(question, "nothing is said of it"));
  }

  private static boolean opensNothing(Registry old) {
    for (String profile : List.of("DomainProfile", "PrivateProfile", "PublicProfile", STANDARD)) {
      for (String key : old.subkeys(GROUP + "\\" + profile)) {
        if (!HARMLESS.contains(key.toLowerCase(Locale.ROOT))) {
          return false;
        }
      }
    }
    return true;
  }

  /** Over what was set on the laptop itself. */
  Reading<FwState> over(FwState own) {
    var profiles = new HashMap<Integer, FwProfile>();
    for (var entry : own.profiles().entrySet()) {
      switch (over(entry.getKey(), entry.getValue())) {
        case Reading.Known<FwProfile>(var profile) -> profiles.put(entry.getKey(), profile);
        case Reading.Unknown<FwProfile> unknown -> {
          return unknown.as();
        }
      }
    }
    return Reading.known(new FwState(own.current(), profiles, own.rules(), rules));
  }

  private Reading<FwProfile> over(int bit, FwProfile own) {
    return says(bit, "EnableFirewall", 0)
        .flatMap(on ->
            says(bit, "DefaultInboundAction", 0)
                .flatMap(blocks ->
                    says(bit, "DoNotAllowExceptions", -1)
                        .flatMap(all ->
                            says(bit, "AllowLocalPolicyMerge", -1)
                                .map(merge ->
                                    new FwProfile(
                                        on.orElse(own.on()),
                                        blocks.map(yes -> !yes).orElse(own.letsIn()),
                                        all.orElse(own.blocksAll()),
                                        own.leavesOut(),
                                        merge.orElse(own.ownRules()))))));
  }

  /**
   * What a policy says of it; nothing when it leaves it open.
   *
   * @param weak the value that lets more in, where an old policy may mean it for public networks
   */
  private Reading<Optional<Boolean>> says(int bit, String name, int weak) {
    return FwRegistry.truth(group, GROUP + "\\" + key(bit), name)
        .flatMap(one ->
            one.isPresent() || bit == FwProfile.DOMAIN
                ? Reading.known(one)
                : FwRegistry.truth(group, GROUP + "\\" + STANDARD, name)
                    .flatMap(old -> ofOld(bit, old, weak)))
        .flatMap(one ->
            FwRegistry.truth(managed, MANAGED + "\\" + key(bit), name)
                .flatMap(other ->
                    other.isPresent() || bit != FwProfile.PRIVATE
                        ? Reading.known(other)
                        : FwRegistry.truth(managed, MANAGED + "\\" + STANDARD, name))
                .flatMap(other -> together(name, one, other)));
  }

  private static Reading<Optional<Boolean>> ofOld(int bit, Optional<Boolean> old, int weak) {
    if (bit == FwProfile.PRIVATE) {
      return Reading.known(old);
    }
    return old.isPresent() && weak == 0 && !old.get()
        ? Reading.unknown(
            Reason.NOT_UNDERSTOOD,
            "an old policy weakens the firewall, perhaps for public networks")
        : Reading.known(Optional.empty());
  }

  private static Reading<Optional<Boolean>> together(
      String name, Optional<Boolean> one, Optional<Boolean> other) {
    return one.isPresent() && other.isPresent() && !one.equals(other)
        ? Reading.unknown(Reason.NOT_UNDERSTOOD, "two policies say the opposite of " + name)
        : Reading.known(one.isPresent() ? one : other);
  }

  private static String key(int bit) {
    return switch (bit) {
      case FwProfile.DOMAIN -> "DomainProfile";
      case FwProfile.PRIVATE -> "PrivateProfile";
      default -> "PublicProfile";
    };
  }
}

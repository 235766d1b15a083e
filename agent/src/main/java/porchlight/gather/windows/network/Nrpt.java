package porchlight.gather.windows.network;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.gather.Answers;
import porchlight.gather.windows.Registry;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.ReadRegistry;

/**
 * The rules that send names to other servers than the adapters' (Name Resolution Policy Table).
 * Rules of a company switch all others off.
 */
final class Nrpt {
  private static final String LOCAL =
      "HKLM\\SYSTEM\\CurrentControlSet\\Services\\Dnscache\\Parameters\\DnsPolicyConfig";
  private static final String POLICY =
      "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\DNSClient\\DnsPolicyConfig";
  private static final String[] VALUES = {
    "Name", "GenericDNSServers", "ConfigOptions", "DirectAccessDNSServers"
  };

  static final ReadRegistry LOCAL_RULES = new ReadRegistry(LOCAL + "\\*", VALUES);
  static final ReadRegistry POLICY_RULES = new ReadRegistry(POLICY + "\\*", VALUES);

  private Nrpt() {}

  /** The servers that all names are sent to; empty where no rule is for all. */
  static Reading<List<String>> servers(Machine machine) {
    return Registry.read(machine, POLICY_RULES)
        .flatMap(
            policy -> Registry.read(machine, LOCAL_RULES).flatMap(local -> servers(policy, local)));
  }

  /** Whether there is no registry to be asked, which on a Windows there always is. */
  static boolean isNotThere(Machine machine) {
    return machine.ask(POLICY_RULES) instanceof Answer.Missing
        && machine.ask(LOCAL_RULES) instanceof Answer.Missing;
  }

  private static Reading<List<String>> servers(Registry policy, Registry local) {
    if (!policy.subkeys(POLICY).isEmpty()) {
      return forAll(policy, POLICY, POLICY_RULES);
    }
    Reading<List<String>> own = forAll(local, LOCAL, LOCAL_RULES);
    boolean isEmptyPolicy = policy.has(POLICY);
    return isEmptyPolicy && !own.equals(Reading.known(List.of()))
        ? Answers.notUnderstood(
            POLICY_RULES, "it is there without a rule, and may switch the others off or not")
        : own;
  }

  private static Reading<List<String>> forAll(Registry registry, String root, ReadRegistry from) {
    if (registry.denied(root)) {
      return Answers.notUnderstood(from, "it may not be read");
    }
    Set<String> found = new LinkedHashSet<>();
    for (String rule : registry.subkeys(root)) {
      switch (NrptRule.servers(registry, root + "\\" + rule, from)) {
        case Unknown<List<String>> unknown -> {
          return unknown;
        }
        case Known<List<String>>(var servers) -> found.addAll(servers);
      }
    }
    return Reading.known(List.copyOf(found));
  }
}

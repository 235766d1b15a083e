package porchlight.gather.windows.network;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import porchlight.facts.IpAddress;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.gather.Answers;
import porchlight.gather.windows.Registry;
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

  private static final int GENERIC = 8;
  private static final int DIRECT_ACCESS = 4;

  private Nrpt() {}

  /** The servers that all names are sent to; empty where no rule is for all. */
  static Reading<List<String>> servers(Machine machine) {
    return Registry.read(machine, POLICY_RULES)
        .flatMap(
            policy -> Registry.read(machine, LOCAL_RULES).flatMap(local -> servers(policy, local)));
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
      switch (rule(registry, root + "\\" + rule, from)) {
        case Unknown<List<String>> unknown -> {
          return unknown;
        }
        case Known<List<String>>(var servers) -> found.addAll(servers);
      }
    }
    return Reading.known(List.copyOf(found));
  }

  private static Reading<List<String>> rule(Registry registry, String key, ReadRegistry from) {
    return names(registry, key)
        .flatMap(names -> {
          if (!names.contains(".")) {
            return Reading.known(List.of());
          }
          return registry
              .number(key, "ConfigOptions")
              .flatMap(options ->
                  registry
                      .text(key, "GenericDNSServers")
                      .flatMap(text -> forAll(options, text.orElse(""), from)));
        });
  }

  private static Reading<List<String>> forAll(
      Optional<Long> options, String text, ReadRegistry from) {
    long bits = options.orElse(0L);
    if ((bits & DIRECT_ACCESS) != 0) {
      return Answers.notUnderstood(from, "DirectAccess resolves all names");
    }
    if ((bits & GENERIC) == 0) {
      return Reading.known(List.of());
    }
    var servers = new ArrayList<String>();
    for (String word : text.split("[;,\\s]+", -1)) {
      var address = IpAddress.of(word.replaceFirst("%.*", ""));
      if (address.isEmpty()) {
        return Answers.notUnderstood(from, "a rule for all names, to " + word);
      }
      servers.add(address.get().text());
    }
    return Reading.known(servers);
  }

  /** A list of texts, or one text in old rules. */
  private static Reading<List<String>> names(Registry registry, String key) {
    return registry
        .list(key, "Name")
        .map(list -> list.orElse(List.of()))
        .or(() -> registry.text(key, "Name").map(text -> text.stream().toList()));
  }
}

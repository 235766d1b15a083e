package porchlight.gather.linux.firewall;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** From a table as iptables-save prints it to the chains that the kernel calls. */
final class IptablesChains {
  private static final Map<String, Long> PRIORITY =
      Map.of("raw", -300L, "mangle", -150L, "nat", -100L, "filter", 0L, "security", 50L);

  private IptablesChains() {}

  /** Whether a table of nft can be one of iptables. */
  static boolean isTable(String name) {
    return PRIORITY.containsKey(name);
  }

  static List<Chain.Base> bases(IptablesSave.Table table, boolean v6, String variant) {
    Map<String, Chain> chains = new HashMap<>();
    for (var entry : table.rules().entrySet()) {
      var rules = new ArrayList<List<Step>>();
      for (String line : entry.getValue()) {
        List<Step> steps = new IptablesRule(line, v6, table.rules().keySet()).read();
        if (!steps.stream().allMatch(Step.Test.class::isInstance)) { // else it only counts or logs
          rules.add(steps);
        }
      }
      chains.put(entry.getKey(), new Chain(entry.getKey(), rules));
    }
    var bases = new ArrayList<Chain.Base>();
    for (var entry : table.policies().entrySet()) {
      Optional<Chain.Hook> hook = hook(entry.getKey());
      Chain chain = chains.get(entry.getKey());
      if (hook.isPresent() && chain != null && !entry.getValue().equals("-")) {
        bases.add(base(table, hook.get(), chain, chains, entry.getValue(), v6, variant));
      }
    }
    return bases;
  }

  private static Chain.Base base(
      IptablesSave.Table table,
      Chain.Hook hook,
      Chain chain,
      Map<String, Chain> chains,
      String policy,
      boolean v6,
      String variant) {
    String where = variant + " " + table.name() + " " + chain.name();
    Long priority = PRIORITY.get(table.name());
    if (priority == null) {
      return Chain.Base.opaque(where, !v6, v6);
    }
    boolean source = hook == Chain.Hook.INPUT || hook == Chain.Hook.POSTROUTING;
    boolean nat = table.name().equals("nat");
    return new Chain.Base(
        where,
        hook,
        nat && source ? 100 : priority,
        nat,
        !v6,
        v6,
        List.of(),
        switch (policy) {
          case "ACCEPT" -> new Verdict.Accept();
          case "DROP" -> new Verdict.Drop();
          default -> new Verdict.Perhaps("the policy of a chain");
        },
        chain,
        chains);
  }

  private static Optional<Chain.Hook> hook(String name) {
    return switch (name) {
      case "PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING" ->
          Optional.of(Chain.Hook.valueOf(name.toUpperCase(Locale.ROOT)));
      default -> Optional.empty();
    };
  }
}

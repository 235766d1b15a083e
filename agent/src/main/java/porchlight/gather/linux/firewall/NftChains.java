package porchlight.gather.linux.firewall;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import porchlight.json.tree.Json;

/** From a table of nft's JSON to the chains that the kernel calls. */
final class NftChains {
  private final NftTable table;
  private final NftText text;
  private final NftBytecode bytecode;

  NftChains(NftTable table, NftText text, NftBytecode bytecode) {
    this.table = table;
    this.text = text;
    this.bytecode = bytecode;
  }

  List<Chain.Base> bases() throws NftTable.Odd {
    var rule = new NftRule(table);
    Map<String, Chain> chains = new HashMap<>();
    for (String name : table.chains.keySet()) {
      var rules = new ArrayList<List<Step>>();
      for (NftTable.Rule listed : table.rules.getOrDefault(name, List.of())) {
        List<Step> steps = new ArrayList<>();
        if (NftReject.hidesItsFamily(table, listed.parts())) {
          steps.add(NftReject.family(bytecode.families(table, name, listed.handle())));
        }
        steps.addAll(rule.read(listed.parts()));
        if (!steps.stream().allMatch(Step.Test.class::isInstance)) { // else it only counts or logs
          rules.add(steps);
        }
      }
      chains.put(name, new Chain(name, rules));
    }
    for (String name : table.rules.keySet()) {
      if (!chains.containsKey(name)) {
        throw new NftTable.Odd("a rule in a chain that is not there");
      }
    }
    var bases = new ArrayList<Chain.Base>();
    for (var entry : table.chains.entrySet()) {
      Json.Obj chain = entry.getValue();
      if (chain.get("hook").isPresent()) {
        bases.add(base(entry.getKey(), chain, chains));
      }
    }
    return bases;
  }

  private Chain.Base base(String name, Json.Obj body, Map<String, Chain> chains)
      throws NftTable.Odd {
    Chain.Hook hook = hook(body.text("hook").orElse(""));
    Chain chain = chains.getOrDefault(name, new Chain(name, List.of()));
    boolean bound = hook == Chain.Hook.INGRESS || hook == Chain.Hook.EGRESS;
    return new Chain.Base(
        table.title() + " " + name,
        hook,
        priority(body.get("prio")),
        body.text("type").orElse("").equals("nat"),
        !table.family.equals("ip6"),
        !table.family.equals("ip"),
        bound ? devices(name, body) : List.of(),
        policy(body),
        chain,
        chains);
  }

  private static Verdict policy(Json.Obj body) {
    return switch (body.text("policy").orElse("")) {
      case "accept" -> new Verdict.Accept();
      case "drop" -> new Verdict.Drop();
      default -> new Verdict.Perhaps("the policy of a chain");
    };
  }

  private static Chain.Hook hook(String word) throws NftTable.Odd {
    try {
      return Chain.Hook.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException other) {
      throw new NftTable.Odd("an unknown hook");
    }
  }

  private List<String> devices(String chain, Json.Obj body) throws NftTable.Odd {
    Optional<Json> dev = body.get("dev").or(() -> body.get("devices"));
    if (dev.isPresent()) {
      return dev.get().asItems().orElseGet(() -> List.of(dev.get())).stream()
          .flatMap(item -> item.asText().stream())
          .toList();
    }
    return text.devices(table.family, table.name, chain)
        .orElseThrow(() -> new NftTable.Odd("a chain without its device"));
  }

  private static final Map<String, Long> NAMED =
      Map.of(
          "raw",
          -300L,
          "mangle",
          -150L,
          "dstnat",
          -100L,
          "filter",
          0L,
          "security",
          50L,
          "srcnat",
          100L);

  private static long priority(Optional<Json> prio) throws NftTable.Odd {
    if (prio.isPresent() && prio.get() instanceof Json.Num number) {
      return number.whole().orElseThrow(() -> new NftTable.Odd("a priority"));
    }
    String[] words = prio.flatMap(Json::asText).orElse("").trim().split(" +", -1);
    Long base = NAMED.get(words[0]);
    if (words.length == 1 && base != null) {
      return base;
    }
    if (words.length == 3 && base != null && words[2].matches("[0-9]{1,9}")) {
      long more = Long.parseLong(words[2]);
      return words[1].equals("-") ? base - more : base + more;
    }
    throw new NftTable.Odd("a priority");
  }
}

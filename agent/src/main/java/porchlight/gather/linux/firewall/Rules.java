package porchlight.gather.linux.firewall;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.Run;

/**
 * Everything loaded in the kernel that decides about a stranger's packet. A part that could not be
 * read stands in it as a chain that nobody knows: rules elsewhere that block still block.
 */
record Rules(
    List<Chain.Base> chains,
    Optional<Boolean> forwards4,
    Optional<Boolean> forwards6,
    Optional<Set<Integer>> listeners) {
  static final Question.ReadFile FORWARDS4 = new Question.ReadFile("/proc/sys/net/ipv4/ip_forward");
  static final Question.ReadFile FORWARDS6 =
      new Question.ReadFile("/proc/sys/net/ipv6/conf/all/forwarding");
  static final Question.ReadFile QUEUES =
      new Question.ReadFile("/proc/net/netfilter/nfnetlink_queue");
  static final Question.ReadFile MODULES = new Question.ReadFile("/proc/modules");

  Optional<Boolean> forwards(boolean v6) {
    return v6 ? forwards6 : forwards4;
  }

  static Reading<Rules> read(Machine machine) {
    Reading<List<Chain.Base>> nft = nft(machine);
    if (nft instanceof Unknown<List<Chain.Base>>(var reason, var detail)
        && reason == Reason.NEEDS_PRIVILEGE) {
      return Reading.unknown(reason, detail + Hint.of(machine));
    }
    var chains = new ArrayList<Chain.Base>();
    chains.addAll(
        switch (nft) {
          case Known<List<Chain.Base>>(var known) -> known;
          case Unknown<List<Chain.Base>>(var reason, var detail) ->
              List.of(Chain.Base.opaque(detail, true, true));
        });
    chains.addAll(
        legacy(machine, false, IptablesSave.LOADED4, IptablesSave.LEGACY4, IptablesSave.PLAIN4));
    chains.addAll(
        legacy(machine, true, IptablesSave.LOADED6, IptablesSave.LEGACY6, IptablesSave.PLAIN6));
    boolean translates = uses(chains, step -> step instanceof Step.Translate);
    boolean queues =
        uses(chains, step -> step instanceof Step.Decide(Verdict.Queue queue))
            || uses(chains, step -> step instanceof Step.Lookup);
    return Reading.known(
        new Rules(
            List.copyOf(chains),
            translates ? isOne(machine.ask(FORWARDS4)) : Optional.empty(),
            translates ? isOne(machine.ask(FORWARDS6)) : Optional.empty(),
            queues ? listeners(machine.ask(QUEUES)) : Optional.empty()));
  }

  private static boolean uses(List<Chain.Base> bases, java.util.function.Predicate<Step> wanted) {
    return bases.stream()
        .flatMap(base -> base.others().values().stream())
        .flatMap(chain -> chain.rules().stream())
        .flatMap(List::stream)
        .anyMatch(wanted);
  }

  private static Reading<List<Chain.Base>> nft(Machine machine) {
    Answer answer = machine.ask(Nft.JSON);
    if (answer instanceof Answer.Missing) {
      return isNftInKernel(machine.ask(MODULES))
          ? Reading.unknown(Reason.TOOL_MISSING, "nft is not there to list what is loaded")
          : Reading.known(List.of());
    }
    return Nft.read(answer).flatMap(tables -> chains(machine, tables));
  }

  /**
   * Only a list of modules that shows other parts of the packet filter can show that one absent.
   */
  private static boolean isNftInKernel(Answer modules) {
    return !(modules instanceof Answer.Said said
        && said.text().contains("x_tables ")
        && !said.text().contains("nf_tables "));
  }

  private static Reading<List<Chain.Base>> chains(Machine machine, List<NftTable> tables) {
    NftText text =
        Nft.needsText(tables)
            ? switch (Nft.readText(machine.ask(Nft.TEXT))) {
              case Known<NftText>(var known) -> known;
              case Unknown<NftText> unknown -> NftText.none();
            }
            : NftText.none();
    NftBytecode bytecode =
        tables.stream().anyMatch(NftReject::hidesFamilies)
            ? switch (NftBytecode.read(machine.ask(NftBytecode.LISTING))) {
              case Known<NftBytecode>(var known) -> known;
              case Unknown<NftBytecode> unknown -> NftBytecode.none();
            }
            : NftBytecode.none();
    Map<Boolean, Map<String, IptablesSave.Table>> saved =
        Map.of(
            false, saved(machine, tables, "ip", IptablesSave.NFT4),
            true, saved(machine, tables, "ip6", IptablesSave.NFT6));
    var chains = new ArrayList<Chain.Base>();
    for (NftTable table : tables) {
      chains.addAll(NftWorld.bases(table, text, bytecode, saved));
    }
    return Reading.known(chains);
  }

  private static Map<String, IptablesSave.Table> saved(
      Machine machine, List<NftTable> tables, String family, Run question) {
    boolean needed =
        tables.stream()
            .anyMatch(table ->
                table.hasXt && table.family.equals(family) && IptablesChains.isTable(table.name));
    if (!needed) {
      return Map.of();
    }
    return switch (IptablesSave.read(question, machine.ask(question), false)) {
      case Known<Map<String, IptablesSave.Table>>(var known) -> known;
      case Unknown<Map<String, IptablesSave.Table>> unknown -> Map.of();
    };
  }

  private static List<Chain.Base> legacy(
      Machine machine, boolean v6, Question loaded, Run variant, Run plain) {
    String what = v6 ? "ip6tables-legacy" : "iptables-legacy";
    return switch (IptablesSave.loaded(loaded, machine.ask(loaded))) {
      case Unknown<Set<String>>(var reason, var detail) ->
          List.of(Chain.Base.opaque(detail, !v6, v6));
      case Known<Set<String>>(var names) when names.isEmpty() -> List.of();
      case Known<Set<String>>(var names) ->
          switch (saved(machine, variant, names).or(() -> saved(machine, plain, names))) {
            case Unknown<Map<String, IptablesSave.Table>>(var reason, var detail) ->
                List.of(Chain.Base.opaque(detail, !v6, v6));
            case Known<Map<String, IptablesSave.Table>>(var tables) ->
                tables.values().stream()
                    .flatMap(table -> IptablesChains.bases(table, v6, what).stream())
                    .toList();
          };
    };
  }

  private static Reading<Map<String, IptablesSave.Table>> saved(
      Machine machine, Run question, Set<String> loaded) {
    return IptablesSave.whole(
        question, IptablesSave.read(question, machine.ask(question), true), loaded);
  }

  private static Optional<Boolean> isOne(Answer answer) {
    return answer instanceof Answer.Said said
        ? Optional.of(!said.text().strip().equals("0"))
        : Optional.empty();
  }

  private static Optional<Set<Integer>> listeners(Answer answer) {
    if (answer instanceof Answer.Missing) {
      return Optional.of(Set.of());
    }
    if (!(answer instanceof Answer.Said said)) {
      return Optional.empty();
    }
    var numbers = new HashSet<Integer>();
    for (String line : said.text().split("\n", -1)) {
      String first = line.strip().split("\\s+", -1)[0];
      if (first.matches("[0-9]{1,5}")) {
        numbers.add(Integer.parseInt(first));
      } else if (!first.isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.of(numbers);
  }

  /**
   * The chains that a packet arriving at {@code link} meets. What sits below the interface (a
   * bridge's own rules, a chain at a trunk, a program in the driver) may drop it there: how is not
   * followed, that it may is said.
   */
  List<Chain.Base> on(Link link) {
    var out = new ArrayList<Chain.Base>(chains);
    boolean below =
        chains.stream()
            .filter(base -> base.hook() == Chain.Hook.INGRESS || base.where().startsWith("bridge "))
            .anyMatch(base ->
                (base.where().startsWith("bridge ") && link.kind().equals("bridge"))
                    || link.lower().stream().anyMatch(base.devices()::contains));
    if (below || link.offloaded()) {
      out.add(
          Chain.Base.opaque(
              link.offloaded() ? "a program in the driver (XDP)" : "rules below the interface",
              true,
              true));
    }
    out.removeIf(base -> base.where().startsWith("bridge "));
    return out;
  }
}

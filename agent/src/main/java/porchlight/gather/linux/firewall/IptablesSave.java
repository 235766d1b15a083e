package porchlight.gather.linux.firewall;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Question;
import porchlight.machine.Run;

/**
 * {@code iptables-save}, by the name of its variant: the nft one prints whole what nft's JSON
 * leaves out, the legacy one prints rules that nft cannot see at all.
 */
final class IptablesSave {
  static final Run NFT4 = Run.of("iptables-nft-save");
  static final Run NFT6 = Run.of("ip6tables-nft-save");
  static final Run LEGACY4 = Run.of("iptables-legacy-save");
  static final Run LEGACY6 = Run.of("ip6tables-legacy-save");

  /** Systems with one variant only have it under the plain name. */
  static final Run PLAIN4 = Run.of("iptables-save");

  static final Run PLAIN6 = Run.of("ip6tables-save");

  /** The legacy tables that are loaded; not there when that part of the kernel is not. */
  static final Question.ReadFile LOADED4 = new Question.ReadFile("/proc/net/ip_tables_names");

  static final Question.ReadFile LOADED6 = new Question.ReadFile("/proc/net/ip6_tables_names");

  private static final Pattern CHAIN = Pattern.compile(":(\\S+) (\\S+)(?: \\[[0-9]+:[0-9]+\\])?");
  private static final Pattern ADD = Pattern.compile("(?:\\[[0-9]+:[0-9]+\\] )?-A (\\S+)(.*)");

  private IptablesSave() {}

  /** One table: the rules of each chain in order, and the policies of the kernel's own chains. */
  record Table(String name, Map<String, String> policies, Map<String, List<String>> rules) {
    int size() {
      return rules.values().stream().mapToInt(List::size).sum();
    }
  }

  /** All tables, if the listing was of the wanted variant and came to its end. */
  static Reading<Map<String, Table>> read(Question question, Answer answer, boolean legacy) {
    return Answers.read(
        question,
        answer,
        said -> {
          if (said.error().contains("ermission denied") || said.error().contains("not permitted")) {
            return Reading.unknown(
                Reason.NEEDS_PRIVILEGE, Answers.name(question) + ": permission denied");
          }
          if (said.code() != 0) {
            return Answers.notUnderstood(question, "exit " + said.code() + " " + said.error());
          }
          boolean nft = said.text().contains("(nf_tables)");
          if (!said.text().isBlank() && nft == legacy) {
            return Reading.unknown(
                Reason.TOOL_MISSING, Answers.name(question) + " shows the other kind of rules");
          }
          return tables(question, said.text());
        });
  }

  private static Reading<Map<String, Table>> tables(Question question, String text) {
    Map<String, Table> tables = new LinkedHashMap<>();
    Table open = null;
    for (String line : text.split("\n", -1)) {
      Matcher chain = CHAIN.matcher(line);
      Matcher add = ADD.matcher(line);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("*") && open == null) {
        open = new Table(line.substring(1).trim(), new LinkedHashMap<>(), new LinkedHashMap<>());
      } else if (line.equals("COMMIT") && open != null) {
        tables.put(open.name, open);
        open = null;
      } else if (open != null && chain.matches()) {
        open.policies.put(chain.group(1), chain.group(2));
        open.rules.putIfAbsent(chain.group(1), new ArrayList<>());
      } else if (open != null && add.matches() && open.rules.containsKey(add.group(1))) {
        open.rules.getOrDefault(add.group(1), new ArrayList<>()).add(add.group(2).trim());
      } else {
        return Answers.notUnderstood(question, line);
      }
    }
    return open == null
        ? Reading.known(tables)
        : Answers.notUnderstood(question, "it breaks off in table " + open.name);
  }

  /** The legacy tables that are loaded, by name. */
  static Reading<Set<String>> loaded(Question question, Answer answer) {
    if (answer instanceof Answer.Missing) {
      return Reading.known(Set.of());
    }
    return Answers.read(
        question,
        answer,
        said -> Reading.known(Set.copyOf(said.text().lines().filter(l -> !l.isBlank()).toList())));
  }

  /** The listing, if it shows every table that is loaded. */
  static Reading<Map<String, Table>> whole(
      Question question, Reading<Map<String, Table>> listing, Set<String> loaded) {
    return listing.flatMap(tables ->
        tables.keySet().containsAll(loaded)
            ? Reading.known(tables)
            : Answers.notUnderstood(question, "not every table that is loaded is shown"));
  }
}

package porchlight.gather.linux.firewall;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What nft's text says and its JSON does not: which tables sleep, and to which interface an ingress
 * chain is bound. (nft 1.0.6 prints garbage for the one and nothing for the other.)
 */
final class NftText {
  private static final Pattern TABLE = Pattern.compile("table (\\S+) (\\S+) \\{.*");
  private static final Pattern FLAGS = Pattern.compile("\\tflags (.*)");
  private static final Pattern CHAIN = Pattern.compile("\\tchain (\\S+) \\{.*");
  private static final Pattern BOUND =
      Pattern.compile("\\t\\ttype \\S+ hook (?:ingress|egress) devices? (?:= )?(.*?) priority .*");
  private static final Pattern NAME = Pattern.compile("\"([^\"]*)\"|([^\\s\",{}]+)");

  private final Set<String> tables = new HashSet<>();
  private final Set<String> dormant = new HashSet<>();
  private final Map<String, List<String>> devices = new HashMap<>();

  /** Nothing was read. */
  static NftText none() {
    return new NftText();
  }

  static NftText read(String text) {
    var read = new NftText();
    String table = "";
    String chain = "";
    for (String line : text.split("\n", -1)) {
      Matcher start = TABLE.matcher(line);
      Matcher flags = FLAGS.matcher(line);
      Matcher inner = CHAIN.matcher(line);
      Matcher bound = BOUND.matcher(line);
      if (start.matches()) {
        table = start.group(1) + " " + start.group(2);
      } else if (line.equals("}")) {
        read.tables.add(table); // only a table that was read to its end counts
        table = "";
      } else if (flags.matches()
          && List.of(flags.group(1).split("[, ]+", -1)).contains("dormant")) {
        read.dormant.add(table);
      } else if (inner.matches()) {
        chain = inner.group(1);
      } else if (bound.matches()) {
        read.devices.put(table + " " + chain, names(bound.group(1)));
      }
    }
    return read;
  }

  private static List<String> names(String text) {
    var names = new ArrayList<String>();
    Matcher name = NAME.matcher(text);
    while (name.find()) {
      names.add(name.group(1) != null ? name.group(1) : name.group(2));
    }
    return names;
  }

  /** Whether the table sleeps; empty when it was not listed. */
  Optional<Boolean> isDormant(String family, String name) {
    String table = family + " " + name;
    return tables.contains(table) ? Optional.of(dormant.contains(table)) : Optional.empty();
  }

  /** The interfaces that a chain is bound to. */
  Optional<List<String>> devices(String family, String table, String chain) {
    return Optional.ofNullable(devices.get(family + " " + table + " " + chain));
  }
}

package porchlight.gather.linux.firewall;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import porchlight.json.tree.Json;

/** One table of nft's JSON, its parts put together but not yet understood. */
final class NftTable {
  final String family;
  final String name;
  Optional<Json> flags = Optional.empty();
  final Map<String, Json.Obj> chains = new LinkedHashMap<>();
  final Map<String, List<Rule>> rules = new LinkedHashMap<>();
  final Map<String, Json.Obj> sets = new LinkedHashMap<>();

  /** Sets and maps that rules of this table add members to. */
  final Set<String> filled = new HashSet<>();

  /** Whether a rule has a part that only iptables can print whole. */
  boolean hasXt;

  NftTable(String family, String name) {
    this.family = family;
    this.name = name;
  }

  /** What no other table is called. */
  String title() {
    return family + " " + name;
  }

  /**
   * One rule as it is listed.
   *
   * @param handle its number in this table; -1 where none is listed
   */
  record Rule(long handle, List<Json> parts) {}

  /** Something that nft's JSON should not be. */
  static final class Odd extends Exception {
    private static final long serialVersionUID = 1L;

    Odd(String message) {
      super(message);
    }
  }

  /** The tables of a whole listing, in its order. */
  static List<NftTable> all(Json listing) throws Odd {
    List<Json> items =
        listing
            .asObject()
            .flatMap(root -> root.get("nftables"))
            .flatMap(Json::asItems)
            .orElseThrow(() -> new Odd("no list of tables"));
    Map<String, NftTable> tables = new LinkedHashMap<>();
    for (Json item : items) {
      Json.Obj object = item.asObject().orElseThrow(() -> new Odd("a part that is no object"));
      for (var member : object.members().entrySet()) {
        if (member.getValue() instanceof Json.Obj body) {
          add(tables, member.getKey(), body);
        }
      }
    }
    return new ArrayList<>(tables.values());
  }

  private static void add(Map<String, NftTable> tables, String what, Json.Obj body) throws Odd {
    switch (what) {
      case "table" -> of(tables, body, "name").flags = body.get("flags");
      case "chain" -> of(tables, body, "table").chains.put(text(body, "name"), body);
      case "set", "map" -> of(tables, body, "table").sets.put(text(body, "name"), body);
      case "rule" -> {
        NftTable table = of(tables, body, "table");
        List<Json> parts =
            body.get("expr").flatMap(Json::asItems).orElseThrow(() -> new Odd("an empty rule"));
        table
            .rules
            .computeIfAbsent(text(body, "chain"), key -> new ArrayList<>())
            .add(new Rule(handle(body), parts));
        parts.forEach(table::notice);
      }
      default -> {
        // Counters, quotas, helpers: nothing of their own; rules that use them say so.
      }
    }
  }

  private void notice(Json part) {
    part.asObject()
        .ifPresent(object -> {
          hasXt |= object.get("xt").isPresent();
          for (String word : List.of("set", "map")) {
            object
                .get(word)
                .flatMap(Json::asObject)
                .flatMap(body -> body.text(word))
                .filter(name -> name.startsWith("@"))
                .ifPresent(name -> filled.add(name.substring(1)));
          }
        });
  }

  private static long handle(Json.Obj body) {
    return body.get("handle").orElse(new Json.Null()) instanceof Json.Num number
        ? number.whole().orElse(-1L)
        : -1;
  }

  private static NftTable of(Map<String, NftTable> tables, Json.Obj body, String key) throws Odd {
    String family = text(body, "family");
    String name = text(body, key);
    return tables.computeIfAbsent(family + " " + name, words -> new NftTable(family, name));
  }

  private static String text(Json.Obj body, String key) throws Odd {
    return body.text(key).orElseThrow(() -> new Odd("a part without " + key));
  }
}

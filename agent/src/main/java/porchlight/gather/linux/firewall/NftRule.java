package porchlight.gather.linux.firewall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;

/** Reads one rule of nft's JSON. */
final class NftRule {
  private static final Step LUCK = new Step.Test(new Condition.Luck());

  private static final Predicate<Step> IS_TEST = Step.Test.class::isInstance;

  /** A packet that a map has nothing for is done with the rule. */
  private static final String LISTED = "what a map has for a packet ";

  private final NftMatch matches;
  private final NftLookup lookups;
  private final String table;
  private int hidden;

  NftRule(NftTable table) {
    this.table = table.title();
    this.matches = new NftMatch(table);
    this.lookups = new NftLookup(table);
  }

  List<Step> read(List<Json> parts) {
    var steps = new ArrayList<Step>();
    for (Json part : parts) {
      if (part instanceof Json.Obj object && object.members().size() == 1) {
        var only = object.members().entrySet().iterator().next();
        if (looksUp(only.getValue())) {
          String map = NftMatch.cut(JsonText.compact(only.getValue()));
          steps.add(new Step.Test(new Condition.Unsure(LISTED + map + " of " + table, false)));
        }
        steps.addAll(part(only.getKey(), only.getValue()));
      } else if (part instanceof Json.Str(var word)) {
        steps.addAll(part(word, new Json.Null()));
      } else {
        steps.add(perhaps("a rule that is not understood"));
      }
    }
    if (!parts.isEmpty() && isOfIptables(parts.getLast()) && steps.stream().allMatch(IS_TEST)) {
      steps.add(perhaps("a target of iptables")); // else the rule would be there for nothing
    }
    return steps;
  }

  /** A match or a target, which nft before 1.0.6 does not tell apart. */
  private static boolean isOfIptables(Json part) {
    return part.asObject()
        .flatMap(object -> object.get("xt"))
        .filter(xt -> type(xt).isEmpty())
        .isPresent();
  }

  private static String type(Json xt) {
    return xt.asObject().flatMap(body -> body.text("type")).orElse("");
  }

  /** Whether what is set, counted or compared is found in a map. */
  private static boolean looksUp(Json body) {
    return switch (body) {
      case Json.Obj object ->
          object.members().entrySet().stream()
              .anyMatch(member ->
                  (member.getKey().equals("map") && member.getValue() instanceof Json.Obj)
                      || looksUp(member.getValue()));
      case Json.Arr list -> list.items().stream().anyMatch(NftRule::looksUp);
      case Json.Str word -> false;
      case Json.Num number -> false;
      case Json.Bool truth -> false;
      case Json.Null none -> false;
    };
  }

  private List<Step> part(String word, Json body) {
    return switch (word) {
      case "counter",
          "log",
          "comment",
          "last",
          "ct helper",
          "ct timeout",
          "ct expectation",
          "secmark",
          "flow",
          "dup",
          "tproxy",
          "map",
          "optstrip" ->
          List.of();
      case "match" -> body.asObject().map(matches::read).orElseGet(() -> List.of(odd(word)));
      case "vmap" -> body.asObject().map(lookups::read).orElseGet(() -> List.of(odd(word)));
      case "limit", "ct count", "meter" -> List.of(LUCK);
      case "quota" -> List.of(new Step.Test(new Condition.Unsure("quota " + body, false)));
      case "set" -> filling(body);
      case "notrack" -> List.of(new Step.Change(NftRule::notrack));
      case "mangle" -> body.asObject().map(NftMangle::read).orElseGet(() -> List.of(odd(word)));
      case "accept" -> decide(new Verdict.Accept());
      case "drop", "fwd" -> decide(new Verdict.Drop());
      case "reject" -> NftReject.read(body);
      case "continue" -> List.of();
      case "return" -> decide(new Verdict.Return());
      case "jump" -> decide(target(body).<Verdict>map(Verdict.Jump::new).orElse(oddVerdict(word)));
      case "goto" -> decide(target(body).<Verdict>map(Verdict.Goto::new).orElse(oddVerdict(word)));
      case "snat", "masquerade" -> decide(new Verdict.Accept());
      case "redirect", "dnat" -> NftNat.read(body);
      case "queue" -> decide(queue(body));
      case "xt" -> xt(body);
      default -> List.of(odd(word));
    };
  }

  static Packet notrack(Packet packet) {
    return packet.tracking() == Packet.Tracking.NOT_YET
        ? packet.tracking(Packet.Tracking.UNTRACKED)
        : packet;
  }

  /** A rule that adds to a set may also ask how often it has done so. */
  private static List<Step> filling(Json body) {
    List<Json> inner =
        body.asObject().flatMap(set -> set.get("stmt")).flatMap(Json::asItems).orElse(List.of());
    boolean counts =
        inner.stream()
            .allMatch(stmt ->
                stmt.asObject().filter(object -> object.get("counter").isPresent()).isPresent());
    return counts ? List.of() : List.of(LUCK);
  }

  /** What a match of iptables asks is not shown, so no two of them are the same. */
  private List<Step> xt(Json body) {
    String name = body.asObject().flatMap(xt -> xt.text("name")).orElse("?");
    if (!type(body).equals("target")) {
      hidden++;
      return List.of(
          new Step.Test(new Condition.Unsure("xt " + name + " " + hidden + " of " + table, false)));
    }
    return IptablesTarget.withoutArguments(name);
  }

  private static List<Step> decide(Verdict verdict) {
    return List.of(Step.decide(verdict));
  }

  private static Optional<String> target(Json body) {
    return body.asObject().flatMap(object -> object.text("target"));
  }

  static Verdict queue(Json body) {
    Optional<Json.Obj> queue = body.asObject();
    Optional<Ranges> numbers =
        queue
            .flatMap(object -> object.get("num"))
            .flatMap(num -> NftValues.ranges(Field.CTZONE, num));
    boolean bypass =
        queue
            .flatMap(object -> object.get("flags"))
            .map(flags ->
                flags.asItems().orElseGet(() -> List.of(flags)).contains(new Json.Str("bypass")))
            .orElse(false);
    if (queue.isPresent() && queue.get().get("num").isEmpty()) {
      return new Verdict.Queue(0, 0, bypass);
    }
    return numbers
        .filter(ranges -> ranges.parts().size() == 1)
        .<Verdict>map(ranges ->
            new Verdict.Queue(
                ranges.first().intValue(), ranges.parts().get(0).last().intValue(), bypass))
        .orElse(oddVerdict("queue"));
  }

  /** A verdict as the value of a map: an object of one member. */
  static Verdict verdict(Json json) {
    var members = json.asObject().map(Json.Obj::members).orElse(java.util.Map.of());
    if (members.size() != 1) {
      return oddVerdict("verdict");
    }
    var only = members.entrySet().iterator().next();
    return switch (only.getKey()) {
      case "accept" -> new Verdict.Accept();
      case "drop" -> new Verdict.Drop();
      case "continue" -> new Verdict.Continue();
      case "return" -> new Verdict.Return();
      case "jump" ->
          target(only.getValue()).<Verdict>map(Verdict.Jump::new).orElse(oddVerdict("jump"));
      case "goto" ->
          target(only.getValue()).<Verdict>map(Verdict.Goto::new).orElse(oddVerdict("goto"));
      case "queue" -> queue(only.getValue());
      default -> oddVerdict(only.getKey());
    };
  }

  private static Verdict oddVerdict(String word) {
    return new Verdict.Perhaps("nft's " + (word.length() <= 40 ? word : word.substring(0, 40)));
  }

  private static Step odd(String word) {
    return Step.decide(oddVerdict(word));
  }

  static Step perhaps(String why) {
    return Step.decide(new Verdict.Perhaps(why));
  }
}

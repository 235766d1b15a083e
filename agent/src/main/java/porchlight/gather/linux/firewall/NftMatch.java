package porchlight.gather.linux.firewall;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;

/** Reads one comparison of a rule, from nft's JSON. */
final class NftMatch {
  private final NftTable table;

  NftMatch(NftTable table) {
    this.table = table;
  }

  /** The tests that are this comparison. */
  List<Step> read(Json.Obj match) {
    String op = match.text("op").orElse("");
    Json right = match.get("right").orElseGet(Json.Null::new);
    Operand left = match.get("left").map(NftOperand::read).orElse(new Operand.Opaque("nothing"));
    return switch (left) {
      case Operand.Opaque(var what) -> List.of(new Step.Test(unsure(match, op, what)));
      case Operand.Lucky(var needs) -> {
        var steps = new ArrayList<>(needs);
        steps.add(new Step.Test(new Condition.Luck()));
        yield steps;
      }
      case Operand.Absent() -> List.of(new Step.Test(new Condition.Fixed(isMissing(op, right))));
      case Operand.Of one -> {
        var steps = new ArrayList<>(one.needs());
        steps.add(new Step.Test(compare(one, op, right, match)));
        yield steps;
      }
      case Operand.Several(var parts) -> {
        var steps = new ArrayList<Step>();
        parts.forEach(part -> steps.addAll(part.needs()));
        steps.add(new Step.Test(several(parts, op, right, match)));
        yield steps;
      }
    };
  }

  /** Whether the question is for the part not to be there. */
  private static boolean isMissing(String op, Json right) {
    return right instanceof Json.Bool(boolean there) && there == op.equals("!=");
  }

  /**
   * The opposite question about the same unknown thing must have the opposite answer; one about
   * another field, or about a set of the same name in another table, need not.
   */
  private Condition unsure(Json.Obj match, String op, String what) {
    boolean negated = op.equals("!=");
    String right = match.get("right").map(JsonText::compact).orElse("");
    String left = match.get("left").map(JsonText::compact).orElse("");
    String sign = negated || op.equals("in") ? "==" : op;
    String of = right.startsWith("\"@") ? " of " + table.title() : "";
    String asked = what.equals(cut(left)) ? "" : " #" + left.hashCode();
    return new Condition.Unsure(what + " " + sign + " " + cut(right) + of + asked, negated);
  }

  /** Short enough to show, and still another for another text. */
  static String cut(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "#" + text.hashCode();
  }

  private Condition compare(Operand.Of left, String op, Json right, Json.Obj match) {
    Field field = left.field();
    if (right instanceof Json.Str(var name) && name.startsWith("@")) {
      return named(List.of(left), op, name.substring(1), match);
    }
    if (right instanceof Json.Num(var index) && field.kind == Field.Kind.NAME) {
      return byIndex(field, index, op, match);
    }
    boolean flags =
        field.kind == Field.Kind.CTSTATE
            || field.kind == Field.Kind.CTSTATUS
            || field.kind == Field.Kind.TCPFLAGS;
    boolean several = right instanceof Json.Arr && field.kind == Field.Kind.CTSTATE;
    boolean anyOf = op.equals("in") || op.equals("!") || (several && left.isWhole());
    if (flags && anyOf && !isSet(right)) {
      return NftValues.bits(field, right)
          .<Condition>map(bits -> anyBit(left, bits, !op.equals("!") && !op.equals("!=")))
          .orElseGet(() -> unsure(match, op, field.name()));
    }
    return NftValues.ranges(field, right)
        .flatMap(ranges -> wanted(field, op, ranges))
        .map(ranges -> in(left, ranges, op.equals("!=")))
        .orElseGet(() -> unsure(match, op, field.name()));
  }

  private static boolean isSet(Json right) {
    return right.asObject().flatMap(object -> object.get("set")).isPresent();
  }

  private static Condition anyBit(Operand.Of left, BigInteger bits, boolean some) {
    return new Condition.Masked(
        left.field(), left.mask().and(bits), left.flip().and(bits), Ranges.just(0), some);
  }

  static Condition in(Operand.Of left, Ranges wanted, boolean negated) {
    return left.isWhole()
        ? new Condition.In(left.field(), wanted, negated)
        : new Condition.Masked(left.field(), left.mask(), left.flip(), wanted, negated);
  }

  private static Optional<Ranges> wanted(Field field, String op, Ranges right) {
    if (op.equals("==") || op.equals("!=") || op.equals("in")) {
      return Optional.of(right);
    }
    if (!right.isSingle()) {
      return Optional.empty();
    }
    BigInteger edge = right.first();
    BigInteger top = field.fullMask();
    return switch (op) {
      case "<" -> Optional.of(Ranges.of(BigInteger.ZERO, edge.subtract(BigInteger.ONE)));
      case "<=" -> Optional.of(Ranges.of(BigInteger.ZERO, edge));
      case ">" -> Optional.of(Ranges.of(edge.add(BigInteger.ONE), top));
      case ">=" -> Optional.of(Ranges.of(edge, top));
      default -> Optional.empty();
    };
  }

  private Condition byIndex(Field field, String index, String op, Json.Obj match) {
    if ((op.equals("==") || op.equals("!=")) && (field == Field.IIF || field == Field.OIF)) {
      Field number = field == Field.IIF ? Field.IIFINDEX : Field.OIFINDEX;
      return Words.number(index)
          .<Condition>map(value -> new Condition.In(number, Ranges.just(value), op.equals("!=")))
          .orElseGet(() -> unsure(match, op, field.name()));
    }
    return Words.number(index).filter(value -> value.signum() == 0).isPresent()
        ? new Condition.In(field, Ranges.just(0), op.equals("!="))
        : unsure(match, op, field.name());
  }

  private Condition several(List<Operand.Of> parts, String op, Json right, Json.Obj match) {
    if (right instanceof Json.Str(var name) && name.startsWith("@")) {
      return named(parts, op, name.substring(1), match);
    }
    List<Json> items =
        right
            .asObject()
            .flatMap(object -> object.get("set"))
            .flatMap(Json::asItems)
            .orElseGet(() -> List.of(right));
    List<Field> fields = parts.stream().map(Operand.Of::field).toList();
    return NftValues.boxes(fields, items)
        .filter(boxes -> isEquality(op))
        .<Condition>map(boxes -> new Condition.Listed(fields, boxes, op.equals("!="), false))
        .orElseGet(() -> unsure(match, op, "several fields"));
  }

  private static boolean isEquality(String op) {
    return op.equals("==") || op.equals("!=") || op.equals("in");
  }

  private Condition named(List<Operand.Of> parts, String op, String name, Json.Obj match) {
    Json.Obj set = table.sets.get(name);
    boolean whole = parts.stream().allMatch(Operand.Of::isWhole);
    boolean filled = table.filled.contains(name);
    if (set == null || !isEquality(op) || (!whole && (filled || parts.size() > 1))) {
      return unsure(match, op, "the set " + name);
    }
    List<Json> items =
        set.get("elem")
            .map(elem -> elem.asItems().orElseGet(() -> List.of(elem)))
            .orElse(List.of());
    List<Field> fields = parts.stream().map(Operand.Of::field).toList();
    Optional<List<List<Ranges>>> boxes = NftValues.boxes(fields, items);
    if (boxes.isEmpty()) {
      return unsure(match, op, "the set " + name);
    }
    boolean negated = op.equals("!=");
    if (fields.size() == 1 && !filled) {
      List<Ranges> all = boxes.get().stream().map(box -> box.get(0)).toList();
      return in(parts.get(0), all.isEmpty() ? Ranges.NONE : Ranges.join(all), negated);
    }
    return new Condition.Listed(fields, boxes.get(), negated, filled);
  }
}

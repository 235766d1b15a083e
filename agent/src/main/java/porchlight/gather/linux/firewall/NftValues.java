package porchlight.gather.linux.firewall;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.json.tree.Json;

/** Reads what a rule compares with, from nft's JSON. Anything not understood is empty. */
final class NftValues {
  private NftValues() {}

  /** A value, a range, a prefix, or a set written in place. */
  static Optional<Ranges> ranges(Field field, Json json) {
    return switch (json) {
      case Json.Str(var word) -> word(field, word);
      case Json.Num(var literal) ->
          field.kind == Field.Kind.NAME
              ? Optional.empty()
              : Words.number(literal).map(Ranges::just);
      case Json.Bool(boolean yes) ->
          Optional.of(yes ? field.all().minus(Ranges.just(0)) : Ranges.just(0));
      case Json.Arr list -> bits(field, list).map(Ranges::just);
      case Json.Obj object when object.members().size() == 1 -> composed(field, object);
      case Json.Obj other -> Optional.empty();
      case Json.Null none -> Optional.empty();
    };
  }

  private static Optional<Ranges> word(Field field, String word) {
    if (word.startsWith("@")) {
      return Optional.empty();
    }
    int slash = word.indexOf('/');
    if (slash > 0 && field.kind == Field.Kind.ADDRESS) {
      return Words.number(word.substring(slash + 1))
          .filter(length -> length.bitLength() < 9)
          .flatMap(length -> Addresses.prefix(word.substring(0, slash), length.longValue()));
    }
    return Words.meaning(field, word);
  }

  private static Optional<Ranges> composed(Field field, Json.Obj object) {
    var only = object.members().entrySet().iterator().next();
    Json body = only.getValue();
    return switch (only.getKey()) {
      case "prefix" ->
          body.asObject()
              .flatMap(prefix ->
                  prefix
                      .get("len")
                      .filter(Json.Num.class::isInstance)
                      .flatMap(len -> ((Json.Num) len).whole())
                      .flatMap(
                          len -> prefix.text("addr").flatMap(addr -> Addresses.prefix(addr, len))))
              .filter(ranges -> field.kind == Field.Kind.ADDRESS);
      case "range" -> body.asItems().flatMap(ends -> between(field, ends));
      case "set" -> body.asItems().flatMap(items -> together(field, items));
      case "|" -> bits(field, body).map(Ranges::just);
      case "elem" ->
          body.asObject().flatMap(elem -> elem.get("val")).flatMap(value -> ranges(field, value));
      default -> Optional.empty();
    };
  }

  private static Optional<Ranges> between(Field field, List<Json> ends) {
    if (ends.size() != 2 || field.kind == Field.Kind.NAME) {
      return Optional.empty();
    }
    Optional<Ranges> low = ranges(field, ends.get(0)).filter(Ranges::isSingle);
    Optional<Ranges> high = ranges(field, ends.get(1)).filter(Ranges::isSingle);
    return low.flatMap(first -> high.map(last -> Ranges.of(first.first(), last.first())));
  }

  private static Optional<Ranges> together(Field field, List<Json> items) {
    var parts = new ArrayList<Ranges>();
    for (Json item : items) {
      Optional<Ranges> part = element(field, item);
      if (part.isEmpty()) {
        return part;
      }
      parts.add(part.get());
    }
    return Optional.of(parts.isEmpty() ? Ranges.NONE : Ranges.join(parts));
  }

  /** A member of a set; {@code *} stands for all that no other member names. */
  static Optional<Ranges> element(Field field, Json item) {
    return item.equals(new Json.Str("*")) ? Optional.of(field.all()) : ranges(field, item);
  }

  /** Flags put together: one word, one number, or a list of either. */
  static Optional<BigInteger> bits(Field field, Json json) {
    Optional<List<Json>> list =
        json.asItems().or(() -> json.asObject().flatMap(o -> o.get("|")).flatMap(Json::asItems));
    if (list.isEmpty()) {
      return json instanceof Json.Obj
          ? Optional.empty()
          : ranges(field, json).filter(Ranges::isSingle).map(Ranges::first);
    }
    List<Json> parts = list.get();
    BigInteger sum = BigInteger.ZERO;
    for (Json part : parts) {
      Optional<BigInteger> value = part instanceof Json.Arr ? Optional.empty() : bits(field, part);
      if (value.isEmpty()) {
        return value;
      }
      sum = sum.or(value.get());
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(sum);
  }

  /** The combinations that a set lists, one range for each field; empty when one is not clear. */
  static Optional<List<List<Ranges>>> boxes(List<Field> fields, List<Json> items) {
    var boxes = new ArrayList<List<Ranges>>();
    for (Json item : items) {
      Optional<List<Ranges>> box = box(fields, item);
      if (box.isEmpty()) {
        return Optional.empty();
      }
      boxes.add(box.get());
    }
    return Optional.of(boxes);
  }

  static Optional<List<Ranges>> box(List<Field> fields, Json item) {
    Json value =
        item.asObject()
            .flatMap(object -> object.get("elem"))
            .flatMap(Json::asObject)
            .flatMap(elem -> elem.get("val"))
            .orElse(item);
    if (value.equals(new Json.Str("*"))) {
      return Optional.of(fields.stream().map(Field::all).toList());
    }
    List<Json> parts =
        fields.size() == 1
            ? List.of(value)
            : value
                .asObject()
                .flatMap(object -> object.get("concat"))
                .flatMap(Json::asItems)
                .orElse(List.of());
    if (parts.size() != fields.size()) {
      return Optional.empty();
    }
    var box = new ArrayList<Ranges>();
    for (int i = 0; i < parts.size(); i++) {
      Optional<Ranges> range = ranges(fields.get(i), parts.get(i));
      if (range.isEmpty()) {
        return Optional.empty();
      }
      box.add(range.get());
    }
    return Optional.of(box);
  }
}

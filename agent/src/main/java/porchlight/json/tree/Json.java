package porchlight.json.tree;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value. */
public sealed interface Json {

  /** Members in the order of the text; a repeated name is refused by {@link JsonText#parse}. */
  record Obj(Map<String, Json> members) implements Json {
    /** The member of that name. */
    public Optional<Json> get(String name) {
      return Optional.ofNullable(members.get(name));
    }

    /** The member of that name when it is a string. */
    public Optional<String> text(String name) {
      return get(name).flatMap(Json::asText);
    }
  }

  /** An array. */
  record Arr(List<Json> items) implements Json {}

  /** A string. */
  record Str(String value) implements Json {}

  /** A number in its own words; {@link #whole} when it has no fraction and fits 64 bits. */
  record Num(String literal) implements Json {
    public Optional<Long> whole() {
      try {
        return Optional.of(Long.parseLong(literal));
      } catch (NumberFormatException notWhole) {
        return Optional.empty();
      }
    }
  }

  /** True or false. */
  record Bool(boolean value) implements Json {}

  /** JSON's null. */
  record Null() implements Json {}

  /** The text, when this is a string. */
  default Optional<String> asText() {
    return this instanceof Str(var value) ? Optional.of(value) : Optional.empty();
  }

  /** The items, when this is an array. */
  default Optional<List<Json>> asItems() {
    return this instanceof Arr(var items) ? Optional.of(items) : Optional.empty();
  }

  /** The object, when this is one. */
  default Optional<Obj> asObject() {
    return this instanceof Obj object ? Optional.of(object) : Optional.empty();
  }

  /** What kind of value this is, as an error message says it. */
  default String kind() {
    return switch (this) {
      case Obj o -> "an object";
      case Arr a -> "a list";
      case Str s -> "a text";
      case Num n -> "a number";
      case Bool b -> "true or false";
      case Null n -> "null";
    };
  }
}

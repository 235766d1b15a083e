package porchlight.json.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds a JSON object member by member. */
public final class JsonObject {
  private final Map<String, Json> members = new LinkedHashMap<>();

  public JsonObject put(String name, Json value) {
    members.put(name, value);
    return this;
  }

  public JsonObject put(String name, String value) {
    return put(name, new Json.Str(value));
  }

  public JsonObject put(String name, long value) {
    return put(name, new Json.Num(Long.toString(value)));
  }

  public JsonObject put(String name, boolean value) {
    return put(name, new Json.Bool(value));
  }

  public JsonObject put(String name, JsonObject value) {
    return put(name, value.build());
  }

  /** Leaves the member out when there is no value. */
  public JsonObject putText(String name, Optional<String> value) {
    value.ifPresent(text -> put(name, text));
    return this;
  }

  /** A list of texts. */
  public JsonObject putTexts(String name, List<String> values) {
    var items = new ArrayList<Json>();
    values.forEach(value -> items.add(new Json.Str(value)));
    return put(name, new Json.Arr(items));
  }

  public Json.Obj build() {
    return new Json.Obj(members);
  }
}

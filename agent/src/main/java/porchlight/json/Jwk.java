package porchlight.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonObject;

/**
 * A P-256 public key as JSON says it.
 *
 * @param x its point's coordinates, 32 bytes each, base64url without padding
 */
public record Jwk(String x, String y) {
  private static final int MOST = 16;
  private static final String COORDINATE = "[A-Za-z0-9_-]{43}";

  JsonObject json() {
    return new JsonObject().put("kty", "EC").put("crv", "P-256").put("x", x).put("y", y);
  }

  static Json list(List<Jwk> keys) {
    var items = new ArrayList<Json>();
    keys.forEach(key -> items.add(key.json().build()));
    return new Json.Arr(items);
  }

  /** The keys in that member; nothing when it is there and is not a list of such keys. */
  static Optional<List<Jwk>> list(Json.Obj object, String name) {
    if (object.get(name).isEmpty()) {
      return Optional.of(List.of());
    }
    var items = object.get(name).flatMap(Json::asItems);
    if (items.isEmpty() || items.get().size() > MOST) {
      return Optional.empty();
    }
    var keys = new ArrayList<Jwk>();
    for (Json item : items.get()) {
      var key = item.asObject().flatMap(Jwk::of);
      if (key.isEmpty()) {
        return Optional.empty();
      }
      keys.add(key.get());
    }
    return Optional.of(keys);
  }

  static Optional<Jwk> of(Json.Obj object) {
    var x = object.text("x").filter(text -> text.matches(COORDINATE));
    var y = object.text("y").filter(text -> text.matches(COORDINATE));
    return object.text("kty").equals(Optional.of("EC"))
            && object.text("crv").equals(Optional.of("P-256"))
            && x.isPresent()
            && y.isPresent()
        ? Optional.of(new Jwk(x.get(), y.get()))
        : Optional.empty();
  }
}

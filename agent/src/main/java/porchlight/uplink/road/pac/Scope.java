package porchlight.uplink.road.pac;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The names that are known at a place of a script. */
record Scope(Map<String, Object> names, Optional<Scope> outer) {
  static Scope inside(Optional<Scope> outer) {
    return new Scope(new HashMap<>(), outer);
  }

  Optional<Object> find(String name) {
    Optional<Scope> scope = Optional.of(this);
    while (scope.isPresent()) {
      Object value = scope.get().names.get(name);
      if (value != null) {
        return Optional.of(value);
      }
      scope = scope.get().outer;
    }
    return Optional.empty();
  }

  /** Where it is known; else it is everybody's from now on. */
  void set(String name, Object value) {
    Scope scope = this;
    while (!scope.names.containsKey(name) && scope.outer.isPresent()) {
      scope = scope.outer.get();
    }
    scope.names.put(name, value);
  }
}

package porchlight.installer.lean;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import porchlight.installer.lean.Code.How;
import porchlight.installer.lean.Code.Mention;
import porchlight.installer.lean.Code.Method;

/**
 * How far any path leads. In doubt it leads there: a call leads to that method of every kind of
 * object that is made anywhere; the JDK calls whatever it knows of; and a class that is a value
 * somewhere, or has its name in a text or among the services, is needed with every member.
 */
final class Reach {
  private final Map<String, Code> all;
  private final Map<String, List<String>> services;
  private final Map<String, Set<String>> called = new HashMap<>();
  private final Map<String, List<Code>> made = new HashMap<>();
  private final ArrayDeque<Method> open = new ArrayDeque<>();

  /**
   * @param all every class but the JDK's, by its name
   * @param services the names of the classes that serve under the name of one
   */
  Reach(Map<String, Code> all, Map<String, List<String>> services) {
    this.all = new HashMap<>(all);
    this.services = services;
  }

  /** Goes every way from that class and each of its members. */
  void from(String name) {
    whole(code(name));
    while (!open.isEmpty()) {
      open.remove().mentions.forEach(this::follow);
    }
  }

  private Code code(String name) {
    return all.computeIfAbsent(name, Code::outside);
  }

  private void follow(Mention mention) {
    if (mention.how() == How.TEXT) {
      text(mention.of());
      return;
    }
    Code code = code(mention.of());
    switch (mention.how()) {
      case NAME -> present(code);
      case FIELD -> begin(code);
      case MADE -> make(code);
      case VALUE, TEXT -> whole(code);
      case CALL -> {
        begin(code);
        reach(code, mention.method());
      }
      case KIND -> {
        reach(code, mention.method());
        if (called.computeIfAbsent(code.name, key -> new LinkedHashSet<>()).add(mention.method())) {
          List.copyOf(made.getOrDefault(code.name, List.of()))
              .forEach(kind -> reach(kind, mention.method()));
        }
      }
    }
  }

  private void text(String text) {
    Code named = all.get(text.replace('.', '/'));
    if (named != null) {
      whole(named);
    }
  }

  /** The method that is meant by a name in that class: its own, or what it has of its parents. */
  private void reach(Code code, String method) {
    Method own = code.methods.get(method);
    if (own == null) {
      present(code);
      code.parents.forEach(parent -> reach(code(parent), method));
    } else if (!own.isReached) {
      own.isReached = true;
      present(code);
      open.add(own);
    }
  }

  private void present(Code code) {
    if (!code.isPresent) {
      code.isPresent = true;
      code.parents.forEach(parent -> present(code(parent)));
      code.mentions.forEach(this::follow);
      if (code.isAnnotation) {
        whole(code);
      }
    }
  }

  private void begin(Code code) {
    if (!code.hasBegun) {
      code.hasBegun = true;
      present(code);
      code.parents.forEach(parent -> begin(code(parent)));
      if (code.methods.containsKey("<clinit>()V")) {
        reach(code, "<clinit>()V");
      }
    }
  }

  private void whole(Code code) {
    if (!code.isWhole) {
      code.isWhole = true;
      make(code);
      code.methods.keySet().forEach(method -> reach(code, method));
      // Whoever looks for servers has the class that they serve as a value.
      services.getOrDefault(code.name, List.of()).forEach(server -> whole(code(server)));
    }
  }

  /** Objects of it are made: what is called of any of its kinds is called of it. */
  private void make(Code code) {
    if (code.isMade) {
      return;
    }
    code.isMade = true;
    begin(code);
    for (Code kind : kinds(code)) {
      made.computeIfAbsent(kind.name, key -> new ArrayList<>()).add(code);
      List.copyOf(called.getOrDefault(kind.name, Set.of())).forEach(method -> reach(code, method));
      if (kind.isOutside && !code.isOutside) {
        kind.methods.values().stream()
            .filter(Method::isInherited)
            .forEach(method -> reach(code, method.key));
      }
    }
  }

  /** The class and all that it is a kind of. */
  private Set<Code> kinds(Code code) {
    var kinds = new LinkedHashSet<Code>();
    var above = new ArrayDeque<>(List.of(code));
    var seen = new HashSet<String>();
    while (!above.isEmpty()) {
      Code kind = above.remove();
      if (seen.add(kind.name)) {
        kinds.add(kind);
        kind.parents.forEach(parent -> above.add(code(parent)));
      }
    }
    return kinds;
  }
}

package porchlight.uplink.road.pac;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The members of values: those of objects and lists, and the functions of the language's own. */
final class Members {
  private static final int LONGEST_LIST = 100_000;

  private final Budget budget;
  private final Texts texts;

  Members(Budget budget) {
    this.budget = budget;
    this.texts = new Texts(budget);
  }

  Object get(Object of, Object key) {
    String name = Convert.text(key);
    return switch (of) {
      case Nothing nothing -> throw new Thrown(Convert.text(nothing) + " has no " + name);
      case String text -> texts.member(text, name, key);
      case List<?> items -> member(list(items), name, key);
      case Map<?, ?> object -> {
        Object value = object.get(name);
        yield value != null ? value : own(object, name);
      }
      case Pattern pattern -> texts.member(pattern, name);
      case Moment moment -> moment.member(name);
      case Callable function -> member(function, name);
      default -> common(of, name);
    };
  }

  void set(Object of, Object key, Object value) {
    budget.take(1);
    if (of instanceof List<?> items) {
      double place = Convert.number(key);
      List<Object> all = list(items);
      if (place >= 0 && place < LONGEST_LIST && place == Math.rint(place)) {
        while (all.size() <= place) {
          budget.take(1);
          all.add(Nothing.UNDEFINED);
        }
        all.set((int) place, value);
      } else if (Convert.text(key).equals("length")) {
        all.subList(Math.min(all.size(), Math.max(0, (int) Convert.number(value))), all.size())
            .clear();
      } else {
        throw new NotRun("it sets what a list does not have");
      }
    } else if (of instanceof Map<?, ?> object) {
      map(object).put(Convert.text(key), value);
    } else if (of instanceof Nothing) {
      throw new Thrown("nothing has no members");
    }
  }

  void delete(Object of, Object key) {
    if (of instanceof Map<?, ?> object) {
      object.remove(Convert.text(key));
    }
  }

  @SuppressWarnings("unchecked") // scripts make only lists of this kind
  private static List<Object> list(List<?> items) {
    return (List<Object>) items;
  }

  @SuppressWarnings("unchecked") // and only maps of this
  private static Map<String, Object> map(Map<?, ?> object) {
    return (Map<String, Object>) object;
  }

  private Object own(Map<?, ?> object, String name) {
    return name.equals("hasOwnProperty")
        ? (Callable) (self, words) -> object.containsKey(Convert.text(Callable.word(words, 0)))
        : common(object, name);
  }

  private Object common(Object of, String name) {
    return name.equals("toString")
        ? (Callable) (self, words) -> budget.made(Convert.text(of, Callable.word(words, 0)))
        : Nothing.UNDEFINED;
  }

  private static Object member(Callable function, String name) {
    return switch (name) {
      case "call" ->
          (Callable)
              (self, words) ->
                  function.call(
                      Callable.word(words, 0),
                      words.subList(Math.min(1, words.size()), words.size()));
      case "apply" ->
          (Callable)
              (self, words) ->
                  function.call(
                      Callable.word(words, 0),
                      Callable.word(words, 1) instanceof List<?> given ? list(given) : List.of());
      case "now" ->
          function instanceof Moment.Maker maker
              ? (Callable) (self, words) -> (double) maker.at().toInstant().toEpochMilli()
              : Nothing.UNDEFINED;
      default -> Nothing.UNDEFINED;
    };
  }

  private Object member(List<Object> items, String name, Object key) {
    double place = Convert.number(key);
    if (place >= 0 && place < items.size() && place == Math.rint(place)) {
      return items.get((int) place);
    }
    return switch (name) {
      case "length" -> (double) items.size();
      case "push" ->
          (Callable)
              (self, words) -> {
                budget.take(words.size());
                items.addAll(words);
                return (double) items.size();
              };
      case "pop" ->
          (Callable) (self, words) -> items.isEmpty() ? Nothing.UNDEFINED : items.removeLast();
      case "shift" ->
          (Callable) (self, words) -> items.isEmpty() ? Nothing.UNDEFINED : items.removeFirst();
      case "join" -> (Callable) (self, words) -> join(items, Callable.word(words, 0));
      case "concat" ->
          (Callable)
              (self, words) -> {
                var all = new ArrayList<Object>(items);
                for (Object word : words) {
                  if (word instanceof List<?> more) {
                    all.addAll(more);
                  } else {
                    all.add(word);
                  }
                }
                budget.take(all.size());
                return all;
              };
      case "slice" ->
          (Callable)
              (self, words) -> {
                int from = Texts.place(Callable.word(words, 0), items.size(), 0);
                int to = Texts.place(Callable.word(words, 1), items.size(), items.size());
                budget.take(items.size());
                return new ArrayList<>(items.subList(Math.min(from, to), to));
              };
      case "indexOf" ->
          (Callable)
              (self, words) -> {
                for (int i = 0; i < items.size(); i++) {
                  budget.step();
                  if (Convert.same(items.get(i), Callable.word(words, 0))) {
                    return (double) i;
                  }
                }
                return -1.0;
              };
      case "includes" ->
          (Callable)
              (self, words) ->
                  items.stream().anyMatch(item -> Convert.same(item, Callable.word(words, 0)));
      case "reverse" ->
          (Callable)
              (self, words) -> {
                java.util.Collections.reverse(items);
                return items;
              };
      case "forEach", "map", "filter", "some", "every" ->
          (Callable) (self, words) -> each(name, items, Callable.word(words, 0));
      default -> common(items, name);
    };
  }

  private Object each(String name, List<Object> items, Object function) {
    if (!(function instanceof Callable test)) {
      throw new Thrown(name + " wants a function");
    }
    var made = new ArrayList<Object>();
    Optional<Boolean> decided = Optional.empty();
    for (int i = 0; i < items.size() && decided.isEmpty(); i++) {
      budget.take(1);
      Object item = items.get(i);
      Object answer = test.call(Nothing.UNDEFINED, List.of(item, (double) i, items));
      switch (name) {
        case "map" -> made.add(answer);
        case "filter" -> {
          if (Convert.truth(answer)) {
            made.add(item);
          }
        }
        case "some", "every" -> {
          if (Convert.truth(answer) == name.equals("some")) {
            decided = Optional.of(name.equals("some"));
          }
        }
        default -> {
          // For its own sake.
        }
      }
    }
    return switch (name) {
      case "map", "filter" -> made;
      case "some", "every" -> decided.orElse(name.equals("every"));
      default -> Nothing.UNDEFINED;
    };
  }

  private String join(List<Object> items, Object by) {
    String between = by instanceof Nothing ? "," : Convert.text(by);
    var out = new StringBuilder();
    for (int i = 0; i < items.size(); i++) {
      String text = items.get(i) instanceof Nothing ? "" : Convert.text(items.get(i));
      budget.take(text.length() + between.length());
      out.append(i == 0 ? "" : between).append(text);
    }
    return out.toString();
  }
}

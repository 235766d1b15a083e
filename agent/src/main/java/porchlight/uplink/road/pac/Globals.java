package porchlight.uplink.road.pac;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What every script finds: the language's own names, and those of proxy scripts. */
final class Globals {
  private Globals() {}

  static Scope scope(PacHost host, Budget budget) {
    Scope scope = Scope.inside(Optional.empty());
    Map<String, Object> names = scope.names();
    names.put("NaN", Double.NaN);
    names.put("Infinity", Double.POSITIVE_INFINITY);
    names.put("Math", math());
    define(names, "String", word -> Convert.text(word));
    define(names, "Number", word -> Convert.number(word));
    define(names, "Boolean", word -> Convert.truth(word));
    define(names, "parseFloat", word -> Convert.number(Convert.text(word)));
    define(names, "isNaN", word -> Double.isNaN(Convert.number(word)));
    names.put("parseInt", (Callable) (self, words) -> whole(words));
    names.put("Array", (Callable) (self, words) -> list(words, budget));
    names.put("Object", (Callable) (self, words) -> new LinkedHashMap<String, Object>());
    names.put("Date", new Moment.Maker(host.now()));
    names.put(
        "Error",
        (Callable)
            (self, words) -> {
              Map<String, Object> error = new LinkedHashMap<>();
              error.put("message", Convert.text(Callable.word(words, 0)));
              return error;
            });
    names.put(
        "RegExp",
        (Callable)
            (self, words) ->
                Callable.word(words, 0) instanceof Pattern pattern
                    ? pattern
                    : Pattern.of(
                        Convert.text(Callable.word(words, 0)),
                        words.size() < 2 ? "" : Convert.text(words.get(1))));
    NetFunctions.into(names, host, budget);
    TimeFunctions.into(names, host);
    return scope;
  }

  static void define(Map<String, Object> names, String name, Function<Object, Object> work) {
    names.put(name, (Callable) (self, words) -> work.apply(Callable.word(words, 0)));
  }

  private static Map<String, Object> math() {
    Map<String, Object> math = new LinkedHashMap<>();
    define(math, "floor", word -> Math.floor(Convert.number(word)));
    define(math, "ceil", word -> Math.ceil(Convert.number(word)));
    define(math, "round", word -> Math.floor(Convert.number(word) + 0.5));
    define(math, "abs", word -> Math.abs(Convert.number(word)));
    math.put(
        "pow",
        (Callable)
            (self, words) ->
                Math.pow(
                    Convert.number(Callable.word(words, 0)),
                    Convert.number(Callable.word(words, 1))));
    math.put(
        "min",
        (Callable)
            (self, words) ->
                words.stream().mapToDouble(Convert::number).min().orElse(Double.POSITIVE_INFINITY));
    math.put(
        "max",
        (Callable)
            (self, words) ->
                words.stream().mapToDouble(Convert::number).max().orElse(Double.NEGATIVE_INFINITY));
    return math;
  }

  private static Object whole(List<Object> words) {
    String text = Convert.text(Callable.word(words, 0)).strip();
    int base = words.size() < 2 ? 10 : (int) Convert.number(words.get(1));
    boolean hex = text.startsWith("0x") || text.startsWith("0X");
    String digits = hex ? text.substring(2) : text;
    base = hex ? 16 : base;
    int end = digits.startsWith("-") || digits.startsWith("+") ? 1 : 0;
    while (end < digits.length() && Character.digit(digits.charAt(end), base) >= 0) {
      end++;
    }
    try {
      return (double) Long.parseLong(digits.substring(0, end), base);
    } catch (NumberFormatException none) {
      return Double.NaN;
    }
  }

  private static Object list(List<Object> words, Budget budget) {
    int size = words.size();
    boolean sized = size == 1 && words.get(0) instanceof Double;
    double wanted = sized ? Convert.number(words.get(0)) : size;
    budget.take(wanted < 0 || wanted > Integer.MAX_VALUE ? -1 : (int) wanted);
    var list = new ArrayList<Object>();
    if (sized) {
      for (int i = 0; i < wanted; i++) {
        list.add(Nothing.UNDEFINED);
      }
    } else {
      list.addAll(words);
    }
    return list;
  }
}

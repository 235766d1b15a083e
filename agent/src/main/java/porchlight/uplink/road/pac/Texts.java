package porchlight.uplink.road.pac;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;

/** What texts and regular expressions of a script can do. */
final class Texts {
  private static final int LONGEST_MADE = 4_000_000;

  private final Budget budget;

  Texts(Budget budget) {
    this.budget = budget;
  }

  /** A place in something so long, from its end when negative. */
  static int place(Object word, int length, int fallback) {
    if (word instanceof Nothing) {
      return fallback;
    }
    double place = Convert.number(word);
    return Double.isNaN(place)
        ? 0
        : (int) Math.max(0, Math.min(length, place < 0 ? length + place : place));
  }

  private static int within(Object word, int length, int fallback) {
    double place = word instanceof Nothing ? fallback : Convert.number(word);
    return Double.isNaN(place) ? 0 : (int) Math.max(0, Math.min(length, place));
  }

  private static Callable function(Callable function) {
    return function;
  }

  Object member(String text, String name, Object key) {
    if (key instanceof Double place) {
      return place >= 0 && place < text.length() && place == Math.rint(place)
          ? text.substring(place.intValue(), place.intValue() + 1)
          : Nothing.UNDEFINED;
    }
    return switch (name) {
      case "length" -> (double) text.length();
      case "toLowerCase", "toLocaleLowerCase" ->
          function((self, words) -> budget.made(text.toLowerCase(Locale.ROOT)));
      case "toUpperCase", "toLocaleUpperCase" ->
          function((self, words) -> budget.made(text.toUpperCase(Locale.ROOT)));
      case "toString", "valueOf" -> function((self, words) -> text);
      case "trim" -> function((self, words) -> budget.made(text.strip()));
      case "charAt" ->
          function((self, words) -> {
            double place = Convert.number(Callable.word(words, 0));
            int at = Double.isNaN(place) ? 0 : (int) place;
            return at >= 0 && at < text.length() ? text.substring(at, at + 1) : "";
          });
      case "charCodeAt" ->
          function((self, words) -> {
            int at = (int) Convert.number(Callable.word(words, 0));
            return at >= 0 && at < text.length() ? (double) text.charAt(at) : Double.NaN;
          });
      case "indexOf" ->
          function((self, words) ->
              (double)
                  text.indexOf(
                      Convert.text(Callable.word(words, 0)),
                      within(Callable.word(words, 1), text.length(), 0)));
      case "lastIndexOf" ->
          function((self, words) ->
              (double)
                  text.lastIndexOf(
                      Convert.text(Callable.word(words, 0)),
                      within(Callable.word(words, 1), text.length(), text.length())));
      case "includes" ->
          function((self, words) -> text.contains(Convert.text(Callable.word(words, 0))));
      case "startsWith" ->
          function((self, words) -> text.startsWith(Convert.text(Callable.word(words, 0))));
      case "endsWith" ->
          function((self, words) -> text.endsWith(Convert.text(Callable.word(words, 0))));
      case "substring" ->
          function((self, words) -> {
            int from = within(Callable.word(words, 0), text.length(), 0);
            int to = within(Callable.word(words, 1), text.length(), text.length());
            return budget.made(text.substring(Math.min(from, to), Math.max(from, to)));
          });
      case "slice" ->
          function((self, words) -> {
            int from = place(Callable.word(words, 0), text.length(), 0);
            int to = place(Callable.word(words, 1), text.length(), text.length());
            return budget.made(text.substring(Math.min(from, to), to));
          });
      case "substr" ->
          function((self, words) -> {
            int from = place(Callable.word(words, 0), text.length(), 0);
            int length =
                within(Callable.word(words, 1), text.length() - from, text.length() - from);
            return budget.made(text.substring(from, from + length));
          });
      case "split" -> function((self, words) -> split(text, Callable.word(words, 0)));
      case "concat" ->
          function((self, words) -> {
            String all = text;
            for (Object word : words) {
              all = budget.made(all + Convert.text(word));
            }
            return all;
          });
      case "match" -> function((self, words) -> match(pattern(Callable.word(words, 0)), text));
      case "search" ->
          function((self, words) -> {
            Matcher found = matcher(pattern(Callable.word(words, 0)), text);
            return found.find() ? (double) found.start() : -1.0;
          });
      case "replace" ->
          function(
              (self, words) -> replace(text, Callable.word(words, 0), Callable.word(words, 1)));
      default -> Nothing.UNDEFINED;
    };
  }

  Object member(Pattern pattern, String name) {
    return switch (name) {
      case "test" ->
          function((self, words) -> matcher(pattern, Convert.text(Callable.word(words, 0))).find());
      case "exec" ->
          function((self, words) ->
              match(new Pattern(pattern.compiled(), false), Convert.text(Callable.word(words, 0))));
      case "source" -> pattern.compiled().pattern();
      default -> Nothing.UNDEFINED;
    };
  }

  private static Pattern pattern(Object word) {
    return word instanceof Pattern pattern ? pattern : Pattern.of(Convert.text(word), "");
  }

  private Matcher matcher(Pattern pattern, String text) {
    return pattern.compiled().matcher(new Watched(text, budget));
  }

  private Object match(Pattern pattern, String text) {
    Matcher found = matcher(pattern, text);
    var all = new ArrayList<Object>();
    while (found.find()) {
      for (int i = 0; i <= (pattern.global() ? 0 : found.groupCount()); i++) {
        String group = found.group(i);
        all.add(group == null ? Nothing.UNDEFINED : budget.made(group));
      }
      if (!pattern.global()) {
        break;
      }
    }
    return all.isEmpty() ? Nothing.NULL : all;
  }

  private List<Object> split(String text, Object by) {
    var parts = new ArrayList<Object>();
    budget.take(text.length() + 1);
    if (by instanceof Nothing) {
      parts.add(text);
    } else if (by instanceof Pattern pattern) {
      int from = 0;
      Matcher found = matcher(pattern, text);
      while (found.find()) {
        if (found.end() > found.start()) {
          parts.add(text.substring(from, found.start()));
          from = found.end();
        }
      }
      parts.add(text.substring(from));
    } else if (Convert.text(by).isEmpty()) {
      text.chars().forEach(letter -> parts.add(Character.toString(letter)));
    } else {
      String sign = Convert.text(by);
      int from = 0;
      for (int at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, from)) {
        parts.add(text.substring(from, at));
        from = at + sign.length();
      }
      parts.add(text.substring(from));
    }
    budget.take(parts.size());
    return parts;
  }

  private String replace(String text, Object what, Object by) {
    if (by instanceof Callable) {
      throw new NotRun("it replaces by a function");
    }
    String with = Convert.text(by);
    if (what instanceof Pattern pattern) {
      var out = new StringBuilder();
      Matcher found = matcher(pattern, text);
      int from = 0;
      while (found.find()) {
        out.append(text, from, found.start()).append(filled(with, found));
        from = found.end();
        budget.take(out.length());
        if (!pattern.global()) {
          break;
        }
      }
      return budget.made(out.append(text.substring(from)).toString());
    }
    int at = text.indexOf(Convert.text(what));
    return at < 0
        ? text
        : budget.made(
            text.substring(0, at) + with + text.substring(at + Convert.text(what).length()));
  }

  /** With what was found where {@code $1} stands. */
  private static String filled(String with, Matcher found) {
    String text = with;
    for (int i = 0; i <= Math.min(9, found.groupCount()); i++) {
      String group = found.group(i);
      if (group != null && (long) text.length() * group.length() > LONGEST_MADE) {
        throw new NotRun("it wants too much memory");
      }
      text = text.replace(i == 0 ? "$&" : "$" + i, group == null ? "" : group);
    }
    return text;
  }
}

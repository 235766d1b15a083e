package porchlight.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;

/**
 * Reads a JSON object strictly: every member is asked for by name and kind, and {@link #finish}
 * refuses those that nobody asked for. What is wrong is thrown as {@link Refused}, with its place.
 *
 * <p>A member that is asked for with a fallback may be left out; one asked for without must be
 * there.
 */
public final class Fields {
  private static final int LONGEST_QUOTE = 60;

  private final String source;
  private final String path;
  private final Json.Obj object;
  private final Set<String> known = new LinkedHashSet<>();

  private Fields(String source, String path, Json.Obj object) {
    this.source = source;
    this.path = path;
    this.object = object;
  }

  /**
   * The object that a commented JSON text holds.
   *
   * @param source the file as the operator knows it, for messages
   */
  public static Fields read(String source, String text) {
    try {
      return of(source, "", JsonText.parseCommented(text));
    } catch (JsonText.NotJson notJson) {
      throw new Refused(source + ": not JSON: " + notJson.getMessage());
    }
  }

  private static Fields of(String source, String path, Json value) {
    if (value instanceof Json.Obj object) {
      return new Fields(source, path, object);
    }
    throw refused(source, path, "an object", value);
  }

  /** Whether the member is there; asking makes it known. */
  public boolean has(String name) {
    return find(name).isPresent();
  }

  public String text(String name) {
    return asText(name, need(name, "a text"));
  }

  public String text(String name, String fallback) {
    return find(name).map(value -> asText(name, value)).orElse(fallback);
  }

  public int integer(String name, int minimum, int maximum) {
    return asInteger(name, need(name, between(minimum, maximum)), minimum, maximum);
  }

  public int integer(String name, int minimum, int maximum, int fallback) {
    return find(name).map(value -> asInteger(name, value, minimum, maximum)).orElse(fallback);
  }

  public boolean truth(String name) {
    return asTruth(name, need(name, "true or false"));
  }

  public boolean truth(String name, boolean fallback) {
    return find(name).map(value -> asTruth(name, value)).orElse(fallback);
  }

  public List<String> texts(String name) {
    return asTexts(name, need(name, "a list of texts"));
  }

  public List<String> texts(String name, List<String> fallback) {
    return find(name).map(value -> asTexts(name, value)).orElse(fallback);
  }

  /**
   * One of a set of words.
   *
   * @param words all that there are, for the message
   * @param of the value of a word, such as {@code Severity::of}
   */
  public <T> T word(String name, Collection<String> words, Function<String, Optional<T>> of) {
    return asWord(name, need(name, oneOf(words)), words, of);
  }

  public <T> T word(
      String name, Collection<String> words, Function<String, Optional<T>> of, T fallback) {
    return find(name).map(value -> asWord(name, value, words, of)).orElse(fallback);
  }

  /** A text that must have some form: what {@code of} does not know is refused. */
  public <T> T form(String name, String expected, Function<String, Optional<T>> of) {
    Json value = need(name, expected);
    return value.asText().flatMap(of).orElseThrow(() -> wrong(name, expected, value));
  }

  /**
   * A list of texts of some form, empty when left out: a text that {@code of} does not know is
   * refused.
   */
  public <T> List<T> forms(String name, String expected, Function<String, Optional<T>> of) {
    var values = new ArrayList<T>();
    var items = find(name).map(value -> asItems(name, value)).orElse(List.of());
    for (int i = 0; i < items.size(); i++) {
      Json item = items.get(i);
      String place = name + "[" + i + "]";
      values.add(item.asText().flatMap(of).orElseThrow(() -> wrong(place, expected, item)));
    }
    return values;
  }

  public Fields object(String name) {
    return of(source, at(name), need(name, "an object"));
  }

  /** This object's members, and those of {@code base} that it has not, but for some of those. */
  Fields over(Fields base, Set<String> without) {
    var all = new LinkedHashMap<>(base.object.members());
    all.keySet().removeAll(without);
    all.putAll(object.members());
    return new Fields(source, path, new Json.Obj(all));
  }

  /** The names of the members that are there. */
  public List<String> names() {
    return List.copyOf(object.members().keySet());
  }

  public Optional<Fields> objectIfThere(String name) {
    return find(name).map(value -> of(source, at(name), value));
  }

  public List<Fields> objects(String name) {
    Json value = need(name, "a list of objects");
    var items = value.asItems().orElseThrow(() -> wrong(name, "a list of objects", value));
    var objects = new ArrayList<Fields>();
    for (int i = 0; i < items.size(); i++) {
      objects.add(of(source, at(name) + "[" + i + "]", items.get(i)));
    }
    return objects;
  }

  /** Refuses members that nobody asked for. */
  public void finish() {
    for (String name : object.members().keySet()) {
      if (!known.contains(name)) {
        throw new Refused(
            source
                + ": "
                + quoted(at(name))
                + ": there is no such setting"
                + DidYouMean.tail(known, name, "known here: " + String.join(", ", known)));
      }
    }
  }

  /** What to throw when a member is of the right kind but its value makes no sense. */
  public Refused wrong(String name, String expected) {
    return wrong(name, expected, find(name).orElse(new Json.Null()));
  }

  /** What to throw when {@code what} is wrong with a member. */
  public Refused refused(String name, String what) {
    return new Refused(source + ": " + quoted(at(name)) + ": " + oneLine(what));
  }

  private Refused wrong(String name, String expected, Json found) {
    return refused(source, at(name), expected, found);
  }

  private static Refused refused(String source, String path, String expected, Json found) {
    return new Refused(
        source
            + (path.isEmpty() ? "" : ": " + quoted(path))
            + ": expected "
            + expected
            + ", found "
            + shown(found));
  }

  private Optional<Json> find(String name) {
    known.add(name);
    return object.get(name);
  }

  private Json need(String name, String expected) {
    return find(name)
        .orElseThrow(
            () -> new Refused(source + ": " + at(name) + ": missing; expected " + expected));
  }

  private String asText(String name, Json value) {
    return value.asText().orElseThrow(() -> wrong(name, "a text", value));
  }

  private int asInteger(String name, Json value, int minimum, int maximum) {
    return Optional.of(value)
        .filter(Json.Num.class::isInstance)
        .flatMap(number -> ((Json.Num) number).whole())
        .filter(whole -> whole >= minimum && whole <= maximum)
        .map(Math::toIntExact)
        .orElseThrow(() -> wrong(name, between(minimum, maximum), value));
  }

  private boolean asTruth(String name, Json value) {
    if (value instanceof Json.Bool(var truth)) {
      return truth;
    }
    throw wrong(name, "true or false", value);
  }

  private List<Json> asItems(String name, Json value) {
    return value.asItems().orElseThrow(() -> wrong(name, "a list of texts", value));
  }

  private List<String> asTexts(String name, Json value) {
    return asItems(name, value).stream()
        .map(item -> item.asText().orElseThrow(() -> wrong(name, "a list of texts", item)))
        .toList();
  }

  private <T> T asWord(
      String name, Json value, Collection<String> words, Function<String, Optional<T>> of) {
    return value.asText().flatMap(of).orElseThrow(() -> wrong(name, oneOf(words), value));
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static String between(int minimum, int maximum) {
    return "a whole number from " + minimum + " to " + maximum;
  }

  private static String oneOf(Collection<String> words) {
    return "one of " + String.join(", ", words);
  }

  private static String shown(Json found) {
    return switch (found) {
      case Json.Str(var text) -> quoted("\"" + text + "\"");
      case Json.Num(var literal) -> quoted(literal);
      case Json.Bool(var truth) -> Boolean.toString(truth);
      case Json.Obj object -> object.kind();
      case Json.Arr array -> array.kind();
      case Json.Null none -> none.kind();
    };
  }

  /** On one line, whatever the file holds. */
  static String quoted(String text) {
    String line = oneLine(text);
    return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ");
  }
}

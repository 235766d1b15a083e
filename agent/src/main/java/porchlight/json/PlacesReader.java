package porchlight.json;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import porchlight.facts.Place.Kind;
import porchlight.policy.Rule;

/** Reads what a rule is at kinds of places: its own members, but for those that stand there. */
final class PlacesReader {
  /** Everywhere but at a home and an office. */
  private static final String ELSEWHERE = "elsewhere";

  private PlacesReader() {}

  /**
   * The rule at each kind of place that is named.
   *
   * @param rule the rule's members
   * @param places its member of that name
   * @param read makes a rule of all its members
   */
  static Map<Kind, Rule> read(Fields rule, Fields places, Function<Fields, Rule> read) {
    var found = new EnumMap<Kind, Rule>(Kind.class);
    for (String word : places.names()) {
      List<Kind> kinds = kinds(word).orElseThrow(() -> unknown(places, word));
      Fields there = places.object(word);
      if (there.has("check") || there.has("places")) {
        throw places.refused(word, "a place changes a rule's severity and parameters, no more");
      }
      Rule changed = read.apply(there.over(rule, Set.of("places")));
      boolean isNamed = kinds.size() == 1;
      for (Kind kind : kinds) {
        if (isNamed || !found.containsKey(kind)) {
          found.put(kind, changed);
        }
      }
    }
    return found;
  }

  private static Optional<List<Kind>> kinds(String word) {
    if (!word.equals(ELSEWHERE)) {
      return Kind.of(word).map(List::of);
    }
    var kinds = new ArrayList<Kind>();
    for (Kind kind : Kind.values()) {
      switch (kind) {
        case HOME, OFFICE -> {}
        case GUEST, PUBLIC_HOTSPOT, PHONE_HOTSPOT, WIRED, UNKNOWN -> kinds.add(kind);
      }
    }
    return Optional.of(kinds);
  }

  private static Refused unknown(Fields places, String word) {
    var words = new ArrayList<String>();
    for (Kind kind : Kind.values()) {
      words.add(kind.word());
    }
    words.add(ELSEWHERE);
    return places.refused(
        word,
        "there is no such kind of place"
            + DidYouMean.tail(words, word, "known: " + String.join(", ", words)));
  }
}

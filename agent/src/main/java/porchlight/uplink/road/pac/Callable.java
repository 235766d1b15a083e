package porchlight.uplink.road.pac;

import java.util.List;

/** What a script can call. */
@FunctionalInterface
interface Callable {
  Object call(Object self, List<Object> words);

  /** The word at that place; undefined when there are not so many. */
  static Object word(List<Object> words, int place) {
    return place < words.size() ? words.get(place) : Nothing.UNDEFINED;
  }
}

package porchlight.gather;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which captures are in tests, with their truth, and why the others are not.
 *
 * @param notAsked beginnings of names, and why nobody asks that
 */
public record CaptureUse(CaptureFolder folder, Map<String, String> notAsked) {

  /** The sources of those tests in a folder, by which the captures are found. */
  public static String sources(Path tests, Predicate<String> counts) {
    return OnDisk.texts(tests).entrySet().stream()
        .filter(file -> counts.test(file.getKey()))
        .map(Map.Entry::getValue)
        .collect(Collectors.joining());
  }

  /** Why nobody asks that; empty when somebody does. */
  public List<String> reasons(String file) {
    return notAsked.entrySet().stream()
        .filter(one -> file.startsWith(one.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Each is in the sources, or says why not. */
  public void each_is_in(String sources, BiPredicate<String, String> isIn, int atLeast) {
    var lost = new TreeSet<String>();
    int used = 0;
    for (String file : folder.all()) {
      boolean inATest = isIn.test(sources, file);
      used += inATest ? 1 : 0;
      if (!inATest && reasons(file).isEmpty()) {
        lost.add(file);
      }
    }
    assertEquals(new TreeSet<>(), lost, "no test asks for these");
    assertTrue(used >= atLeast, used + " are in tests");
  }

  /** No reason is left over. */
  public void every_reason_is_of_some_capture() {
    for (String beginning : notAsked.keySet()) {
      assertTrue(folder.all().stream().anyMatch(file -> file.startsWith(beginning)), beginning);
    }
  }
}

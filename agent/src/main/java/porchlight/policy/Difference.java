package porchlight.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a later look says otherwise than an earlier one, in the later one's order.
 *
 * @param same how many checks say the same, to the word
 */
public record Difference(List<Change> changes, int same) {

  public Difference {
    changes = List.copyOf(changes);
  }

  public static Difference of(Assessment before, Assessment after) {
    Map<String, Finding> was = byCheck(before);
    Map<String, Finding> is = byCheck(after);
    Map<String, Finding> all = new LinkedHashMap<>(is);
    was.forEach(all::putIfAbsent);
    var changes = new ArrayList<Change>();
    for (String check : all.keySet()) {
      var change =
          new Change(
              check, Optional.ofNullable(was.get(check)), Optional.ofNullable(is.get(check)));
      if (!change.before().equals(change.after())) {
        changes.add(change);
      }
    }
    return new Difference(changes, all.size() - changes.size());
  }

  private static Map<String, Finding> byCheck(Assessment assessment) {
    var all = new LinkedHashMap<String, Finding>();
    assessment.findings().forEach(finding -> all.put(finding.check(), finding));
    return all;
  }

  /** Those that went that way. */
  public List<Change> that(Change.Way way) {
    return changes.stream().filter(change -> change.way() == way).toList();
  }
}

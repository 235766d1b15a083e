package porchlight.central.devices;

import java.util.ArrayList;
import java.util.List;
import porchlight.central.reports.Outcome;

/**
 * The changes of one check, oldest first. Reports may be told in any order: a late one moves a
 * change to where it belongs and never touches what a newer one said.
 */
final class Timeline {
  static final int LONGEST = 200;

  private Timeline() {}

  /** What the check says now. */
  static Outcome now(List<Change> changes) {
    return changes.isEmpty() ? Outcome.ABSENT : changes.getLast().to();
  }

  /**
   * The changes after {@code told} said {@code outcome}; {@code newest} is the newest report told
   * before.
   */
  static List<Change> tell(
      String check, List<Change> changes, Point told, Outcome outcome, Point newest) {
    int next = 0;
    while (next < changes.size() && !changes.get(next).first().isAfter(told)) {
      next++;
    }
    Outcome expected = next < changes.size() ? changes.get(next).from() : now(changes);
    Point known = next < changes.size() ? changes.get(next).before() : newest;
    List<Change> after = new ArrayList<>(changes);
    if (outcome == expected) {
      if (next < changes.size() && told.isAfter(known)) {
        after.set(next, changes.get(next).withBefore(told, expected));
      }
    } else if (!told.isAfter(known)) {
      Point start = next == 0 ? Point.NONE : changes.get(next - 1).first();
      after.add(next, new Change(check, start, told, expected, outcome));
      after.add(next + 1, new Change(check, told, known, outcome, expected));
    } else if (next == changes.size()) {
      after.add(new Change(check, known, told, expected, outcome));
    } else if (outcome == changes.get(next).to()) {
      after.set(next, changes.get(next).withFirst(told));
    } else {
      after.add(next, new Change(check, known, told, expected, outcome));
      after.set(next + 1, changes.get(next).withBefore(told, outcome));
    }
    int surplus = Math.max(0, after.size() - LONGEST);
    return List.copyOf(after.subList(surplus, after.size()));
  }
}

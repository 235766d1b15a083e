package porchlight.central.devices;

import porchlight.central.reports.Outcome;

/**
 * A check went from one outcome to another: {@code before} is the last report known to say the old
 * one, {@code first} the first known to say the new one.
 */
public record Change(String check, Point before, Point first, Outcome from, Outcome to) {
  Change withBefore(Point point, Outcome outcome) {
    return new Change(check, point, first, outcome, to);
  }

  Change withFirst(Point point) {
    return new Change(check, before, point, from, to);
  }
}

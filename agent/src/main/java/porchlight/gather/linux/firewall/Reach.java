package porchlight.gather.linux.firewall;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which ports a stranger reaches.
 *
 * @param sure reached for certain
 * @param maybe all that might be reached; holds {@code sure}
 * @param why what could not be decided
 */
record Reach(Ranges sure, Ranges maybe, Set<String> why) {
  static final Reach NONE = new Reach(Ranges.NONE, Ranges.NONE, Set.of());
  private static final int REASONS = 3;

  static Reach sure(Ranges ports) {
    return new Reach(ports, ports, Set.of());
  }

  static Reach perhaps(Ranges ports, String why) {
    return new Reach(Ranges.NONE, ports, Set.of(why));
  }

  /** The stranger may take either way. */
  Reach or(Reach other) {
    if (this.equals(NONE)) {
      return other;
    }
    return other.equals(NONE)
        ? this
        : new Reach(sure.or(other.sure), maybe.or(other.maybe), together(why, other.why));
  }

  /**
   * One of the two is so, and nobody knows which: sure is only what both reach. (A stranger could
   * need two different addresses in the two worlds; they are free to try both.)
   */
  Reach either(Reach other, String unknown) {
    if (sure.equals(other.sure) && maybe.equals(other.maybe)) {
      return this;
    }
    return new Reach(
        sure.and(other.sure),
        maybe.or(other.maybe),
        together(together(why, other.why), Set.of(unknown)));
  }

  /** The same, if it can come to this at all. */
  Reach doubted(String unknown) {
    return maybe.isEmpty() ? NONE : new Reach(Ranges.NONE, maybe, together(why, Set.of(unknown)));
  }

  private static Set<String> together(Set<String> one, Set<String> other) {
    if (other.isEmpty() || one.size() >= REASONS) {
      return one;
    }
    var all = new LinkedHashSet<>(one);
    for (String reason : other) {
      if (all.size() < REASONS) {
        all.add(reason);
      }
    }
    return all;
  }
}

package porchlight.daemon;

import java.util.OptionalLong;

/**
 * Network events that belong together: settled once none has come for 3 s, or 10 s after the first.
 * All times are monotonic nanoseconds.
 */
final class Burst {
  private static final long SECOND = 1_000_000_000L;
  private static final long QUIET = 3 * SECOND;
  private static final long LONGEST = 10 * SECOND;

  private boolean any;
  private long first;
  private long last;

  /** Takes an event in; answers whether it is the first. */
  boolean event(long nanos) {
    boolean opens = !any;
    if (opens) {
      first = nanos;
    }
    any = true;
    last = nanos;
    return opens;
  }

  /** When the burst will have settled if nothing more comes; nothing when there is none. */
  OptionalLong settlesAt() {
    if (!any) {
      return OptionalLong.empty();
    }
    long quiet = last + QUIET;
    long longest = first + LONGEST;
    return OptionalLong.of(quiet - longest < 0 ? quiet : longest);
  }

  void clear() {
    any = false;
  }
}

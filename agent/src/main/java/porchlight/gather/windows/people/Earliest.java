package porchlight.gather.windows.people;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.facts.ScreenLock.Lock;

/** Of several ways in which a screen may lock, the earliest. */
final class Earliest {
  private Earliest() {}

  static Lock of(Reading<Boolean> forbidden, List<Reading<Optional<Duration>>> ways) {
    return switch (forbidden) {
      case Known<Boolean>(var is) ->
          is
              ? new Lock.Unclear(
                  Reason.NOT_SUPPORTED,
                  "locking is forbidden (DisableLockWorkstation), and what is left of it is not told")
              : of(ways);
      case Unknown<Boolean>(var reason, var detail) -> new Lock.Unclear(reason, detail);
    };
  }

  /** A way that is not known can only make it earlier. */
  private static Lock of(List<Reading<Optional<Duration>>> ways) {
    Optional<Duration> first = Optional.empty();
    Optional<Lock.Unclear> blind = Optional.empty();
    for (Reading<Optional<Duration>> way : ways) {
      switch (way) {
        case Known<Optional<Duration>>(var after) -> {
          if (after.isPresent() && (first.isEmpty() || after.get().compareTo(first.get()) < 0)) {
            first = after;
          }
        }
        case Unknown<Optional<Duration>>(var reason, var detail) ->
            blind = Optional.of(blind.orElse(new Lock.Unclear(reason, detail)));
      }
    }
    if (first.isEmpty()) {
      return blind.isPresent()
          ? blind.get()
          : new Lock.Never("neither a limit nor the screen saver nor going to sleep locks it");
    }
    return blind.isPresent()
        ? new Lock.AtLatest(first.get(), blind.get().reason(), blind.get().detail())
        : new Lock.After(first.get());
  }
}

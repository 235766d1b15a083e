package porchlight.facts;

import java.time.Duration;
import java.util.List;

/** Whether an unattended screen locks by itself, for the people who use this laptop. */
public sealed interface ScreenLock {

  /** One entry for each person and each desktop that they may use. */
  record Desktops(List<Seat> seats) implements ScreenLock {
    public Desktops {
      seats = List.copyOf(seats);
    }
  }

  /** There is no desktop to lock; {@code because} says what was looked for. */
  record NoDesktop(String because) implements ScreenLock {}

  /**
   * A person at a desktop.
   *
   * @param person the account's name; empty for people whose accounts are not on this laptop
   * @param desktop its name for people: {@code GNOME}; empty when it does not matter which
   */
  record Seat(String person, String desktop, Lock lock) {}

  /** A time in minutes, or in seconds where it is no whole number of them. */
  static String words(Duration time) {
    long seconds = time.toSeconds();
    return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
  }

  /** What happens to a screen that nobody touches. */
  sealed interface Lock {
    /** It locks after that time. */
    record After(Duration idle) implements Lock {
      /** The time as people say it: {@code 5 min}, or {@code 90 s} where minutes do not fit. */
      public String words() {
        return ScreenLock.words(idle);
      }
    }

    /**
     * It locks after that time, or sooner: something that could lock it before was not seen.
     *
     * @param reason why it was not
     */
    record AtLatest(Duration idle, Reason reason, String detail) implements Lock {
      /** As {@link After#words()}. */
      public String words() {
        return ScreenLock.words(idle);
      }
    }

    /** It stays as it is. */
    record Never(String because) implements Lock {}

    /** Could not tell. */
    record Unclear(Reason reason, String detail) implements Lock {}
  }
}

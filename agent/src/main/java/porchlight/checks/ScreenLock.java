package porchlight.checks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.facts.ScreenLock.Desktops;
import porchlight.facts.ScreenLock.Lock;
import porchlight.facts.ScreenLock.NoDesktop;
import porchlight.facts.ScreenLock.Seat;

/**
 * An unattended screen locks by itself, for everybody who uses this laptop.
 *
 * @param maximumMinutes the longest time that it may take
 */
public record ScreenLock(int maximumMinutes) implements Check {

  @Override
  public Set<Fact> needs() {
    return Set.of(Fact.SCREEN_LOCK);
  }

  @Override
  public Verdict judge(Facts facts) {
    return switch (facts.screenLock()) {
      case Unknown<porchlight.facts.ScreenLock> unknown -> Verdict.unknown(unknown);
      case Known<porchlight.facts.ScreenLock>(NoDesktop(var because)) ->
          Verdict.notApplicable(because);
      case Known<porchlight.facts.ScreenLock>(Desktops(var seats)) ->
          judge(seats).withAll(seats.stream().map(ScreenLock::seen).toList());
    };
  }

  private Verdict judge(List<Seat> seats) {
    var people = new LinkedHashMap<String, List<Seat>>();
    seats.forEach(
        seat -> people.computeIfAbsent(seat.person(), person -> new ArrayList<>()).add(seat));
    if (people.isEmpty()) {
      return Verdict.notApplicable("nobody uses a desktop here");
    }
    return Verdict.ofEach(
        people.values().stream().map(this::person).toList(),
        "an unattended screen locks by itself");
  }

  /** Which of several desktops a person uses is not known, so all must agree. */
  private Verdict person(List<Seat> seats) {
    var verdicts = seats.stream().map(seat -> of(seat.lock())).toList();
    for (Verdict verdict : verdicts) {
      if (verdict.outcome() == Outcome.UNKNOWN) {
        return verdict;
      }
    }
    Verdict first = verdicts.get(0);
    return verdicts.stream().allMatch(verdict -> verdict.outcome() == first.outcome())
        ? first
        : Verdict.unknown(
            Reason.NOT_SUPPORTED,
            "the screen locks in one desktop and not in another, and which is used is not known");
  }

  private Verdict of(Lock lock) {
    return switch (lock) {
      case Lock.After after when isLate(after.idle()) ->
          Verdict.fail(
              "an unattended screen locks only after "
                  + after.words()
                  + "; the policy asks for "
                  + porchlight.facts.ScreenLock.words(Duration.ofMinutes(maximumMinutes)));
      case Lock.After after -> Verdict.pass("locks after " + after.words());
      case Lock.AtLatest last when isLate(last.idle()) ->
          Verdict.unknown(
              last.reason(),
              "it locks after " + last.words() + "; whether before that: " + last.detail());
      case Lock.AtLatest last -> Verdict.pass("locks after " + last.words() + " at the latest");
      case Lock.Never(var because) -> Verdict.fail("a screen does not lock by itself: " + because);
      case Lock.Unclear(var reason, var detail) -> Verdict.unknown(reason, detail);
    };
  }

  private boolean isLate(Duration idle) {
    return idle.compareTo(Duration.ofMinutes(maximumMinutes)) > 0;
  }

  private static Evidence seen(Seat seat) {
    String who = seat.person().isEmpty() ? "others" : seat.person();
    String desktop = seat.desktop().isEmpty() ? "" : " in " + seat.desktop();
    return Evidence.personal(
        "screen of",
        who
            + desktop
            + ": "
            + switch (seat.lock()) {
              case Lock.After after -> "locks after " + after.words();
              case Lock.AtLatest last ->
                  "locks after " + last.words() + " at the latest; before: " + last.detail();
              case Lock.Never(var because) -> because;
              case Lock.Unclear(var reason, var detail) -> "could not tell: " + detail;
            });
  }
}

package porchlight.checks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import porchlight.facts.Clock.DoesNotApply;
import porchlight.facts.Clock.Kept;
import porchlight.facts.Clock.NotKept;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.facts.Reporting;
import porchlight.facts.Reporting.ToCentral;

/**
 * Something sets this laptop's clock right by itself.
 *
 * @param maximumAgeDays how long ago it may last have done so, where that is told
 */
public record Clock(int maximumAgeDays) implements Check {
  private static final Duration BESIDE = Duration.ofMinutes(1);

  /** Further off, central refuses what this laptop signs. */
  private static final Duration OFF = Duration.ofMinutes(5);

  @Override
  public Set<Fact> needs() {
    return Set.of(Fact.CLOCK);
  }

  @Override
  public Verdict judge(Facts facts) {
    return ahead(facts)
        .filter(ahead -> ahead.abs().compareTo(OFF) > 0)
        .map(Clock::off)
        .orElseGet(() -> judgeKeeping(facts));
  }

  /** What is measured goes before what is set up. */
  private static Optional<Duration> ahead(Facts facts) {
    return facts.reporting() instanceof Known<Reporting>(ToCentral central)
        ? central.ahead()
        : Optional.empty();
  }

  private static Verdict off(Duration ahead) {
    // No seconds: they would make each report differ from the one before.
    return Verdict.fail(
        "the clock is "
            + words(ahead.abs())
            + (ahead.isNegative() ? " ahead of" : " behind")
            + " central's");
  }

  private static String words(Duration time) {
    return time.toHours() >= 2 ? time.toHours() + " hours" : time.toMinutes() + " minutes";
  }

  private Verdict judgeKeeping(Facts facts) {
    return switch (facts.clock()) {
      case Unknown<porchlight.facts.Clock> unknown -> Verdict.unknown(unknown);
      case Known<porchlight.facts.Clock>(DoesNotApply(var because)) ->
          Verdict.notApplicable(because);
      case Known<porchlight.facts.Clock>(NotKept(var because)) ->
          Verdict.fail("nothing sets the clock: " + because);
      case Known<porchlight.facts.Clock>(Kept(var by, var last)) ->
          kept(by, last, facts.at()).withAll(seen(by, last));
    };
  }

  private Verdict kept(String by, Optional<Instant> last, Instant now) {
    if (last.isPresent() && last.get().isAfter(now.plus(BESIDE))) {
      return Verdict.unknown(
          Reason.NOT_UNDERSTOOD, "the clock was last set at a time that is still to come");
    }
    if (last.isPresent() && last.get().isBefore(now.minus(Duration.ofDays(maximumAgeDays)))) {
      return Verdict.fail(
          "the clock was last set "
              + Duration.between(last.get(), now).toHours()
              + " hours ago; the policy asks for "
              + Duration.ofDays(maximumAgeDays).toHours());
    }
    return Verdict.pass("the clock is set by " + by);
  }

  private static List<Evidence> seen(String by, Optional<Instant> last) {
    var setter = Evidence.of("set by", by);
    return last.map(time -> List.of(setter, Evidence.of("last set", time.toString())))
        .orElse(List.of(setter));
  }
}

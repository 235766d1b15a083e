package porchlight.checks;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;

/**
 * This version of the operating system still gets security fixes.
 *
 * @param extendedCounts whether paid or opt-in extended support is taken to be in place
 */
public record OsSupport(boolean extendedCounts) implements Check {

  @Override
  public Set<Fact> needs() {
    return Set.of(Fact.OS_SUPPORT);
  }

  @Override
  public Verdict judge(Facts facts) {
    LocalDate today = facts.at().atZone(ZoneOffset.UTC).toLocalDate();
    return switch (facts.osSupport()) {
      case Unknown<porchlight.facts.OsSupport> unknown -> Verdict.unknown(unknown);
      case Known<porchlight.facts.OsSupport>(
              porchlight.facts.OsSupport(var system, var until, var extendedUntil, var dataAsOf)) ->
          judge(system, until, extendedUntil, today)
              .with(Evidence.of("data as of", dataAsOf.toString()));
    };
  }

  private Verdict judge(
      String system,
      Optional<LocalDate> until,
      Optional<LocalDate> extendedUntil,
      LocalDate today) {
    if (until.isEmpty()) {
      return Verdict.pass(system + " is updated continuously");
    }
    if (!today.isAfter(until.get())) {
      return Verdict.pass(system + " gets security fixes until " + until.get());
    }
    if (extendedCounts && extendedUntil.isPresent() && !today.isAfter(extendedUntil.get())) {
      return Verdict.pass(
          system + " gets security fixes until " + extendedUntil.get() + " by extended support");
    }
    String more =
        extendedUntil.isPresent() && !today.isAfter(extendedUntil.get())
            ? " (extended support runs until " + extendedUntil.get() + ", where it was arranged)"
            : "";
    return Verdict.fail(system + " gets no security fixes since " + until.get() + more);
  }
}

package porchlight.checks;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reporting.ToCentral;
import porchlight.facts.Reporting.ToNobody;

/**
 * Central hears this laptop.
 *
 * @param maximumHours how long sends may fail while there is a network
 */
public record Reporting(int maximumHours) implements Check {

  /** The way out tells a send that failed from one that had no network. */
  @Override
  public Set<Fact> needs() {
    return Set.of(Fact.VPN);
  }

  @Override
  public Verdict judge(Facts facts) {
    return switch (facts.reporting()) {
      case Unknown<porchlight.facts.Reporting> unknown -> Verdict.unknown(unknown);
      case Known<porchlight.facts.Reporting>(ToNobody none) ->
          Verdict.notApplicable("this laptop reports to nobody");
      case Known<porchlight.facts.Reporting>(ToCentral central) -> judge(central);
    };
  }

  private Verdict judge(ToCentral central) {
    if (central.dismissed()) {
      return seen(Verdict.fail("central does not want to hear from this laptop"), central);
    }
    Duration unheard = central.unheard();
    if (unheard.compareTo(Duration.ofHours(maximumHours)) >= 0) {
      return seen(
          Verdict.fail("central has taken no report in " + maximumHours + " hours of trying"),
          central);
    }
    if (central.lastAccepted().isEmpty()) {
      return Verdict.notApplicable("no report of this laptop was due for long enough");
    }
    // Without a time: it would make each report differ from the one before.
    return Verdict.pass("central takes the reports of this laptop");
  }

  private static Verdict seen(Verdict verdict, ToCentral central) {
    Optional<Instant> last = central.lastAccepted();
    return last.isPresent()
        ? verdict.with(Evidence.of("last taken", last.get().toString()))
        : verdict;
  }
}

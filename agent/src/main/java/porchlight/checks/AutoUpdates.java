package porchlight.checks;

import java.time.Instant;
import java.util.Set;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Updating;

/** Security updates are fetched and installed without anybody's doing. */
public record AutoUpdates() implements Check {

  @Override
  public Set<Fact> needs() {
    return Set.of(Fact.UPDATING);
  }

  @Override
  public Verdict judge(Facts facts) {
    return switch (facts.updating()) {
      case Unknown<Updating> unknown -> Verdict.unknown(unknown);
      case Known<Updating>(var updating) -> judge(updating, facts.at());
    };
  }

  private static Verdict judge(Updating updating, Instant now) {
    if (!updating.byItself()) {
      return Verdict.fail("security updates are not installed automatically")
          .withAll(updating.gaps().stream().map(gap -> Evidence.of("because", gap)).toList());
    }
    return updating
        .pausedUntil()
        .filter(now::isBefore)
        .map(until ->
            Verdict.fail("somebody has put off security updates")
                .with(Evidence.of("until", until.toString())))
        .orElseGet(() -> Verdict.pass("security updates are installed by " + updating.by()));
  }
}

package porchlight.checks;

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
      case Known<Updating>(var updating) when updating.byItself() ->
          Verdict.pass("security updates are installed by " + updating.by());
      case Known<Updating>(var updating) ->
          Verdict.fail("security updates are not installed automatically")
              .withAll(updating.gaps().stream().map(gap -> Evidence.of("because", gap)).toList());
    };
  }
}

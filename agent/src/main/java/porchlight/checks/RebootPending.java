package porchlight.checks;

import java.util.Set;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reboot;

/** Nothing that was installed waits for a restart to take effect. */
public record RebootPending() implements Check {

  @Override
  public Set<Fact> needs() {
    return Set.of(Fact.REBOOT);
  }

  @Override
  public Verdict judge(Facts facts) {
    return switch (facts.reboot()) {
      case Unknown<Reboot> unknown -> Verdict.unknown(unknown);
      case Known<Reboot>(Reboot.Pending(var causes)) ->
          Verdict.fail("something that was installed waits for a restart")
              .withAll(causes.stream().map(cause -> Evidence.of("cause", cause)).toList());
      case Known<Reboot>(Reboot.NotPending(var running)) ->
          Verdict.pass("nothing waits for a restart").with(Evidence.of("running", running));
      case Known<Reboot>(Reboot.DoesNotApply(var because)) -> Verdict.notApplicable(because);
    };
  }
}

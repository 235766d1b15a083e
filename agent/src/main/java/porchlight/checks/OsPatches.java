package porchlight.checks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Patches;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;

/**
 * No security update waits to be installed.
 *
 * @param maximumListAgeDays the age in days up to which "nothing waits" is believed; what is known
 *     to wait is believed at any age
 */
public record OsPatches(int maximumListAgeDays) implements Check {
  private static final int SHOWN = 20;

  /** A laptop whose clock is behind by less has lists of the future without any fault in them. */
  private static final Duration SKEW = Duration.ofHours(1);

  @Override
  public Set<Fact> needs() {
    return Set.of(Fact.PATCHES);
  }

  @Override
  public Verdict judge(Facts facts) {
    return switch (facts.patches()) {
      case Unknown<Patches> unknown -> Verdict.unknown(unknown);
      case Known<Patches>(Patches(var manager, var pending, var asOf, var beside)) ->
          judge(pending, asOf, facts.at())
              .withAll(seen(pending))
              .withAll(beside.stream().map(one -> Evidence.of("not judged", one)).toList())
              .with(Evidence.of("as of", asOf.toString()))
              .with(Evidence.of("according to", manager));
    };
  }

  private Verdict judge(List<Patches.Pending> pending, Instant asOf, Instant now) {
    long days = Duration.between(asOf, now).toDays();
    if (!pending.isEmpty()) {
      return Verdict.fail(
          pending.size() == 1
              ? "1 security update waits to be installed"
              : pending.size() + " security updates wait to be installed");
    }
    if (asOf.isAfter(now.plus(SKEW))) {
      return Verdict.unknown(
          Reason.STALE,
          "nothing waits, but the package lists are of a later time than this laptop's clock shows:"
              + " how old they are cannot be told");
    }
    if (days > maximumListAgeDays) {
      return Verdict.unknown(
          Reason.STALE,
          "nothing waits, but the package lists are "
              + days
              + " days old; the policy believes them for "
              + maximumListAgeDays);
    }
    return Verdict.pass("no security update waits");
  }

  private static List<Evidence> seen(List<Patches.Pending> pending) {
    var shown =
        new java.util.ArrayList<>(
            pending.stream()
                .limit(SHOWN)
                .map(one ->
                    Evidence.of(
                        "waits", one.name() + " " + one.installed() + " → " + one.available()))
                .toList());
    if (pending.size() > SHOWN) {
      shown.add(Evidence.of("waits", "and " + (pending.size() - SHOWN) + " more"));
    }
    return shown;
  }
}

package porchlight.checks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import porchlight.facts.Antivirus.Product;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;

/**
 * An antivirus is on and current, where one is there or must be.
 *
 * @param demanded whether one must be there
 * @param maximumAgeDays how old its signatures may be
 */
public record Antivirus(boolean demanded, int maximumAgeDays) implements Check {

  /** A laptop whose clock is behind by less has signatures of the future without any fault. */
  private static final Duration SKEW = Duration.ofHours(1);

  @Override
  public Set<Fact> needs() {
    return Set.of(Fact.ANTIVIRUS);
  }

  @Override
  public Verdict judge(Facts facts) {
    return switch (facts.antivirus()) {
      case Unknown<porchlight.facts.Antivirus> unknown -> Verdict.unknown(unknown);
      case Known<porchlight.facts.Antivirus>(var known) ->
          judge(known.products(), facts.at())
              .withAll(known.products().stream().flatMap(one -> seen(one).stream()).toList());
    };
  }

  /** One that is on and current is enough; one that perhaps is leaves the question open. */
  private Verdict judge(List<Product> products, Instant now) {
    if (products.isEmpty()) {
      return demanded
          ? Verdict.fail("the policy demands an antivirus, and none that is known is there")
          : Verdict.notApplicable("no antivirus is there, and this policy asks for none");
    }
    var verdicts = products.stream().map(product -> judge(product, now)).toList();
    for (Outcome outcome : List.of(Outcome.PASS, Outcome.UNKNOWN)) {
      for (Verdict verdict : verdicts) {
        if (verdict.outcome() == outcome) {
          return verdict;
        }
      }
    }
    return verdicts.get(0);
  }

  private Verdict judge(Product product, Instant now) {
    return switch (product.running()) {
      case Unknown<Boolean>(var reason, var detail) ->
          Verdict.unknown(
              reason, "whether " + product.name() + " runs could not be told: " + detail);
      case Known<Boolean>(var running) ->
          running
              ? current(product, now)
              : Verdict.fail(product.name() + " is there but does not run");
    };
  }

  private Verdict current(Product product, Instant now) {
    return switch (product.signatures()) {
      case Unknown<Instant>(var reason, var detail) ->
          product
              .current()
              .map(current -> told(product, current))
              .orElseGet(() ->
                  Verdict.unknown(
                      reason, product.name() + " runs; whether it is on and current: " + detail));
      case Known<Instant>(var made) when made.isAfter(now.plus(SKEW)) ->
          Verdict.unknown(
              Reason.STALE,
              product.name()
                  + "'s signatures are of a later time than this laptop's clock shows: how old they"
                  + " are cannot be told");
      case Known<Instant>(var made) -> aged(product, Duration.between(made, now).toDays());
    };
  }

  /** By the word of the operating system, which does not say how old they are. */
  private static Verdict told(Product product, boolean current) {
    return current
        ? Verdict.pass(product.name() + " is on and current by the word of the system")
        : Verdict.fail(product.name() + " is on, but its signatures are out of date");
  }

  private Verdict aged(Product product, long days) {
    long allowed = maximumAgeDays + product.rest().toDays();
    return days > allowed
        ? Verdict.fail(
            product.name()
                + "'s signatures are "
                + days
                + " days old; the policy allows "
                + maximumAgeDays
                + (product.rest().isZero()
                    ? ""
                    : ", and " + product.rest().toDays() + " for its maker to bring new ones"))
        : Verdict.pass(
            product.name()
                + " runs with current signatures"
                + switch (product.onAccess()) {
                  case Known<Boolean>(var all) ->
                      all ? "" : ", but looks only at what it is asked to";
                  case Unknown<Boolean> unknown ->
                      "; whether it looks at files when they are opened could not be told";
                });
  }

  private static List<Evidence> seen(Product product) {
    String name = product.name() + ": ";
    var seen = new ArrayList<Evidence>();
    seen.add(Evidence.of("antivirus", name + words(product.running(), "runs", "does not run")));
    if (product.signatures() instanceof Known<Instant>(var made)) {
      seen.add(Evidence.of("signatures", name + "of " + made));
    }
    product
        .current()
        .ifPresent(current ->
            seen.add(
                Evidence.of(
                    "system says", name + (current ? "signatures are current" : "out of date"))));
    if (product.onAccess() instanceof Known<Boolean> known) {
      seen.add(
          Evidence.of("files", name + words(known, "looked at when opened", "only when asked to")));
    }
    return seen;
  }

  private static String words(Reading<Boolean> reading, String yes, String no) {
    return switch (reading) {
      case Known<Boolean>(var known) -> known ? yes : no;
      case Unknown<Boolean>(var reason, var detail) -> "could not tell: " + detail;
    };
  }
}

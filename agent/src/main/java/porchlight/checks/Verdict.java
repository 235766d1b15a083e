package porchlight.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;

/**
 * The judgment of one check.
 *
 * @param because one sentence that names no person and no network
 * @param reason why it could not tell; present for {@code UNKNOWN} only
 */
public record Verdict(
    Outcome outcome, String because, Optional<Reason> reason, List<Evidence> evidence) {

  public Verdict {
    evidence = List.copyOf(evidence);
    if (reason.isPresent() != (outcome == Outcome.UNKNOWN)) {
      throw new IllegalArgumentException(outcome + " with reason " + reason);
    }
  }

  public static Verdict pass(String because) {
    return new Verdict(Outcome.PASS, because, Optional.empty(), List.of());
  }

  public static Verdict fail(String because) {
    return new Verdict(Outcome.FAIL, because, Optional.empty(), List.of());
  }

  public static Verdict notApplicable(String because) {
    return new Verdict(Outcome.NOT_APPLICABLE, because, Optional.empty(), List.of());
  }

  public static Verdict unknown(Reason reason, String detail) {
    return new Verdict(Outcome.UNKNOWN, detail, Optional.of(reason), List.of());
  }

  public static Verdict unknown(Unknown<?> unknown) {
    return unknown(unknown.reason(), unknown.detail());
  }

  /**
   * The verdict on many by that on each: the first that fails; else what could not be told, and of
   * that first what a right would cure; else {@code good}.
   */
  static Verdict ofEach(List<Verdict> each, String good) {
    if (each.isEmpty()) {
      throw new IllegalArgumentException("nothing was judged, which is no pass");
    }
    return first(each, Outcome.FAIL)
        .or(() ->
            first(
                each.stream()
                    .filter(one -> one.reason().equals(Optional.of(Reason.NEEDS_PRIVILEGE)))
                    .toList(),
                Outcome.UNKNOWN))
        .or(() -> first(each, Outcome.UNKNOWN))
        .orElseGet(() -> pass(good));
  }

  private static Optional<Verdict> first(List<Verdict> each, Outcome outcome) {
    return each.stream().filter(one -> one.outcome() == outcome).findFirst();
  }

  /** The same verdict with more that was seen. */
  public Verdict with(Evidence more) {
    return withAll(List.of(more));
  }

  /** The same verdict with more that was seen. */
  public Verdict withAll(List<Evidence> more) {
    var all = new ArrayList<>(evidence);
    all.addAll(more);
    return new Verdict(outcome, because, reason, all);
  }
}

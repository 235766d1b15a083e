package porchlight.checks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.PasswordManager.Keeper;
import porchlight.facts.PasswordManager.Place;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;

/**
 * Something keeps the passwords of everybody who uses this laptop, in every browser.
 *
 * @param demand what counts
 */
public record PasswordManager(Demand demand) implements Check {

  /** What counts as keeping passwords. */
  public enum Demand {
    /** A product of its own. */
    DEDICATED,
    /** That, or the browser itself. */
    ANY;

    /** The word in policies. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Demand> of(String word) {
      for (Demand demand : values()) {
        if (demand.word().equals(word)) {
          return Optional.of(demand);
        }
      }
      return Optional.empty();
    }
  }

  @Override
  public Set<Fact> needs() {
    return Set.of(Fact.PASSWORD_MANAGER);
  }

  @Override
  public Verdict judge(Facts facts) {
    return switch (facts.passwordManager()) {
      case Unknown<porchlight.facts.PasswordManager> unknown -> Verdict.unknown(unknown);
      case Known<porchlight.facts.PasswordManager>(var known) ->
          judge(known.places())
              .withAll(known.places().stream().map(PasswordManager::seen).toList());
    };
  }

  private Verdict judge(List<Place> places) {
    if (places.isEmpty()) {
      return Verdict.notApplicable("no known browser was used here");
    }
    return Verdict.ofEach(
        places.stream().map(this::judge).toList(),
        demand == Demand.DEDICATED
            ? "everybody here has a password manager"
            : "everybody's passwords are kept for them");
  }

  private Verdict judge(Place place) {
    return switch (place.keeper()) {
      case Keeper.Dedicated(var name) -> Verdict.pass(name + " is there");
      case Keeper.BuiltIn() ->
          demand == Demand.ANY
              ? Verdict.pass("the browser keeps them")
              : Verdict.fail(
                  "somebody has no password manager but what "
                      + place.browser()
                      + " itself offers");
      case Keeper.Nothing() ->
          Verdict.fail("nothing keeps somebody's passwords in " + place.browser());
      case Keeper.NotDedicated(var reason, var detail) ->
          demand == Demand.ANY
              ? Verdict.unknown(reason, detail)
              : Verdict.fail("somebody has no password manager in " + place.browser());
      case Keeper.Unclear(var reason, var detail) -> Verdict.unknown(reason, detail);
    };
  }

  private static Evidence seen(Place place) {
    String who = place.person().isEmpty() ? "others" : place.person();
    String browser = place.browser().isEmpty() ? "" : ", " + place.browser();
    String profile = place.profile().isEmpty() ? "" : " (" + place.profile() + ")";
    return Evidence.personal(
        "passwords of",
        who
            + browser
            + profile
            + ": "
            + switch (place.keeper()) {
              case Keeper.Dedicated(var name) -> name;
              case Keeper.BuiltIn() -> "the browser itself";
              case Keeper.Nothing() -> "nothing";
              case Keeper.NotDedicated(var reason, var detail) ->
                  "no manager of its own; the browser: could not tell: " + detail;
              case Keeper.Unclear(var reason, var detail) -> "could not tell: " + detail;
            });
  }
}

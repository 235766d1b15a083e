package porchlight.report;

import java.util.Locale;
import java.util.Optional;
import porchlight.checks.PlaceKind;
import porchlight.facts.Facts;
import porchlight.facts.Place;
import porchlight.facts.Place.Met;
import porchlight.facts.Place.Spot;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;

/**
 * Where a laptop is, as far as it tells others.
 *
 * @param id what stands for the place under the organisation's key, or the laptop's own
 */
public record Here(Optional<String> id, PlaceKind kind, Standing standing) {

  /** Whether it was there before. */
  public enum Standing {
    NEW,
    KNOWN,
    NOT_TOLD;

    /** The word used in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The network that traffic takes; nothing where there is none or nobody asked. */
  public static Optional<Here> of(Facts facts) {
    return facts.place() instanceof Known<Place>(Place(var spots)) && !spots.isEmpty()
        ? Optional.of(of(spots.getFirst(), PlaceKind.of(facts).getFirst()))
        : Optional.empty();
  }

  private static Here of(Spot spot, PlaceKind kind) {
    return new Here(spot.id(), kind, standing(spot.met()));
  }

  private static Standing standing(Reading<Optional<Met>> met) {
    return switch (met) {
      case Known<Optional<Met>>(var earlier) -> earlier.isPresent() ? Standing.KNOWN : Standing.NEW;
      case Unknown<Optional<Met>> unknown -> Standing.NOT_TOLD;
    };
  }
}

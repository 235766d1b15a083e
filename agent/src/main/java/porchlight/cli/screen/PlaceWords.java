package porchlight.cli.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Place;
import porchlight.facts.Place.Met;
import porchlight.facts.Place.Sign;
import porchlight.facts.Place.Spot;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;

/** Places in lines for {@link FactScreen}. */
final class PlaceWords {
  private PlaceWords() {}

  static List<String> of(Place place) {
    if (place.spots().isEmpty()) {
      return List.of("on no local network");
    }
    var lines = new ArrayList<String>();
    for (Spot spot : place.spots()) {
      lines.add(spot.link() + spot.id().map(id -> ", fingerprint " + id).orElse(""));
      spot.signs().stream().map(Sign::label).forEach(lines::add);
      spot.label()
          .ifPresent(label ->
              lines.add(
                  "said to be "
                      + label.kind().label()
                      + " by "
                      + label.by().word()
                      + ", proof: "
                      + label.proof().word()));
      lines.add(
          switch (spot.met()) {
            case Known<Optional<Met>>(var met) ->
                met.map(one -> one.visits() + " visits before, the first at " + one.first())
                    .orElse("first visit");
            case Unknown<Optional<Met>>(var reason, var detail) -> "earlier visits: " + detail;
          });
    }
    return lines;
  }
}

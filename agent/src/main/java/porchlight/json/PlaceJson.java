package porchlight.json;

import java.util.Optional;
import porchlight.facts.Place;
import porchlight.facts.Place.Met;
import porchlight.facts.Place.Sign;
import porchlight.facts.Place.Spot;
import porchlight.json.tree.JsonObject;
import porchlight.report.Here;

/** The fact about places, in {@link FactsJson}. */
final class PlaceJson {
  private PlaceJson() {}

  static JsonObject place(Place place) {
    return new JsonObject().put("spots", FactsJson.list(place.spots(), PlaceJson::spot));
  }

  private static JsonObject spot(Spot spot) {
    var out =
        new JsonObject()
            .put("link", spot.link())
            .putText("id", spot.id())
            .putTexts("signs", spot.signs().stream().map(Sign::word).toList())
            .put("met", FactsJson.reading(spot.met(), PlaceJson::met));
    spot.label()
        .ifPresent(label ->
            out.put(
                "label",
                new JsonObject()
                    .put("kind", label.kind().word())
                    .put("by", label.by().word())
                    .put("proof", label.proof().word())));
    return out;
  }

  private static JsonObject met(Optional<Met> met) {
    var out = new JsonObject().put("visits", met.map(Met::visits).orElse(0));
    met.ifPresent(
        one -> out.put("first", one.first().toString()).put("last", one.last().toString()));
    return out;
  }

  /** Where a laptop is, for reports and for the screen's document. */
  static JsonObject here(Here here) {
    return new JsonObject()
        .putText("id", here.id())
        .put("kind", here.kind().kind().word())
        .put("sure", here.kind().sure().word())
        .put("standing", here.standing().word());
  }
}

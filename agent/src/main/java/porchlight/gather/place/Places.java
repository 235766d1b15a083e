package porchlight.gather.place;

import java.time.Instant;
import java.util.ArrayList;
import porchlight.facts.Lan;
import porchlight.facts.Lan.Attachment;
import porchlight.facts.Place;
import porchlight.facts.Reading;
import porchlight.facts.Wifi;
import porchlight.gather.Memory;

/** The places that the networks are, from what was read of them and from what is remembered. */
public final class Places {
  private Places() {}

  public static Reading<Place> of(Reading<Lan> lan, Reading<Wifi> wifi, Memory memory, Instant at) {
    return lan.map(known -> {
      var spots = new ArrayList<Place.Spot>();
      for (Attachment one : known.attachments()) {
        Recalled recalled = memory.place(one, wifi, at);
        spots.add(
            new Place.Spot(
                one.link(),
                recalled.id(),
                PlaceSigns.of(one, wifi),
                recalled.met(),
                recalled.label()));
      }
      return new Place(spots);
    });
  }
}

package porchlight.gather.place;

import java.util.Optional;
import porchlight.facts.Place.Label;
import porchlight.facts.Place.Met;
import porchlight.facts.Reading;
import porchlight.facts.Reason;

/**
 * What is remembered of one network as a place; its members are those of a spot.
 *
 * @param login whether a login page was in the way there not long ago
 */
public record Recalled(
    Optional<String> id, Reading<Optional<Met>> met, Optional<Label> label, boolean login) {

  /** Of one where nobody had to log in. */
  public Recalled(Optional<String> id, Reading<Optional<Met>> met, Optional<Label> label) {
    this(id, met, label, false);
  }

  /** By whoever remembers nothing. */
  public static final Recalled NOTHING =
      new Recalled(
          Optional.empty(),
          Reading.unknown(Reason.TURNED_OFF, "nothing remembers earlier visits"),
          Optional.empty());
}

package porchlight.central.ledger;

import java.util.Map;
import java.util.OptionalInt;

/**
 * How the devices of one organisation stand: how many by each word, and their mean score. Silent
 * ones keep their last score in it and one whose score is not known counts as 0, so that neither
 * silence nor blindness raises it.
 */
public record Stand(Organisation organisation, Map<String, Integer> tones, OptionalInt score) {
  /** How many stand like this. */
  public int of(String tone) {
    return tones.getOrDefault(tone, 0);
  }

  /** How many there are. */
  public int devices() {
    return tones.values().stream().mapToInt(Integer::intValue).sum();
  }
}

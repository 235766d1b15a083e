package porchlight.central.views;

import java.util.List;
import java.util.Optional;
import porchlight.central.ledger.Stand;

/**
 * How many of an organisation's laptops are safe to work from, beside the others' here. A silent
 * laptop counts against it, as do those of which nothing can be said.
 *
 * @param share percent of its laptops; empty when it has none
 * @param others what is so of the others; empty when they are too few to be nameless
 */
public record Peers(Optional<Integer> share, Optional<Others> others) {
  /** Fewer others would be recognised by their figures. */
  static final int FEWEST_OTHERS = 5;

  /** An organisation of fewer laptops is one person's. */
  static final int FEWEST_LAPTOPS = 3;

  /** Of so many organisations: a quarter is at or under the lower, half at or under the middle. */
  public record Others(int organisations, int lower, int middle, int upper) {
    /** To the next ten, as whoever could know single ones again is shown them. */
    public Others rounded() {
      return new Others(organisations, tens(lower), tens(middle), tens(upper));
    }

    private static int tens(int percent) {
      return (percent + 5) / 10 * 10;
    }
  }

  /** The comparison of one organisation with all the others. */
  public static Peers of(String organisation, List<Stand> stands) {
    List<Integer> others =
        stands.stream()
            .filter(stand -> !stand.organisation().id().equals(organisation))
            .filter(stand -> stand.devices() >= FEWEST_LAPTOPS)
            .map(Peers::share)
            .sorted()
            .toList();
    return new Peers(
        stands.stream()
            .filter(stand -> stand.organisation().id().equals(organisation))
            .filter(stand -> stand.devices() > 0)
            .map(Peers::share)
            .findFirst(),
        others.size() < FEWEST_OTHERS
            ? Optional.empty()
            : Optional.of(
                new Others(
                    others.size(),
                    others.get((others.size() - 1) / 4),
                    others.get((others.size() - 1) / 2),
                    others.get((others.size() - 1) * 3 / 4))));
  }

  private static int share(Stand stand) {
    return stand.of(Tone.SAFE.css()) * 100 / stand.devices();
  }
}

package porchlight.gather;

import java.time.Instant;
import java.util.Optional;
import porchlight.facts.Probes;

/** Whether and what the network is asked, once it is known which network it is. */
public interface Probing {

  /** Nothing is asked. */
  Probing OFF = of(Probes.USUAL.turnedOff("not asked for"));

  /** This is asked, now. */
  static Probing of(Probes probes) {
    return new Now(probes);
  }

  Probes probes();

  /** Told what the first wave found; since when the answers that will be given are. */
  Instant begin(First first);

  /** Whether earlier answers may be given, so that it matters which Wi-Fi network this is. */
  default boolean keeps() {
    return false;
  }

  /** Always asks anew. */
  record Now(Probes probes) implements Probing {
    @Override
    public Instant begin(First first) {
      return first.asOf();
    }
  }

  /** Why nothing is asked, if so. */
  default Optional<String> off() {
    return probes().off();
  }
}

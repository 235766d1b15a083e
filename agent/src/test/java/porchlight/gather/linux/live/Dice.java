package porchlight.gather.linux.live;

import java.util.List;
import java.util.Random;

/** What rulesets that nobody thought of are thrown with. The same seed is the same. */
final class Dice {
  private static final int[] PORTS = {22, 53, 80, 137, 443, 631, 3389, 5353, 8080, 9001, 12345};
  private final Random random;

  Dice(long seed) {
    random = new Random(seed);
  }

  /** From 0 to less than this. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean even() {
    return random.nextBoolean();
  }

  String one(String... of) {
    return of[below(of.length)];
  }

  String one(List<String> of) {
    return of.get(below(of.size()));
  }

  int port() {
    return PORTS[below(PORTS.length)];
  }

  /** Ports near each other only: what is wide and what is not must not be a matter of sampling. */
  String ports() {
    int first = below(PORTS.length - 2);
    return PORTS[first] + ", " + PORTS[first + 1] + "-" + (PORTS[first + 1] + (1 + below(8)));
  }
}

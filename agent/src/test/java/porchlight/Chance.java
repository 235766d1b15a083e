package porchlight;

import java.util.random.RandomGenerator;

/** Chance that is none. */
public final class Chance {
  private Chance() {}

  public static RandomGenerator always(double value) {
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        return 0;
      }

      @Override
      public double nextDouble() {
        return value;
      }
    };
  }
}

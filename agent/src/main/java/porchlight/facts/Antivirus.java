package porchlight.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The antivirus programs on this laptop, of those that Porchlight knows. */
public record Antivirus(List<Product> products) {
  public Antivirus {
    products = List.copyOf(products);
  }

  /**
   * One of them.
   *
   * @param running whether its service runs, which is not yet whether it is on inside
   * @param signatures when the newest of what it knows was made
   * @param onAccess whether it looks at files when they are opened, not only when it is asked to
   * @param rest how long its maker may bring no new ones, beside what a policy allows
   * @param current whether its signatures are, by the word of the operating system; empty where
   *     that says nothing
   */
  public record Product(
      String name,
      Reading<Boolean> running,
      Reading<Instant> signatures,
      Reading<Boolean> onAccess,
      Duration rest,
      Optional<Boolean> current) {
    /** One of which the operating system says nothing. */
    public Product(
        String name,
        Reading<Boolean> running,
        Reading<Instant> signatures,
        Reading<Boolean> onAccess,
        Duration rest) {
      this(name, running, signatures, onAccess, rest, Optional.empty());
    }
  }
}

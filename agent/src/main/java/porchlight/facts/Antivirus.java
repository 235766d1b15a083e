package porchlight.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

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
   */
  public record Product(
      String name,
      Reading<Boolean> running,
      Reading<Instant> signatures,
      Reading<Boolean> onAccess,
      Duration rest) {}
}

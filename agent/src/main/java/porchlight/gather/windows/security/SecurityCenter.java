package porchlight.gather.windows.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.windows.Wmi;
import porchlight.machine.Machine;
import porchlight.machine.ReadWmi;

/**
 * The programs that reported themselves to the security centre of Windows, which servers do not
 * have. The number of their state is documented nowhere: {@code PPSSUU} in hexadecimal digits, the
 * kind, the state and the maker, the signatures.
 */
public final class SecurityCenter {
  public static final ReadWmi FIREWALLS = products("FirewallProduct");
  public static final ReadWmi ANTIVIRUS = products("AntiVirusProduct");

  private static final long LARGEST = 0xff_ffff;
  private static final long STATE = 0xf000;
  private static final long MAKER = 0x0f00;
  private static final long MICROSOFT = 0x0100;
  private static final long SIGNATURES = 0x00f0;
  private static final long OLD = 0x0010;

  private SecurityCenter() {}

  private static ReadWmi products(String kind) {
    return new ReadWmi(
        "ROOT\\SecurityCenter2",
        kind,
        List.of("displayName", "pathToSignedProductExe", "productState"));
  }

  /** What a product says of itself. */
  public enum State {
    OFF,
    ON,
    SNOOZED,
    EXPIRED
  }

  /**
   * One of them.
   *
   * @param current whether its signatures are
   * @param path its program; empty when it is not told
   */
  public record Product(
      String name, State state, boolean current, boolean microsoft, String path) {}

  /** One that is not understood takes the whole with it: it could be the one that is on. */
  public static Reading<List<Product>> read(Machine machine, ReadWmi question) {
    return Wmi.read(machine, question)
        .flatMap(instances -> {
          var products = new ArrayList<Product>();
          for (Wmi.Instance instance : instances) {
            Optional<Product> product = product(question, instance);
            if (product.isEmpty()) {
              return Answers.notUnderstood(
                  question, "productState=" + instance.text("productState").orElse(""));
            }
            products.add(product.get());
          }
          return Reading.known(List.copyOf(products));
        });
  }

  private static Optional<Product> product(ReadWmi question, Wmi.Instance instance) {
    String path = instance.text("pathToSignedProductExe").orElse("");
    return instance.number("productState") instanceof Reading.Known<Optional<Long>>(var number)
        ? number
            .filter(value -> value >= 0 && value <= LARGEST && isSignature(value))
            .flatMap(value ->
                state(value)
                    .map(state ->
                        new Product(
                            Answers.brief(instance.text("displayName").orElse("a product")),
                            state,
                            (value & SIGNATURES) == 0,
                            question.equals(ANTIVIRUS)
                                && (value & MAKER) == MICROSOFT
                                && isDefender(path),
                            path)))
        : Optional.empty();
  }

  /**
   * The digit of the maker alone is no proof: others were seen with Microsoft's. Its own firewall
   * is never on these lists.
   */
  private static boolean isDefender(String path) {
    String small = path.strip().toLowerCase(Locale.ROOT);
    return small.startsWith("windowsdefender://") || small.contains("\\windows defender\\");
  }

  private static boolean isSignature(long value) {
    return (value & SIGNATURES) == 0 || (value & SIGNATURES) == OLD;
  }

  private static Optional<State> state(long value) {
    return switch ((int) (value & STATE)) {
      case 0x0000 -> Optional.of(State.OFF);
      case 0x1000 -> Optional.of(State.ON);
      case 0x2000 -> Optional.of(State.SNOOZED);
      case 0x3000 -> Optional.of(State.EXPIRED);
      default -> Optional.empty();
    };
  }
}

package porchlight.gather.windows.security;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Antivirus;
import porchlight.facts.Antivirus.Product;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/**
 * Antivirus on Windows: those that the security centre knows, or on a server, which has none,
 * Microsoft Defender by its own word and others by their services.
 */
public final class WinAntivirus {
  /** All that may be asked, but for whether a program is still there. */
  public static final List<Question> QUESTIONS =
      List.of(SecurityCenter.ANTIVIRUS, DefenderStatus.STATUS, MakersServices.SERVICES);

  private WinAntivirus() {}

  public static Reading<Antivirus> read(Machine machine) {
    return SecurityCenter.read(machine, SecurityCenter.ANTIVIRUS)
        .flatMap(listed ->
            listed.isEmpty()
                ? Answers.<Antivirus>notUnderstood(SecurityCenter.ANTIVIRUS, "nothing is listed")
                : Reading.known(new Antivirus(products(machine, listed))))
        .or(() -> alone(machine));
  }

  /** A product of another maker that is gone leaves its entry; Defender cannot be taken off. */
  private static List<Product> products(Machine machine, List<SecurityCenter.Product> listed) {
    var products = new ArrayList<Product>();
    for (SecurityCenter.Product one : listed) {
      boolean on = one.state() == SecurityCenter.State.ON;
      if (one.microsoft()) {
        products.add(on ? defender(machine, one) : told(one, Reading.known(false)));
      } else if (!on) {
        products.add(told(one, Reading.known(false)));
      } else {
        switch (Programs.isThere(machine, one.path())) {
          case Known<Boolean>(var there) -> {
            if (there) {
              products.add(told(one, Reading.known(true)));
            }
          }
          case Unknown<Boolean>(var reason, var detail) ->
              products.add(
                  told(one, Reading.unknown(reason, "whether it is still there: " + detail)));
        }
      }
    }
    return products;
  }

  /** That it is current counts only by its own word, which has a date. */
  private static Product defender(Machine machine, SecurityCenter.Product listed) {
    return switch (DefenderStatus.read(machine.ask(DefenderStatus.STATUS))) {
      case Known<Product>(var own) -> own;
      case Unknown<Product> unknown ->
          new Product(
              listed.name(),
              Reading.known(true),
              unknown.as(),
              Reading.known(true),
              Duration.ZERO,
              listed.current() ? Optional.empty() : Optional.of(false));
    };
  }

  private static Product told(SecurityCenter.Product product, Reading<Boolean> on) {
    return new Product(
        product.name(),
        on,
        Reading.unknown(Reason.NOT_SUPPORTED, "of when its signatures are is not told"),
        on,
        Duration.ZERO,
        Optional.of(product.current()));
  }

  private static Reading<Antivirus> alone(Machine machine) {
    Reading<List<Product>> others = MakersServices.read(machine);
    return switch (DefenderStatus.read(machine.ask(DefenderStatus.STATUS))) {
      case Known<Product>(var own) -> {
        var all = new ArrayList<Product>(List.of(own));
        switch (others) {
          case Known<List<Product>>(var known) -> all.addAll(known);
          case Unknown<List<Product>> hidden -> all.add(perhaps(hidden));
        }
        yield Reading.known(new Antivirus(all));
      }
      case Unknown<Product> unknown ->
          others.flatMap(
              known -> known.isEmpty() ? unknown.as() : Reading.known(new Antivirus(known)));
    };
  }

  private static Product perhaps(Unknown<?> hidden) {
    return new Product(
        "an antivirus of another maker", hidden.as(), hidden.as(), hidden.as(), Duration.ZERO);
  }
}

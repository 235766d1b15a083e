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
import porchlight.gather.windows.WindowsVersion;
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

  private static final String OTHER = "an antivirus of another maker";

  private WinAntivirus() {}

  public static Reading<Antivirus> read(Machine machine) {
    Reading<List<SecurityCenter.Product>> all =
        SecurityCenter.read(machine, SecurityCenter.ANTIVIRUS)
            .flatMap(listed ->
                listed.isEmpty()
                    ? Answers.notUnderstood(SecurityCenter.ANTIVIRUS, "nothing is listed")
                    : Reading.known(listed));
    return switch (all) {
      case Known<List<SecurityCenter.Product>>(var listed) ->
          Reading.known(new Antivirus(products(machine, listed)));
      case Unknown<List<SecurityCenter.Product>> unlisted ->
          unlisted.<Antivirus>as().or(() -> alone(machine, unlisted));
    };
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

  /**
   * Without the list. Only of a server is it known that it has none: on any other Windows some
   * maker that we do not know may guard it, so that nothing here is said to guard it badly.
   */
  private static Reading<Antivirus> alone(Machine machine, Unknown<?> unlisted) {
    boolean server =
        WindowsVersion.read(machine) instanceof Known<WindowsVersion>(var version)
            && version.server();
    Reading<List<Product>> makers = MakersServices.read(machine);
    Reading<Product> defender = DefenderStatus.read(machine.ask(DefenderStatus.STATUS));
    if (defender instanceof Unknown<Product> hidden
        && !(makers instanceof Known<List<Product>>(var some) && !some.isEmpty())) {
      return makers.flatMap(none -> hidden.as());
    }
    var all = new ArrayList<Product>();
    switch (defender) {
      case Known<Product>(var own) -> all.add(own);
      case Unknown<Product> hidden -> {
        if (!server || hidden.reason() != Reason.TOOL_MISSING) { // servers can be without it
          all.add(perhaps(DefenderStatus.NAME, hidden));
        }
      }
    }
    switch (makers) {
      case Known<List<Product>>(var known) -> {
        all.addAll(known);
        if (!server) {
          all.add(perhaps(OTHER, unlisted));
        }
      }
      case Unknown<List<Product>> hidden -> all.add(perhaps(OTHER, hidden));
    }
    return Reading.known(new Antivirus(all));
  }

  private static Product perhaps(String name, Unknown<?> hidden) {
    return new Product(name, hidden.as(), hidden.as(), hidden.as(), Duration.ZERO);
  }
}

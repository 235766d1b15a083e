package porchlight.gather.macos.antivirus;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import porchlight.facts.Antivirus;
import porchlight.facts.Antivirus.Product;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.gather.macos.SwVers;
import porchlight.gather.macos.SystemExtensions;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/** Antivirus on a Mac: its own XProtect, and those of other makers that are let into the system. */
public final class MacAntivirus {
  /** All that may be asked. */
  public static final List<Question> QUESTIONS =
      List.of(
          XProtect.VERSION,
          XProtect.STATUS,
          XProtect.BUNDLE,
          XProtect.BUNDLE_CAME,
          XProtect.PROTECTED,
          SystemExtensions.LIST);

  /** From here on the signatures in use lie elsewhere, and there is a tool. */
  private static final int MOVED = 15;

  /** Apple brings new ones nearly every week; this is far more. */
  private static final Duration REST = Duration.ofDays(60);

  private MacAntivirus() {}

  public static Reading<Antivirus> read(Machine machine) {
    return SwVers.read(machine)
        .map(system -> {
          var products = new ArrayList<Product>();
          products.add(
              system.version().numbers().getFirst() >= MOVED
                  ? xprotect(XProtect.status(machine.ask(XProtect.STATUS)), XProtect.now(machine))
                  : before(XProtect.before(machine)));
          products.addAll(others(SystemExtensions.read(machine.ask(SystemExtensions.LIST))));
          return new Antivirus(products);
        });
  }

  /** Up to 14 it is a part of macOS that has no switch: where it is, it runs. */
  private static Product before(Reading<XProtect> signatures) {
    return xprotect(signatures.map(there -> true), signatures);
  }

  /** It looks at what is opened, but only at programs. */
  private static Product xprotect(Reading<Boolean> runs, Reading<XProtect> signatures) {
    return new Product("XProtect", runs, signatures.flatMap(MacAntivirus::made), runs, REST);
  }

  private static Reading<Instant> made(XProtect signatures) {
    return signatures.version() == 0
        ? Reading.unknown(Reason.NOT_UNDERSTOOD, "macOS has fetched no signatures yet")
        : Signatures.shipped().made(signatures.version(), signatures.came());
  }

  /**
   * Those that run, and where that is hidden, that there may be one; one that is not let in yet, or
   * waits to be gone, protects nobody.
   */
  private static List<Product> others(Reading<SystemExtensions> extensions) {
    return switch (extensions) {
      case Known<SystemExtensions>(var known) ->
          known.endpoint().stream()
              .flatMap(bundle -> Makers.of(bundle).stream())
              .distinct()
              .map(MacAntivirus::running)
              .toList();
      case Unknown<SystemExtensions> unknown ->
          List.of(
              new Product(
                  "an antivirus of another maker",
                  unknown.as(),
                  unknown.as(),
                  unknown.as(),
                  Duration.ZERO));
    };
  }

  private static Product running(String name) {
    String detail = "only " + name + " itself, or its console, can tell";
    return new Product(
        name,
        Reading.known(true),
        Reading.unknown(Reason.NOT_SUPPORTED, detail),
        Reading.unknown(Reason.NOT_SUPPORTED, detail),
        Duration.ZERO);
  }
}

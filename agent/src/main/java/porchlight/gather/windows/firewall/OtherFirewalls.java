package porchlight.gather.windows.firewall;

import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.gather.windows.WindowsVersion;
import porchlight.gather.windows.security.SecurityCenter;
import porchlight.gather.windows.security.SecurityCenter.Product;
import porchlight.gather.windows.security.SecurityCenter.State;
import porchlight.gather.windows.security.SecurityHealth;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/**
 * Firewalls of other makers: one that is on may stand in for that of Windows, whose own switches
 * then say nothing.
 */
final class OtherFirewalls {
  static final List<Question> QUESTIONS = List.of(SecurityCenter.FIREWALLS, SecurityHealth.HEALTH);

  private OtherFirewalls() {}

  /** The name of one that is on; servers have no list of them. */
  static Reading<Optional<String>> on(Machine machine) {
    return switch (SecurityCenter.read(machine, SecurityCenter.FIREWALLS)) {
      case Known<List<Product>>(var products) ->
          Reading.known(
              products.stream()
                  .filter(one -> one.state() == State.ON && !one.microsoft())
                  .map(Product::name)
                  .findFirst());
      case Unknown<List<Product>>(var reason, var detail) -> {
        if (reason == Reason.TOOL_MISSING
            && WindowsVersion.read(machine) instanceof Known<WindowsVersion>(var version)
            && version.server()) {
          yield Reading.known(Optional.empty());
        }
        Reading<Optional<String>> blind = Reading.unknown(reason, detail);
        yield blind.or(() ->
            SecurityHealth.isGuarded(machine, SecurityHealth.FIREWALL)
                .flatMap(guarded ->
                    guarded
                        ? Reading.unknown(Reason.NOT_SUPPORTED, "some firewall is on")
                        : Reading.known(Optional.empty())));
      }
    };
  }
}

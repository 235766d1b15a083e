package porchlight.gather.windows.wifi;

import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Wifi;
import porchlight.facts.Wifi.Security;
import porchlight.gather.Answers;
import porchlight.gather.windows.network.Adapter;
import porchlight.gather.windows.network.Interfaces;
import porchlight.machine.Machine;

/** The least that is stored of the network that gave a radio its address: that needs no consent. */
final class WithoutConsent {
  private WithoutConsent() {}

  static Reading<Wifi> read(
      Machine machine, Optional<Adapter> adapter, Radio radio, Wlan wlan, String link) {
    Optional<String> network = adapter.flatMap(one -> Hint.network(Interfaces.read(machine), one));
    if (network.isEmpty()) {
      return WinWifi.needsConsent();
    }
    Optional<Security> weakest = Optional.empty();
    for (Stored one : wlan.named(network.get(), radio.guid())) {
      var security =
          Protection.configured(one.authentication(), one.encryption(), one.transition());
      if (security.isEmpty() || !one.isReadable()) {
        return WinWifi.needsConsent();
      }
      weakest = Protection.weaker(weakest, security.get());
    }
    return weakest.isEmpty()
        ? WinWifi.needsConsent()
        : Reading.known(new Wifi.Joined(link, Answers.brief(network.get()), weakest.get()));
  }
}

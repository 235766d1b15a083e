package porchlight.gather.network;

import java.util.List;
import porchlight.facts.DnsAnswers;
import porchlight.facts.Portal;
import porchlight.facts.Reading;
import porchlight.facts.RouterExposure;
import porchlight.facts.TlsChains;
import porchlight.gather.First;
import porchlight.gather.Gatherer;
import porchlight.machine.Machine;

/** An operating system on which the network is asked as on every other: through Java's sockets. */
public interface AsksTheNetwork extends Gatherer {
  Machine machine();

  /** Addresses of resolvers on this laptop that programs ask; none where the system has no such. */
  default List<String> fronts() {
    return List.of();
  }

  @Override
  default Reading<DnsAnswers> dnsAnswers(First first) {
    return DnsAsking.read(machine(), first, fronts());
  }

  @Override
  default Reading<Portal> portal(First first) {
    return PortalAsking.read(machine(), first);
  }

  @Override
  default Reading<TlsChains> tlsChains(First first) {
    return TlsAsking.read(machine(), first);
  }

  @Override
  default Reading<RouterExposure> routerExposure(First first) {
    return RouterAsking.read(machine(), first);
  }
}

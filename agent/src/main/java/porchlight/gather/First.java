package porchlight.gather;

import java.time.Instant;
import porchlight.facts.Dns;
import porchlight.facts.Gateway;
import porchlight.facts.Lan;
import porchlight.facts.Probes;
import porchlight.facts.Reading;
import porchlight.facts.Vpn;

/**
 * What asking the network stands on: the facts of the first wave, and what may be asked.
 *
 * @param asOf when the network was asked: now, or earlier when what it said is still good
 */
public record First(
    Instant asOf,
    Probes probes,
    Reading<Dns> dns,
    Reading<Gateway> gateway,
    Reading<Vpn> vpn,
    Reading<Lan> lan) {

  /** The same, asked at that time. */
  First asOf(Instant time) {
    return new First(time, probes, dns, gateway, vpn, lan);
  }
}

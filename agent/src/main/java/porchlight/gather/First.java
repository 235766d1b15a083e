package porchlight.gather;

import java.time.Instant;
import java.util.List;
import porchlight.facts.Dns;
import porchlight.facts.Gateway;
import porchlight.facts.Lan;
import porchlight.facts.Probes;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.facts.Vpn;
import porchlight.facts.Vpn.Path;
import porchlight.facts.Wifi;
import porchlight.machine.Probe.Over;

/**
 * What asking the network stands on: the facts of the first wave, and what may be asked.
 *
 * @param asOf when the network was asked: now, or earlier when what it said is still good
 * @param wifi unknown where nobody keeps what the network answers
 */
public record First(
    Instant asOf,
    Probes probes,
    Reading<Dns> dns,
    Reading<Gateway> gateway,
    Reading<Vpn> vpn,
    Reading<Lan> lan,
    Reading<Wifi> wifi) {

  /** Where it does not matter which Wi-Fi network this is. */
  public First(
      Instant asOf,
      Probes probes,
      Reading<Dns> dns,
      Reading<Gateway> gateway,
      Reading<Vpn> vpn,
      Reading<Lan> lan) {
    this(asOf, probes, dns, gateway, vpn, lan, Reading.unknown(Reason.TURNED_OFF, "not asked for"));
  }

  /** The same, asked at that time. */
  First asOf(Instant time) {
    return new First(time, probes, dns, gateway, vpn, lan, wifi);
  }

  /** The ways by which there is a way out: one, or one by each kind of address. */
  public List<Over> ways() {
    boolean ipv6 =
        switch (vpn) {
          case Known<Vpn>(Vpn(var four, var six)) -> !(six instanceof Path.NoRoute);
          case Unknown<Vpn> unknown -> hasHop(true);
        };
    boolean ipv4 =
        switch (vpn) {
          case Known<Vpn>(Vpn(var four, var six)) -> !(four instanceof Path.NoRoute);
          case Unknown<Vpn> unknown -> hasHop(false);
        };
    return ipv6 ? ipv4 ? List.of(Over.IPV4, Over.IPV6) : List.of(Over.IPV6) : List.of(Over.IPV4);
  }

  private boolean hasHop(boolean ipv6) {
    return gateway instanceof Known<Gateway>(Gateway(var hops))
        && hops.stream().anyMatch(hop -> (hop.address().indexOf(':') >= 0) == ipv6);
  }

  /** Whether a tunnel carries any of the traffic, for all that is known. */
  public boolean mayBeTunnelled() {
    return !(vpn instanceof Known<Vpn>(Vpn(var ipv4, var ipv6)))
        || ipv4 instanceof Path.Tunnel
        || ipv6 instanceof Path.Tunnel;
  }
}

package porchlight.gather.linux.wifi;

import porchlight.facts.Reading;
import porchlight.facts.Wifi;

/** What one look at a radio shows. */
sealed interface Seen {

  /** It has come to rest. */
  record Settled(Wifi wifi) implements Seen {}

  /**
   * It is on its way into a network, when half of what a tool says is not there yet.
   *
   * @param atLast what to say when it stays so
   */
  record Connecting(Reading<Wifi> atLast) implements Seen {}

  static Reading<Seen> settled(Wifi wifi) {
    return Reading.known(new Settled(wifi));
  }

  static Reading<Seen> notConnected() {
    return settled(new Wifi.NotInUse("not connected"));
  }
}

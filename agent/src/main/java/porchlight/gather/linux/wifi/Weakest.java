package porchlight.gather.linux.wifi;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Wifi;
import porchlight.facts.Wifi.Joined;
import porchlight.facts.Wifi.Security;
import porchlight.machine.LinkName;

/** Of several radios the one that protects least, since traffic may go there. */
final class Weakest {
  private Weakest() {}

  static Reading<Wifi> of(List<LinkName> links, Function<LinkName, Reading<Wifi>> read) {
    return of(links.stream().map(read).toList());
  }

  /** Nothing is weaker than an open one; short of that, one that could not be told may be. */
  static Reading<Wifi> of(List<Reading<Wifi>> readings) {
    return readings.stream()
        .min(Comparator.comparingInt(Weakest::rank).thenComparing(Weakest::security))
        .orElse(Reading.known(new Wifi.NotInUse("no Wi-Fi adapter")));
  }

  private static int rank(Reading<Wifi> reading) {
    return switch (reading) {
      case Known<Wifi>(Joined joined) -> joined.security() == Security.OPEN ? 0 : 2;
      case Unknown<Wifi> unknown -> 1;
      case Known<Wifi>(Wifi.NotInUse none) -> 3;
    };
  }

  private static Security security(Reading<Wifi> reading) {
    return reading instanceof Known<Wifi>(Joined joined) ? joined.security() : Security.ENTERPRISE;
  }
}

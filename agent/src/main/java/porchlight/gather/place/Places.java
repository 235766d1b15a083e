package porchlight.gather.place;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import porchlight.facts.Lan;
import porchlight.facts.Lan.Attachment;
import porchlight.facts.Place;
import porchlight.facts.Place.Sign;
import porchlight.facts.Portal;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Vpn;
import porchlight.facts.Vpn.Path;
import porchlight.facts.Wifi;
import porchlight.gather.Memory;

/** The places that the networks are, from what was read of them and from what is remembered. */
public final class Places {
  private Places() {}

  /** {@code loginPage} is the link on which one answers, if any does. */
  public static Reading<Place> of(
      Reading<Lan> lan, Reading<Wifi> wifi, Optional<String> loginPage, Memory memory, Instant at) {
    return lan.map(known -> {
      var spots = new ArrayList<Place.Spot>();
      for (Attachment one : known.attachments()) {
        Recalled recalled = memory.place(one, wifi, at);
        var signs = new ArrayList<>(PlaceSigns.of(one, wifi));
        if (recalled.login() || loginPage.equals(Optional.of(one.link()))) {
          signs.add(Sign.LOGIN_PAGE);
        }
        spots.add(
            new Place.Spot(one.link(), recalled.id(), signs, recalled.met(), recalled.label()));
      }
      return new Place(spots);
    });
  }

  /**
   * The link on which somebody answers in the place of pages that are known. What is met behind a
   * tunnel is no word of the local network; where the way out is not known, nor is whose it is.
   */
  public static Optional<String> loginPage(Reading<Portal> portal, Reading<Vpn> vpn) {
    boolean isInTheWay = portal instanceof Known<Portal>(var seen) && seen.isInTheWay();
    if (!isInTheWay || !(vpn instanceof Known<Vpn>(Vpn(var ipv4, var ipv6)))) {
      return Optional.empty();
    }
    return switch (ipv4) {
      case Path.Tunnel tunnel -> Optional.empty();
      case Path.Direct(String link) ->
          ipv6 instanceof Path.Tunnel ? Optional.empty() : Optional.of(link);
      case Path.NoRoute none ->
          ipv6 instanceof Path.Direct(String link) ? Optional.of(link) : Optional.empty();
    };
  }
}

package porchlight.places;

import java.util.Optional;
import porchlight.facts.Lan.Attachment;
import porchlight.facts.Place.Proof;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Wifi;

/**
 * The way by which this laptop is on a network. A label counts for the ways by which somebody was
 * there when they gave it.
 *
 * @param id what stands for it in memory
 * @param proof what it shows when it is met again together with the same gateway
 */
record WayIn(String id, Proof proof) {

  /** Nothing for a way that anybody can offer. */
  static Optional<WayIn> of(Attachment here, Reading<Wifi> wifi, Secret secret) {
    return switch (here.kind()) {
      case WIRED -> Optional.of(new WayIn("cable", Proof.ADDRESSES));
      case WIFI ->
          wifi instanceof Known<Wifi>(Wifi.Joined joined) && joined.link().equals(here.link())
              ? of(joined, secret)
              : Optional.empty();
      case OTHER -> Optional.empty();
    };
  }

  private static Optional<WayIn> of(Wifi.Joined joined, Secret secret) {
    boolean isHidden = joined.network().isEmpty(); // as macOS hides it
    return switch (joined.security()) {
      case OPEN, WEP, OWE -> Optional.empty();
      case WPA, WPA_WPA2, WPA2, WPA2_WPA3, WPA3 ->
          Optional.of(
              isHidden
                  ? new WayIn("password", Proof.ADDRESSES)
                  : new WayIn(secret.hides("way", "password", joined.network()), Proof.PASSWORD));
      // Whether the laptop made sure whom it logged in to is not known.
      case ENTERPRISE ->
          Optional.of(
              isHidden
                  ? new WayIn("login", Proof.ADDRESSES)
                  : new WayIn(secret.hides("way", "login", joined.network()), Proof.ADDRESSES));
    };
  }
}

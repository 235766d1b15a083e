package porchlight.policy;

import java.util.List;
import java.util.Optional;
import porchlight.facts.Lan.Attachment;
import porchlight.facts.Lan.Lease;
import porchlight.facts.Network;
import porchlight.facts.Place.By;
import porchlight.facts.Place.Kind;
import porchlight.facts.Place.Label;
import porchlight.facts.Place.Proof;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Wifi;

/**
 * What a policy says of places.
 *
 * @param key of fingerprints, the same for all laptops of an organisation, as text; without one
 *     each laptop has its own
 * @param peopleSay whether the word of the person at the laptop counts
 */
public record PlaceRules(Optional<String> key, boolean peopleSay, List<Office> offices) {
  /** Nothing. */
  public static final PlaceRules NONE = new PlaceRules(Optional.empty(), true, List.of());

  public PlaceRules {
    offices = List.copyOf(offices);
  }

  /**
   * An office; what is left out may be anything. It has a fingerprint or a gateway, because all
   * else is what any network can say of itself.
   *
   * @param gateway a hardware address in lower case with colons
   * @param wifi names of its Wi-Fi networks; without any, nobody is there by Wi-Fi
   */
  public record Office(
      Optional<String> fingerprint,
      Optional<String> gateway,
      Optional<Network> subnet,
      Optional<String> suffix,
      List<String> wifi) {

    public Office {
      wifi = List.copyOf(wifi);
      if (fingerprint.isEmpty() && gateway.isEmpty()) {
        throw new IllegalArgumentException("an office that any network can be");
      }
    }

    private boolean fits(Attachment here, Optional<String> id) {
      return (fingerprint.isEmpty() || fingerprint.equals(id))
          && gateway.filter(mac -> !mac.equals(here.preferred().hop().mac())).isEmpty()
          && subnet.filter(range -> !range.contains(here.preferred().hop().address())).isEmpty()
          && suffix.filter(name -> !name.equalsIgnoreCase(suffix(here))).isEmpty();
    }

    private static String suffix(Attachment here) {
      return here.lease() instanceof Known<Lease>(var lease) ? lease.suffix() : "";
    }

    private Proof proof(Attachment here, Reading<Wifi> wifi) {
      return switch (here.kind()) {
        case WIRED -> Proof.ADDRESSES;
        case WIFI ->
            wifi instanceof Known<Wifi>(Wifi.Joined joined) && joined.link().equals(here.link())
                ? proof(joined)
                : Proof.NOTHING;
        case OTHER -> Proof.NOTHING;
      };
    }

    private Proof proof(Wifi.Joined joined) {
      boolean isMeant = this.wifi.contains(joined.network());
      boolean isHidden = joined.network().isEmpty() && !this.wifi.isEmpty();
      return switch (joined.security()) {
        case OPEN, WEP, OWE -> Proof.NOTHING;
        case WPA, WPA_WPA2, WPA2, WPA2_WPA3, WPA3 ->
            isMeant ? Proof.PASSWORD : isHidden ? Proof.ADDRESSES : Proof.NOTHING;
        // Whether the laptop made sure whom it logged in to is not known.
        case ENTERPRISE -> isMeant || isHidden ? Proof.ADDRESSES : Proof.NOTHING;
      };
    }
  }

  /** What the policy says that network is. */
  public Optional<Label> label(Attachment here, Reading<Wifi> wifi, Optional<String> id) {
    return here.routers().isEmpty()
        ? Optional.empty()
        : offices.stream()
            .filter(office -> office.fits(here, id))
            .map(office -> office.proof(here, wifi))
            .min(Proof::compareTo)
            .map(proof -> new Label(Kind.OFFICE, By.POLICY, proof));
  }
}

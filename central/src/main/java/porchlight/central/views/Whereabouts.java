package porchlight.central.views;

import porchlight.central.reports.Place;

/** A place in a few words. */
final class Whereabouts {
  /** Enough to tell one laptop's places apart. */
  private static final int SHORT = 6;

  private Whereabouts() {}

  /** "likely a home, been there before (q83vEj…)". */
  static String of(Place place) {
    String id = place.id().map(all -> " (" + all.substring(0, SHORT) + "…)").orElse("");
    return kind(place) + standing(place.standing()) + id;
  }

  /** "home", "public hotspot", and so on. */
  static String kind(Place.Kind kind) {
    return switch (kind) {
      case HOME -> "home";
      case OFFICE -> "office";
      case GUEST -> "network for guests";
      case PUBLIC_HOTSPOT -> "public hotspot";
      case PHONE_HOTSPOT -> "phone’s hotspot";
      case WIRED -> "network by cable";
      case UNKNOWN -> "unknown kind of network";
    };
  }

  static String kind(Place place) {
    return switch (place.kind()) {
      case HOME -> sure(place.sure()) + "a home";
      case OFFICE -> sure(place.sure()) + "an office";
      case GUEST -> sure(place.sure()) + "a network for guests";
      case PUBLIC_HOTSPOT -> sure(place.sure()) + "a public hotspot";
      case PHONE_HOTSPOT -> sure(place.sure()) + "a phone's hotspot";
      case WIRED -> "a network by cable";
      case UNKNOWN -> "a network of unknown kind";
    };
  }

  private static String sure(Place.Sure sure) {
    return switch (sure) {
      case SURE -> "";
      case LIKELY -> "likely ";
      case PERHAPS, NOT_AT_ALL -> "perhaps ";
    };
  }

  private static String standing(Place.Standing standing) {
    return switch (standing) {
      case NEW -> ", first time there";
      case KNOWN -> ", been there before";
      case NOT_TOLD -> "";
    };
  }
}

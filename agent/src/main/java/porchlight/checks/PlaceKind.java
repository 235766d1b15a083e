package porchlight.checks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import porchlight.facts.Facts;
import porchlight.facts.Place;
import porchlight.facts.Place.Kind;
import porchlight.facts.Place.Proof;
import porchlight.facts.Place.Sign;
import porchlight.facts.Place.Spot;
import porchlight.facts.Reading.Known;

/**
 * What kind of place a network is taken for. Only what somebody said makes it a home or an office,
 * and only where more than looks shows that it is that very place: a network can look like
 * anything.
 *
 * @param sure how sure that is
 * @param by the signs that decided; none where a label did
 * @param looksLike the kind that nobody said and the signs speak for, where that is another one
 */
public record PlaceKind(Kind kind, Sure sure, List<Sign> by, Optional<Kind> looksLike) {
  /** From this weight on, signs decide. */
  private static final int ENOUGH = 3;

  private static final int PLENTY = 5;

  /** Those that a sign alone may name, the one that demands most first. */
  private static final List<Kind> BY_SIGNS =
      List.of(Kind.PUBLIC_HOTSPOT, Kind.GUEST, Kind.PHONE_HOTSPOT);

  public PlaceKind {
    by = List.copyOf(by);
  }

  /** How sure a kind is. */
  public enum Sure {
    /** Said by somebody, and recognised by a password. */
    SURE,
    /** Said by somebody and recognised by its addresses, or many signs agree. */
    LIKELY,
    PERHAPS,
    /** Nothing decided. */
    NOT_AT_ALL;

    /** The word used in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** One sign speaks for that kind so much. */
  private record Says(Kind kind, int weight) {}

  /**
   * Of each network that the laptop is on, the preferred one first; none where it cannot be told.
   */
  public static List<PlaceKind> of(Facts facts) {
    if (!(facts.place() instanceof Known<Place>(Place(var spots)))) {
      return List.of();
    }
    return spots.stream().map(spot -> of(spot, spots)).toList();
  }

  /**
   * Whether some network might be of any kind, for all that could be read of it. A wireless network
   * of which nobody knows how it is protected may be an open one; so may one that nobody sees.
   */
  public static boolean isUntold(Facts facts) {
    return !(facts.place() instanceof Known<Place>(Place(var spots)))
        || spots.isEmpty()
        || spots.stream()
            .anyMatch(spot -> of(spot, spots).kind() == Kind.UNKNOWN && isUntold(spot));
  }

  private static boolean isUntold(Spot spot) {
    return spot.signs().stream()
        .noneMatch(sign ->
            sign == Sign.CABLE
                || sign == Sign.OPEN_WIFI
                || sign == Sign.PASSWORD_WIFI
                || sign == Sign.COMPANY_WIFI);
  }

  /** Docked, one network is there twice; a way in that is sure of it speaks for the other. */
  private static PlaceKind of(Spot spot, List<Spot> all) {
    var label = spot.label();
    if (label.isPresent()) {
      // What anybody can offer speaks for nothing, and what is not told might be that.
      boolean isAnybodys = isUntold(spot) || spot.signs().contains(Sign.OPEN_WIFI);
      Proof best =
          all.stream()
              .filter(other -> !isAnybodys)
              .filter(other -> spot.id().isPresent() && other.id().equals(spot.id()))
              .flatMap(other -> other.label().stream())
              .filter(other -> other.kind() == label.get().kind())
              .map(Place.Label::proof)
              .reduce(label.get().proof(), (one, other) -> one.compareTo(other) < 0 ? one : other);
      switch (best) {
        case PASSWORD -> {
          return new PlaceKind(label.get().kind(), Sure.SURE, List.of(), Optional.empty());
        }
        case ADDRESSES -> {
          return new PlaceKind(label.get().kind(), Sure.LIKELY, List.of(), Optional.empty());
        }
        case NOTHING -> {}
      }
    }
    return bySigns(spot.signs());
  }

  /** Pure: the same signs give the same kind. */
  static PlaceKind bySigns(List<Sign> signs) {
    Map<Kind, Integer> sums = new EnumMap<>(Kind.class);
    for (Sign sign : signs) {
      for (Says says : says(sign)) {
        sums.merge(says.kind(), says.weight(), Integer::sum);
      }
    }
    if (signs.contains(Sign.OPEN_WIFI)) {
      sums.remove(Kind.PHONE_HOTSPOT); // anybody's, whatever it looks like
      sums.remove(Kind.GUEST);
    }
    Kind best = Kind.UNKNOWN;
    for (Kind kind : BY_SIGNS) {
      int sum = sums.getOrDefault(kind, 0);
      if (sum >= ENOUGH && sum > sums.getOrDefault(best, 0)) {
        best = kind;
      }
    }
    if (best != Kind.UNKNOWN) {
      Sure sure = sums.getOrDefault(best, 0) >= PLENTY ? Sure.LIKELY : Sure.PERHAPS;
      return new PlaceKind(best, sure, speakingFor(best, signs), Optional.empty());
    }
    // What speaks for a home or an office is told and decides nothing.
    int home = sums.getOrDefault(Kind.HOME, 0);
    int office = sums.getOrDefault(Kind.OFFICE, 0);
    Kind like = home > office ? Kind.HOME : Kind.OFFICE;
    Optional<Kind> looks =
        Math.max(home, office) >= ENOUGH && home != office ? Optional.of(like) : Optional.empty();
    var by = looks.map(kind -> speakingFor(kind, signs)).orElse(List.of());
    return signs.contains(Sign.CABLE)
        ? new PlaceKind(Kind.WIRED, Sure.LIKELY, by.isEmpty() ? List.of(Sign.CABLE) : by, looks)
        : new PlaceKind(Kind.UNKNOWN, Sure.NOT_AT_ALL, by, looks);
  }

  private static List<Sign> speakingFor(Kind kind, List<Sign> signs) {
    var found = new ArrayList<Sign>();
    for (Sign sign : signs) {
      if (says(sign).stream().anyMatch(says -> says.kind() == kind)) {
        found.add(sign);
      }
    }
    return found;
  }

  /** The table. */
  private static List<Says> says(Sign sign) {
    return switch (sign) {
      case OPEN_WIFI -> List.of(new Says(Kind.PUBLIC_HOTSPOT, 3));
      case PASSWORD_WIFI, PROVIDER_MAKER, HOME_RANGE -> List.of(new Says(Kind.HOME, 1));
      case COMPANY_WIFI -> List.of(new Says(Kind.OFFICE, 3));
      case CABLE, VIRTUAL_MAKER -> List.of();
      // Asked of guests everywhere; the name may say which of the two.
      case LOGIN_PAGE -> List.of(new Says(Kind.PUBLIC_HOTSPOT, 3), new Says(Kind.GUEST, 3));
      case PUBLIC_NAME -> List.of(new Says(Kind.PUBLIC_HOTSPOT, 4));
      case GUEST_NAME -> List.of(new Says(Kind.GUEST, 4));
      case PHONE_NAME -> List.of(new Says(Kind.PHONE_HOTSPOT, 3));
      case HOME_NAME, HOME_MAKER, HOME_SUFFIX, PRIVATE_CATEGORY -> List.of(new Says(Kind.HOME, 2));
      case COMPANY_MAKER, SHARED_MAC ->
          List.of(
              new Says(Kind.OFFICE, 2), new Says(Kind.GUEST, 1), new Says(Kind.PUBLIC_HOTSPOT, 1));
      case WIDE_RANGE, PUBLIC_CATEGORY ->
          List.of(new Says(Kind.GUEST, 1), new Says(Kind.PUBLIC_HOTSPOT, 1));
      case MODEM_MAKER, PHONE_MAKER -> List.of(new Says(Kind.PHONE_HOTSPOT, 2));
      case MADE_UP_MAC, MOBILE_RANGE, CARRIER_RANGE -> List.of(new Says(Kind.PHONE_HOTSPOT, 1));
      case IPHONE_RANGE, ANDROID_RANGE, SHARING_RANGE -> List.of(new Says(Kind.PHONE_HOTSPOT, 3));
      case OWN_SUFFIX -> List.of(new Says(Kind.OFFICE, 1));
      case DOMAIN_CATEGORY -> List.of(new Says(Kind.OFFICE, 5));
    };
  }
}

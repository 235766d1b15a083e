package porchlight.checks;

import java.util.List;
import java.util.Set;
import porchlight.facts.Disks;
import porchlight.facts.Disks.Place;
import porchlight.facts.Disks.Protection;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;

/** Whoever takes this laptop, or its drive, cannot read the data on it. */
public record DiskEncryption() implements Check {

  @Override
  public Set<Fact> needs() {
    return Set.of(Fact.DISKS);
  }

  @Override
  public Verdict judge(Facts facts) {
    return switch (facts.disks()) {
      case Unknown<Disks> unknown -> Verdict.unknown(unknown);
      case Known<Disks>(Disks(var places)) ->
          judge(places).withAll(places.stream().map(DiskEncryption::seen).toList());
    };
  }

  private static Verdict judge(List<Place> places) {
    var plain = names(places, Protection.PLAIN);
    var suspended = names(places, Protection.SUSPENDED);
    if (!plain.isEmpty()) {
      return Verdict.fail(are(plain) + " not encrypted");
    }
    if (!suspended.isEmpty()) {
      return Verdict.fail(
          are(suspended) + " encrypted, but protection is suspended: the key lies beside the data");
    }
    for (Place place : places) {
      if (place.protection() instanceof Unknown<Protection>(var reason, var detail)) {
        return Verdict.unknown(
            reason, "whether " + shown(place) + " is encrypted cannot be told: " + detail);
      }
    }
    return places.isEmpty()
        ? Verdict.unknown(Reason.NOT_UNDERSTOOD, "no place was found where data are kept")
        : Verdict.pass(are(places.stream().map(DiskEncryption::shown).toList()) + " encrypted");
  }

  private static List<String> names(List<Place> places, Protection protection) {
    return places.stream()
        .filter(place ->
            place.protection() instanceof Known<Protection>(var seen) && seen == protection)
        .map(DiskEncryption::shown)
        .distinct()
        .toList();
  }

  private static String are(List<String> names) {
    var distinct = names.stream().distinct().toList();
    return distinct.size() == 1
        ? distinct.get(0) + " is"
        : String.join(", ", distinct.subList(0, distinct.size() - 1))
            + " and "
            + distinct.get(distinct.size() - 1)
            + " are";
  }

  /** A home folder has its owner's name. */
  private static String shown(Place place) {
    return isHome(place) ? "a home folder" : place.name();
  }

  private static boolean isHome(Place place) {
    return place.name().matches("(/var)?/home/.+");
  }

  private static Evidence seen(Place place) {
    String words =
        switch (place.protection()) {
          case Known<Protection>(var protection) ->
              switch (protection) {
                case ENCRYPTED -> "encrypted";
                case SUSPENDED -> "encrypted, protection suspended";
                case PLAIN -> "not encrypted";
              };
          case Unknown<Protection>(var reason, var detail) -> "could not tell: " + detail;
        };
    return new Evidence(
        isHome(place) ? "home" : place.name(),
        isHome(place) ? place.name() + ": " + words : words,
        isHome(place));
  }
}

package porchlight.central.views;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import porchlight.central.ledger.Overview;
import porchlight.central.ledger.Picked;
import porchlight.central.ledger.PlaceStand;
import porchlight.central.reports.Calm;

/** A place of one client over all its laptops: who is there, and what the network does to them. */
public record PlacePage(
    String organisation,
    String organisationHref,
    String kind,
    String label,
    String noteHref,
    int visitors,
    List<SpreadLine> failing,
    List<SeenLine> lines,
    Paging paging) {
  /** The checks that are about the network that one is on. */
  private static final List<String> OF_THE_NETWORK =
      List.of(
          "gateway-identity",
          "dns-integrity",
          "dns-resolvers",
          "tls-interception",
          "wifi-encryption",
          "captive-portal",
          "proxy");

  private static final Duration SHOWN = Duration.ofDays(30);
  private static final int SHORT = 6;

  /** Where the page of a place is. */
  public static String href(String organisation, String place) {
    return "/places/" + organisation + "/" + place;
  }

  /** Enough of its id to tell it from others. */
  static String label(String place) {
    return place.substring(0, Math.min(SHORT, place.length())) + "…";
  }

  /** A place in the list. */
  public record Line(
      String organisation,
      String organisationHref,
      String kind,
      String label,
      String href,
      int devices,
      int failing) {}

  /** The places where laptops are now, those that do something to them first. */
  public record All(List<Line> lines, int page, boolean more) {}

  /** That list, so many to a page. */
  public static All all(Overview overview, int page) {
    int from = (Math.max(1, page) - 1) * Paging.SIZE;
    List<PlaceStand> places = overview.places(OF_THE_NETWORK, Paging.SIZE + 1, from);
    return new All(
        places.stream().limit(Paging.SIZE).map(PlacePage::line).toList(),
        Math.max(1, page),
        places.size() > Paging.SIZE);
  }

  private static Line line(PlaceStand place) {
    return new Line(
        Calm.text(place.organisation().name()),
        "/organisations/" + place.organisation().id(),
        Whereabouts.kind(place.kind()),
        label(place.id()),
        href(place.organisation().id(), place.id()),
        place.devices(),
        place.failing());
  }

  /** The page of a place; empty when no laptop that the viewer sees is or was there. */
  public static Optional<PlacePage> of(
      Overview overview,
      String organisation,
      String place,
      int page,
      Instant now,
      Instant counted) {
    Picked picked = new Picked.AtPlace(organisation, place);
    Paging paging = Paging.of(page, overview.count(picked), href(organisation, place) + "?page=");
    int visitors = overview.visitors(organisation, place, now.minus(SHOWN));
    List<SeenLine> lines =
        overview.devices(picked, paging.perPage(), paging.from()).stream()
            .map(seen -> SeenLine.of(seen, now, counted))
            .toList();
    Optional<String> name =
        overview.stands().stream()
            .map(stand -> stand.organisation())
            .filter(one -> one.id().equals(organisation))
            .map(one -> Calm.text(one.name()))
            .findFirst();
    if (name.isEmpty() || (lines.isEmpty() && visitors == 0)) {
      return Optional.empty();
    }
    return Optional.of(
        new PlacePage(
            name.get(),
            "/organisations/" + organisation,
            lines.isEmpty() ? "a place" : lines.getFirst().place(),
            label(place),
            "/notes?kind=note&place=" + place + "#write",
            visitors,
            overview.failingAt(organisation, place, OF_THE_NETWORK).stream()
                .map(spread -> SpreadLine.of(spread, now))
                .toList(),
            lines,
            paging));
  }

  /** What it does to those who are there, in a sentence. */
  public String headline() {
    if (paging.entries() == 0) {
      return "Nobody is there now.";
    }
    String there =
        Counted.of(paging.entries(), "laptop")
            + (paging.entries() == 1 ? " is" : " are")
            + " there";
    return failing.isEmpty()
        ? there + "; no check of the network is known to fail."
        : there + "; on " + failing.getFirst().devices() + " a check of the network fails.";
  }
}

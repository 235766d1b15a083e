package porchlight.central.views;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import porchlight.central.ledger.Overview;
import porchlight.central.ledger.Picked;
import porchlight.central.ledger.Stand;
import porchlight.central.reports.Calm;

/** One client: how its laptops stand, how that went, and each of them, worst first. */
public record OrganisationPage(
    String id, String name, Tally tally, Trend trend, List<SeenLine> lines, Paging paging) {
  private static final Duration SHOWN = Duration.ofDays(30);

  /** The page of an organisation; empty when there is none of this id for the viewer. */
  public static Optional<OrganisationPage> of(
      Overview overview, String id, int page, Instant now, Instant counted) {
    Optional<Stand> stand =
        overview.stands().stream().filter(one -> one.organisation().id().equals(id)).findFirst();
    if (stand.isEmpty()) {
      return Optional.empty();
    }
    Picked picked = new Picked.OfOrganisation(id);
    Paging paging = Paging.of(page, overview.count(picked), "/organisations/" + id + "?page=");
    return Optional.of(
        new OrganisationPage(
            id,
            Calm.text(stand.get().organisation().name()),
            Tally.of(List.of(stand.get())),
            Trend.of(
                "/v1/trend?organisation=" + id,
                overview.days(now.minus(SHOWN), id),
                stand.get().score()),
            overview.devices(picked, paging.perPage(), paging.from()).stream()
                .map(seen -> SeenLine.of(seen, now, counted))
                .toList(),
            paging));
  }
}

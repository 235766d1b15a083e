package porchlight.central.views;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import porchlight.central.ledger.DayStand;
import porchlight.central.ledger.Overview;
import porchlight.central.ledger.Picked;
import porchlight.central.ledger.Stand;
import porchlight.central.reports.Calm;

/** Every client at a glance, the one that needs a look first ahead. */
public record OrganisationsPage(Tally tally, List<Line> lines, Paging paging) {
  private static final Duration WEEK = Duration.ofDays(7);

  /**
   * A client: its score, how that went in a week, how many are silent, and whom to look at first.
   */
  public record Line(
      String id, String name, String score, int change, Tally tally, List<SeenLine> first) {
    /** Where its page is. */
    public String href() {
      return "/organisations/" + id;
    }

    /** "up 3", "down 2", "as a week ago". */
    public String trend() {
      return change == 0 ? "as a week ago" : (change > 0 ? "up " : "down ") + Math.abs(change);
    }

    /** The word that the stylesheet knows the change by. */
    public String direction() {
      return change == 0 ? "flat" : change > 0 ? "up" : "down";
    }
  }

  /** The page, as of {@code now}. */
  public static OrganisationsPage of(Overview overview, int page, Instant now, Instant counted) {
    List<Stand> stands = overview.stands();
    Paging paging = Paging.of(page, stands.size(), "/organisations?page=");
    List<Line> lines =
        stands.stream()
            .sorted(WORST_FIRST)
            .skip(paging.from())
            .limit(paging.perPage())
            .map(stand -> line(overview, stand, now, counted))
            .toList();
    return new OrganisationsPage(Tally.of(stands), lines, paging);
  }

  private static final Comparator<Stand> WORST_FIRST =
      Comparator.comparingInt((Stand stand) -> stand.of("unsafe"))
          .thenComparingInt(stand -> stand.of("care"))
          .thenComparingInt(stand -> stand.of("silent"))
          .thenComparingInt(stand -> stand.of("cannot-say"))
          .reversed()
          .thenComparing(stand -> stand.organisation().name(), String.CASE_INSENSITIVE_ORDER);

  private static Line line(Overview overview, Stand stand, Instant now, Instant counted) {
    String id = stand.organisation().id();
    return new Line(
        id,
        Calm.text(stand.organisation().name()),
        stand.score().isPresent() ? Integer.toString(stand.score().getAsInt()) : "",
        change(stand.score(), overview.days(now.minus(WEEK), id)),
        Tally.of(List.of(stand)),
        overview.devices(new Picked.OfOrganisation(id), 1, 0).stream()
            .filter(seen -> !seen.tone().equals("safe"))
            .map(seen -> SeenLine.of(seen, now, counted))
            .toList());
  }

  static int change(OptionalInt now, List<DayStand> week) {
    Stream<DayStand> scored = week.stream().filter(day -> day.score().isPresent());
    OptionalInt before = scored.findFirst().map(DayStand::score).orElse(OptionalInt.empty());
    return now.isPresent() && before.isPresent() ? now.getAsInt() - before.getAsInt() : 0;
  }
}

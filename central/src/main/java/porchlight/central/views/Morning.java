package porchlight.central.views;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import porchlight.central.ledger.Overview;
import porchlight.central.ledger.Picked;
import porchlight.central.ledger.Stand;
import porchlight.central.ledger.Visit;
import porchlight.central.reports.Answer;

/**
 * What changed while nobody looked: who became unsafe, who fell silent, what came up on several,
 * who is somewhere new and who came back; and how many stand badly since before.
 */
public record Morning(
    int days,
    Tally tally,
    OptionalInt score,
    List<SeenLine> unsafe,
    int unsafeCount,
    List<SeenLine> silent,
    int silentCount,
    int care,
    int cannotSay,
    List<SpreadLine> spread,
    List<Came> places,
    List<SeenLine> returned) {
  /** The spans that may be asked for, in days. */
  public static final List<Integer> SPANS = List.of(1, 3, 7);

  private static final int MOST = 12;
  private static final int MOST_PLACES = 8;

  /** On so many laptops a check is not the affair of one. */
  private static final int SEVERAL = 2;

  /** A laptop that came to a place that is new to it. */
  public record Came(SeenLine line, String place, String href, Moment at) {}

  /** The morning after {@code days}, as of {@code now}. */
  public static Morning of(Overview overview, int days, Instant now, Instant counted) {
    Instant since = now.minus(Duration.ofDays(days));
    Picked unsafe = new Picked.Newly(Answer.UNSAFE, since);
    Instant countedSince = counted.minus(Duration.ofDays(days));
    Picked silent = new Picked.NewlySilent(countedSince);
    List<Stand> stands = overview.stands();
    return new Morning(
        days,
        Tally.of(stands),
        score(stands),
        lines(overview, unsafe, now, counted),
        overview.count(unsafe),
        lines(overview, silent, now, counted),
        overview.count(silent),
        overview.count(new Picked.Newly(Answer.CARE, since)),
        overview.count(new Picked.Newly(Answer.CANNOT_SAY, since)),
        overview.newlyFailing(since).stream()
            .filter(spread -> spread.devices() >= SEVERAL)
            .limit(MOST_PLACES)
            .map(spread -> SpreadLine.of(spread, now))
            .toList(),
        overview.newPlaces(since, MOST_PLACES).stream()
            .map(visit -> came(visit, now, counted))
            .toList(),
        lines(overview, new Picked.Returned(countedSince), now, counted));
  }

  /** The mean over all laptops that have reported. */
  private static OptionalInt score(List<Stand> stands) {
    int scored = 0;
    int points = 0;
    for (Stand stand : stands) {
      int devices = stand.devices() - stand.of("waiting");
      if (stand.score().isPresent()) {
        scored += devices;
        points += devices * stand.score().getAsInt();
      }
    }
    return scored == 0 ? OptionalInt.empty() : OptionalInt.of(points / scored);
  }

  private static List<SeenLine> lines(
      Overview overview, Picked picked, Instant now, Instant counted) {
    return overview.devices(picked, MOST, 0).stream()
        .map(seen -> SeenLine.of(seen, now, counted))
        .toList();
  }

  private static Came came(Visit visit, Instant now, Instant counted) {
    return new Came(
        SeenLine.of(visit.seen(), now, counted),
        Whereabouts.kind(visit.place()),
        visit
            .place()
            .id()
            .map(id -> PlacePage.href(visit.seen().device().organisation().id(), id))
            .orElse(""),
        Moment.of(visit.at(), now));
  }

  /** Since when, in words. */
  public String since() {
    return days == 1 ? "since yesterday" : "in the last " + days + " days";
  }

  /** The answer to "who needs help?", in one sentence. */
  public String headline() {
    if (tally.devices() == 0) {
      return "No laptop reports here yet.";
    }
    List<String> parts = new ArrayList<>();
    if (unsafeCount > 0) {
      parts.add(Counted.of(unsafeCount, "laptop") + " became unsafe");
    }
    if (silentCount > 0) {
      parts.add(
          (parts.isEmpty() ? Counted.of(silentCount, "laptop") : Integer.toString(silentCount))
              + " fell silent");
    }
    return parts.isEmpty()
        ? "Nobody needs help who did not before."
        : String.join(", ", parts) + " " + since() + ".";
  }

  /** How many are unsafe since before. */
  public int unsafeBefore() {
    return Math.max(0, tally.unsafe() - unsafeCount);
  }

  /** How many are silent since before. */
  public int silentBefore() {
    return Math.max(0, tally.silent() - silentCount);
  }
}

package porchlight.central.views;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import porchlight.central.ledger.Headline;
import porchlight.central.ledger.Overview;
import porchlight.central.ledger.Seen;
import porchlight.central.reports.Place;

/**
 * What a device's full reports say at a glance: since when its answer is what it is, where it was,
 * as stays on a line of time, and the reports themselves, newest first. {@code score} is the plot's
 * line as points in a box of 600 to 100, or empty.
 */
public record Life(
    String device,
    Optional<Moment> since,
    List<Stay> stays,
    List<Told> told,
    String score,
    Moment from) {
  private static final int MOST = 300;
  private static final int MOST_SHOWN = 30;
  private static final int WIDTH = 600;
  private static final Duration SHOWN = Duration.ofDays(14);

  /**
   * A time at one place; {@code left} and {@code width} are where it stands on the line, in units
   * of 600.
   */
  public record Stay(
      String kind, String css, String label, Moment from, String length, int left, int width) {}

  /** One full report; {@code before} is the number of the one before it, or 0. */
  public record Told(
      long sequence, Moment at, Tone tone, String score, String place, long before) {}

  /** The life of a device as of {@code now}. */
  public static Life of(Overview overview, String device, Instant now) {
    List<Headline> headlines = overview.headlines(device, MOST);
    Instant start = now.minus(SHOWN);
    return new Life(
        device,
        overview.device(device).flatMap(Seen::answerSince).map(at -> Moment.of(at, now)),
        stays(headlines, start, now),
        told(headlines, now),
        score(headlines, start, now),
        Moment.of(start, now));
  }

  private static List<Told> told(List<Headline> headlines, Instant now) {
    List<Told> told = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST_SHOWN, headlines.size()); i++) {
      Headline one = headlines.get(i);
      told.add(
          new Told(
              one.sequence(),
              Moment.of(one.at(), now),
              Heard.tone(one.answer()),
              one.score().isPresent() ? Integer.toString(one.score().getAsInt()) : "",
              one.place().map(Whereabouts::of).orElse(""),
              i + 1 < headlines.size() ? headlines.get(i + 1).sequence() : 0));
    }
    return List.copyOf(told);
  }

  private static List<Stay> stays(List<Headline> newestFirst, Instant start, Instant now) {
    List<Stay> stays = new ArrayList<>();
    Instant until = now;
    int i = 0;
    while (i < newestFirst.size() && until.isAfter(start)) {
      Optional<Place> place = newestFirst.get(i).place();
      int last = i;
      while (last + 1 < newestFirst.size() && same(newestFirst.get(last + 1).place(), place)) {
        last++;
      }
      Instant from = newestFirst.get(last).at();
      if (place.isPresent() && from.isBefore(until)) {
        stays.add(stay(place.get(), from, until, start, now));
      }
      until = from.isBefore(until) ? from : until;
      i = last + 1;
    }
    return List.copyOf(stays);
  }

  private static boolean same(Optional<Place> a, Optional<Place> b) {
    return a.map(Place::kind).equals(b.map(Place::kind))
        && a.flatMap(Place::id).equals(b.flatMap(Place::id));
  }

  private static Stay stay(Place place, Instant from, Instant until, Instant start, Instant now) {
    int left = x(from.isBefore(start) ? start : from, start, now);
    return new Stay(
        Whereabouts.kind(place.kind()),
        place.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        place.id().map(PlacePage::label).orElse(""),
        Moment.of(from, now),
        Moment.span(Duration.between(from, until)),
        left,
        Math.max(1, x(until, start, now) - left));
  }

  private static int x(Instant at, Instant start, Instant now) {
    long whole = Math.max(1, Duration.between(start, now).toSeconds());
    return (int) (Duration.between(start, at).toSeconds() * WIDTH / whole);
  }

  /** A line of steps: a score holds until another report says otherwise. */
  private static String score(List<Headline> newestFirst, Instant start, Instant now) {
    StringBuilder points = new StringBuilder();
    int last = -1;
    for (Headline one : newestFirst.reversed()) {
      if (one.score().isPresent()) {
        int x = x(one.at().isBefore(start) ? start : one.at(), start, now);
        int y = 100 - one.score().getAsInt();
        if (last >= 0) {
          points.append(x).append(',').append(last).append(' ');
        }
        points.append(x).append(',').append(y).append(' ');
        last = y;
      }
    }
    return last < 0 ? "" : points.append(WIDTH).append(',').append(last).toString();
  }
}

package porchlight.central.views;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import porchlight.central.ledger.DayStand;

/**
 * How something stood day by day: {@code source} is where its figures are as JSON, for the plot;
 * the days are its readable table, newest first.
 */
public record Trend(String source, List<Day> days, String score, int change) {
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

  /** One day. */
  public record Day(String label, String iso, String score, int unsafe, int care, int silent) {}

  /** The trend of these days, and the score now. */
  public static Trend of(String source, List<DayStand> days, OptionalInt now) {
    return new Trend(
        source,
        days.reversed().stream().map(Trend::day).toList(),
        words(now),
        OrganisationsPage.change(now, days.stream().skip(Math.max(0, days.size() - 8)).toList()));
  }

  private static Day day(DayStand stand) {
    return new Day(
        SHOWN.format(stand.day()),
        stand.day().toString(),
        words(stand.score()),
        stand.unsafe(),
        stand.care(),
        stand.silent());
  }

  private static String words(OptionalInt score) {
    return score.isPresent() ? Integer.toString(score.getAsInt()) : "";
  }

  /** The figures in columns, oldest first: times are seconds since 1970, as the plot wants them. */
  public static Map<String, Object> json(List<DayStand> days) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(
        "at",
        days.stream().map(day -> day.day().atStartOfDay(ZoneOffset.UTC).toEpochSecond()).toList());
    json.put(
        "score",
        days.stream()
            .map(day -> day.score().isPresent() ? (Object) day.score().getAsInt() : "")
            .toList());
    json.put("unsafe", days.stream().map(DayStand::unsafe).toList());
    json.put("care", days.stream().map(DayStand::care).toList());
    json.put("silent", days.stream().map(DayStand::silent).toList());
    return json;
  }
}

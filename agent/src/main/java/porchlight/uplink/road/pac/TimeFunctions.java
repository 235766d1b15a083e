package porchlight.uplink.road.pac;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The functions of proxy scripts that are about days and hours; ranges run over their end. */
final class TimeFunctions {
  private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

  private TimeFunctions() {}

  /** A test of now. */
  @FunctionalInterface
  private interface Test {
    boolean holds(List<Object> words, ZonedDateTime now);
  }

  static void into(Map<String, Object> names, PacHost host) {
    define(names, host, "weekdayRange", TimeFunctions::weekday);
    define(names, host, "timeRange", TimeFunctions::time);
    define(names, host, "dateRange", TimeFunctions::date);
  }

  private static void define(Map<String, Object> names, PacHost host, String name, Test test) {
    names.put(
        name,
        (Callable)
            (self, given) -> {
              var words = new ArrayList<Object>(given);
              boolean universal = !words.isEmpty() && words.getLast().equals("GMT");
              if (universal) {
                words.removeLast();
              }
              return test.holds(
                  words, universal ? host.now().withZoneSameInstant(ZoneOffset.UTC) : host.now());
            });
  }

  private static boolean within(double from, double to, double now) {
    return from <= to ? from <= now && now <= to : now >= from || now <= to;
  }

  private static boolean weekday(List<Object> words, ZonedDateTime now) {
    int from = DAYS.indexOf(upper(Callable.word(words, 0)));
    int to = words.size() < 2 ? from : DAYS.indexOf(upper(words.get(1)));
    return from >= 0 && to >= 0 && within(from, to, now.getDayOfWeek().getValue() % 7);
  }

  private static boolean time(List<Object> words, ZonedDateTime now) {
    double second = now.toLocalTime().toSecondOfDay();
    int half = words.size() / 2;
    return switch (words.size()) {
      case 1 -> now.getHour() == Convert.number(words.get(0));
      case 2, 4, 6 ->
          within(seconds(words.subList(0, half)), seconds(words.subList(half, 2 * half)), second);
      default -> false;
    };
  }

  private static double seconds(List<Object> words) {
    double seconds = 0;
    double unit = 3600;
    for (Object word : words) {
      seconds += unit * Convert.number(word);
      unit /= 60;
    }
    return seconds;
  }

  /** What is not told of a date is -1. */
  private record Day(int year, int month, int date) {
    static Day of(List<Object> words) {
      int year = -1;
      int month = -1;
      int date = -1;
      for (Object word : words) {
        double number = Convert.number(word);
        if (Double.isNaN(number)) {
          month = MONTHS.indexOf(upper(word));
        } else if (number > 31) {
          year = (int) number;
        } else {
          date = (int) number;
        }
      }
      return new Day(year, month, date);
    }

    double number(Day like) {
      return (like.year >= 0 ? year * 10_000.0 : 0)
          + (like.month >= 0 ? month * 100.0 : 0)
          + (like.date >= 0 ? date : 0);
    }
  }

  private static boolean date(List<Object> words, ZonedDateTime now) {
    int half = words.size() == 1 ? 1 : words.size() / 2;
    if (words.isEmpty() || words.size() > 6 || (words.size() > 1 && words.size() % 2 != 0)) {
      return false;
    }
    Day from = Day.of(words.subList(0, half));
    Day to = words.size() == 1 ? from : Day.of(words.subList(half, words.size()));
    var today = new Day(now.getYear(), now.getMonthValue() - 1, now.getDayOfMonth());
    double first = from.number(from);
    double last = to.number(from);
    double current = today.number(from);
    return from.year >= 0 ? first <= current && current <= last : within(first, last, current);
  }

  private static String upper(Object word) {
    return Convert.text(word).toUpperCase(Locale.ROOT);
  }
}

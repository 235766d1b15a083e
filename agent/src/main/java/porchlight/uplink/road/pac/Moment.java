package porchlight.uplink.road.pac;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

/** A date of a script: now. */
record Moment(ZonedDateTime at) {

  /** {@code Date}: whatever it is given, it makes now. */
  record Maker(ZonedDateTime at) implements Callable {
    @Override
    public Object call(Object self, List<Object> words) {
      return new Moment(at);
    }
  }

  Object member(String name) {
    ZonedDateTime there = name.startsWith("getUTC") ? at.withZoneSameInstant(ZoneOffset.UTC) : at;
    double value =
        switch (name.replace("getUTC", "get")) {
          case "getDay" -> there.getDayOfWeek().getValue() % 7;
          case "getDate" -> there.getDayOfMonth();
          case "getMonth" -> there.getMonthValue() - 1;
          case "getFullYear" -> there.getYear();
          case "getHours" -> there.getHour();
          case "getMinutes" -> there.getMinute();
          case "getSeconds" -> there.getSecond();
          case "getTime", "valueOf" -> there.toInstant().toEpochMilli();
          case "getTimezoneOffset" -> -there.getOffset().getTotalSeconds() / 60.0;
          default -> Double.NaN;
        };
    return Double.isNaN(value) ? Nothing.UNDEFINED : (Callable) (self, words) -> value;
  }
}

package porchlight.central.views;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import porchlight.central.reports.Delivery;

/** What became of a device's reports, in words and in JSON. */
final class Delivered {
  private Delivered() {}

  /** "2 h ahead", "3 min behind". */
  static String skew(long seconds) {
    return Moment.span(Duration.ofSeconds(Math.abs(seconds)))
        + (seconds < 0 ? " behind" : " ahead");
  }

  static String skew(OptionalLong seconds) {
    return seconds.isEmpty() || seconds.getAsLong() == 0 ? "" : skew(seconds.getAsLong());
  }

  /** "12 unchanged, 1 full"; empty when none were. */
  static String dropped(Delivery delivery) {
    List<String> parts = new ArrayList<>();
    part(parts, delivery.droppedUnchanged(), "unchanged");
    part(parts, delivery.droppedFull(), "full");
    part(parts, delivery.droppedTransition(), "with a change");
    return String.join(", ", parts);
  }

  private static void part(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }

  /** As the protocol names it; what is zero is left out. */
  static Map<String, Object> json(Delivery delivery) {
    Map<String, Object> dropped = new LinkedHashMap<>();
    put(dropped, "unchanged", delivery.droppedUnchanged());
    put(dropped, "full", delivery.droppedFull());
    put(dropped, "transition", delivery.droppedTransition());
    Map<String, Object> json = new LinkedHashMap<>();
    if (!dropped.isEmpty()) {
      json.put("dropped", dropped);
    }
    put(json, "refused", delivery.refused());
    put(json, "failures", delivery.failures());
    delivery.skewSeconds().ifPresent(skew -> json.put("skewSeconds", skew));
    return json;
  }

  private static void put(Map<String, Object> json, String name, long count) {
    if (count > 0) {
      json.put(name, count);
    }
  }
}

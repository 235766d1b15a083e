package porchlight.json;

import java.util.Optional;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonObject;

/**
 * What became of reports that central did not take, since enrolment.
 *
 * @param unchanged heartbeats that were dropped or damaged
 * @param full full reports that were
 * @param transition those of them that changed an outcome
 * @param refused reports that central refuses for ever
 * @param failures sends without an answer, or with one that says come again
 */
public record Totals(long unchanged, long full, long transition, long refused, long failures) {
  public static final Totals NONE = new Totals(0, 0, 0, 0, 0);

  /** One report that central refuses for ever. */
  public static final Totals REFUSED = new Totals(0, 0, 0, 1, 0);

  /** One send that failed. */
  public static final Totals FAILURE = new Totals(0, 0, 0, 0, 1);

  public Totals plus(Totals more) {
    return new Totals(
        unchanged + more.unchanged,
        full + more.full,
        transition + more.transition,
        refused + more.refused,
        failures + more.failures);
  }

  Totals minus(Totals less) {
    return new Totals(
        Math.max(0, unchanged - less.unchanged),
        Math.max(0, full - less.full),
        Math.max(0, transition - less.transition),
        Math.max(0, refused - less.refused),
        Math.max(0, failures - less.failures));
  }

  /** Reports that waited and will not be sent. */
  public long dropped() {
    return unchanged + full + transition;
  }

  /** As a report says it: what is zero is left out. */
  JsonObject json() {
    var out = new JsonObject();
    if (dropped() > 0) {
      var dropped = new JsonObject();
      put(dropped, "unchanged", unchanged);
      put(dropped, "full", full);
      put(dropped, "transition", transition);
      out.put("dropped", dropped);
    }
    put(out, "refused", refused);
    put(out, "failures", failures);
    return out;
  }

  private static void put(JsonObject out, String name, long value) {
    if (value > 0) {
      out.put(name, value);
    }
  }

  static Totals of(Json.Obj object, String name) {
    var totals = object.get(name).flatMap(Json::asObject);
    var dropped = totals.flatMap(all -> all.get("dropped")).flatMap(Json::asObject);
    return new Totals(
        count(dropped, "unchanged"),
        count(dropped, "full"),
        count(dropped, "transition"),
        count(totals, "refused"),
        count(totals, "failures"));
  }

  private static long count(Optional<Json.Obj> object, String name) {
    return object.flatMap(all -> Replies.whole(all, name)).filter(value -> value > 0).orElse(0L);
  }
}

package porchlight.json;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import porchlight.facts.Antivirus;
import porchlight.facts.Clock;
import porchlight.facts.Disks;
import porchlight.facts.Disks.Place;
import porchlight.facts.Disks.Protection;
import porchlight.facts.Hosts;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reboot;
import porchlight.facts.Updating;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonObject;

/** How a laptop is kept, as JSON: see {@code config/facts.md}. */
final class UpkeepJson {
  private UpkeepJson() {}

  static JsonObject disks(Disks disks) {
    return new JsonObject().put("places", list(disks.places(), UpkeepJson::place));
  }

  private static JsonObject place(Place place) {
    var out = new JsonObject().put("name", place.name());
    return switch (place.protection()) {
      case Known<Protection>(var protection) -> out.put("protection", protection.word());
      case Unknown<Protection>(var reason, var detail) ->
          out.put("unknown", new JsonObject().put("reason", reason.word()).put("detail", detail));
    };
  }

  static JsonObject reboot(Reboot reboot) {
    return switch (reboot) {
      case Reboot.Pending(var causes) ->
          new JsonObject().put("state", "pending").putTexts("causes", causes);
      case Reboot.NotPending(var running) ->
          new JsonObject().put("state", "not-pending").put("running", running);
      case Reboot.DoesNotApply(var because) ->
          new JsonObject().put("state", "does-not-apply").put("because", because);
    };
  }

  static JsonObject updating(Updating updating) {
    return new JsonObject()
        .put("byItself", updating.byItself())
        .put("by", updating.by())
        .putTexts("gaps", updating.gaps())
        .putText("pausedUntil", updating.pausedUntil().map(Object::toString));
  }

  static JsonObject hosts(Hosts hosts) {
    var json = hosts.isMoved() ? new JsonObject().put("moved", true) : new JsonObject();
    return json.put("asked", hosts.isAsked())
        .put(
            "pointed",
            list(
                hosts.pointed(),
                entry ->
                    new JsonObject().put("name", entry.name()).put("address", entry.address())))
        .put("blocked", hosts.blocked());
  }

  static JsonObject clock(Clock clock) {
    return switch (clock) {
      case Clock.Kept(var by, var last) ->
          new JsonObject()
              .put("state", "kept")
              .put("by", by)
              .putText("last", last.map(Object::toString));
      case Clock.NotKept(var because) ->
          new JsonObject().put("state", "not-kept").put("because", because);
      case Clock.DoesNotApply(var because) ->
          new JsonObject().put("state", "does-not-apply").put("because", because);
    };
  }

  static JsonObject antivirus(Antivirus antivirus) {
    return new JsonObject().put("products", list(antivirus.products(), UpkeepJson::product));
  }

  private static JsonObject product(Antivirus.Product product) {
    var json =
        new JsonObject()
            .put("name", product.name())
            .put("running", yesOrNo(product.running()))
            .put(
                "signatures",
                FactsJson.reading(
                    product.signatures(), time -> new JsonObject().put("asOf", time.toString())))
            .put("onAccess", yesOrNo(product.onAccess()));
    product.current().ifPresent(current -> json.put("current", current));
    return product.rest().isZero() ? json : json.put("restDays", product.rest().toDays());
  }

  private static JsonObject yesOrNo(Reading<Boolean> reading) {
    return switch (reading) {
      case Known<Boolean>(var known) -> new JsonObject().put("known", known);
      case Unknown<Boolean>(var reason, var detail) ->
          new JsonObject()
              .put("unknown", new JsonObject().put("reason", reason.word()).put("detail", detail));
    };
  }

  private static <T> Json list(List<T> values, Function<T, JsonObject> write) {
    var items = new ArrayList<Json>();
    values.forEach(value -> items.add(write.apply(value).build()));
    return new Json.Arr(items);
  }
}

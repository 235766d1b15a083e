package porchlight.json;

import java.time.Duration;
import porchlight.facts.Lan;
import porchlight.facts.Lan.Attachment;
import porchlight.facts.Lan.Lease;
import porchlight.facts.Lan.Router;
import porchlight.json.tree.JsonObject;

/** The fact about the local network, in {@link FactsJson}. */
final class LanJson {
  private LanJson() {}

  static JsonObject lan(Lan lan) {
    return new JsonObject()
        .put("attachments", FactsJson.list(lan.attachments(), LanJson::attachment));
  }

  private static JsonObject attachment(Attachment one) {
    var out =
        new JsonObject()
            .put("link", one.link())
            .put("kind", one.kind().word())
            .put("madeUpMac", one.madeUpMac())
            .putTexts(
                "addresses",
                one.addresses().stream()
                    .map(own -> own.first().text() + "/" + own.prefix())
                    .toList())
            .put("routers", FactsJson.list(one.routers(), LanJson::router))
            .put("lease", FactsJson.reading(one.lease(), LanJson::lease));
    one.category()
        .ifPresent(
            category -> out.put("category", category.name().toLowerCase(java.util.Locale.ROOT)));
    one.connection()
        .ifPresent(unbroken ->
            out.put(
                "connection",
                new JsonObject()
                    .put("boot", unbroken.boot())
                    .put("index", unbroken.index())
                    .put("carrierChanges", unbroken.carrierChanges())
                    .put("suspends", unbroken.suspends())));
    return out;
  }

  private static JsonObject router(Router router) {
    var out =
        new JsonObject()
            .put("address", router.hop().address())
            .put("mac", router.hop().mac())
            .put("madeUpMac", router.madeUpMac())
            .put("origin", router.origin().word())
            .putTexts("alike", router.alike());
    router.lifetime().map(Duration::toSeconds).ifPresent(left -> out.put("seconds", left));
    return out;
  }

  private static JsonObject lease(Lease lease) {
    return new JsonObject().put("server", lease.server()).put("suffix", lease.suffix());
  }
}

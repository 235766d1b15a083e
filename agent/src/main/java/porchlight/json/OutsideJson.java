package porchlight.json;

import java.util.List;
import porchlight.facts.DnsAnswers;
import porchlight.facts.DnsAnswers.Asked;
import porchlight.facts.DnsAnswers.Reply;
import porchlight.facts.DnsAnswers.Server;
import porchlight.facts.IpAddress;
import porchlight.facts.Portal;
import porchlight.facts.Reason;
import porchlight.facts.RouterExposure;
import porchlight.facts.TlsChains;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonObject;

/** The facts for which the network is asked. */
final class OutsideJson {
  private OutsideJson() {}

  static JsonObject dnsAnswers(DnsAnswers answers) {
    return new JsonObject()
        .put("asOf", answers.asOf().toString())
        .put("servers", servers(answers.servers()))
        .put("authorities", servers(answers.authorities()));
  }

  private static Json servers(List<Server> servers) {
    return FactsJson.list(
        servers,
        server ->
            new JsonObject()
                .put("address", server.address())
                .put("public", server.isPublic())
                .put("asked", FactsJson.list(server.asked(), OutsideJson::asked)));
  }

  private static JsonObject asked(Asked asked) {
    var out =
        new JsonObject()
            .put("purpose", asked.purpose().word())
            .put("name", asked.name())
            .put("ipv6", asked.ipv6())
            .putTexts("expected", texts(asked.expected()));
    return switch (asked.reply()) {
      case Reply.Answered answered ->
          out.put("rcode", answered.rcode())
              .put("recursive", answered.recursive())
              .put("authoritative", answered.authoritative())
              .put("authenticated", answered.authenticated())
              .putTexts("addresses", texts(answered.addresses()))
              .put("texts", answered.texts())
              .putText("zone", answered.zone())
              .putTexts("extended", answered.extended().stream().map(String::valueOf).toList());
      case Reply.Silent(var reason, var detail) ->
          out.put("silent", new JsonObject().put("reason", reason.word()).put("detail", detail));
    };
  }

  static JsonObject portal(Portal portal) {
    var out =
        new JsonObject()
            .put("asOf", portal.asOf().toString())
            .put("pages", FactsJson.list(portal.pages(), OutsideJson::page));
    return switch (portal.told()) {
      case Portal.Told.Nothing() -> out;
      case Portal.Told.Said(boolean captive, var login) ->
          out.put("told", new JsonObject().put("captive", captive));
      case Portal.Told.Silent(var reason, var detail) ->
          out.put("told", silent(new JsonObject(), reason, detail));
    };
  }

  private static JsonObject page(Portal.Page page) {
    var out =
        new JsonObject()
            .put("url", page.url())
            .put("address", page.address())
            .put("challenge", page.challenge())
            .put("ipv6", page.ipv6());
    return switch (page.seen()) {
      case Portal.Seen.Right() -> out.put("seen", "right");
      case Portal.Seen.Sent() -> out.put("seen", "sent-elsewhere");
      case Portal.Seen.Other(int status) -> out.put("seen", "another").put("status", status);
      case Portal.Seen.Trouble(int status) -> out.put("seen", "trouble").put("status", status);
      case Portal.Seen.Unreached(var detail) -> out.put("seen", "unreached").put("detail", detail);
      case Portal.Seen.Silent(var reason, var detail) -> silent(out, reason, detail);
    };
  }

  static JsonObject tlsChains(TlsChains chains) {
    return new JsonObject()
        .put("asOf", chains.asOf().toString())
        .put("sites", FactsJson.list(chains.sites(), OutsideJson::site));
  }

  private static JsonObject site(TlsChains.Site site) {
    var out = new JsonObject().put("host", site.host()).put("ipv6", site.ipv6());
    return switch (site.seen()) {
      case TlsChains.Seen.Good(boolean pinned) -> out.put("seen", "good").put("pinned", pinned);
      case TlsChains.Seen.Foreign(var issuer, var why, var keys) ->
          out.put("seen", "foreign").put("issuer", issuer).put("why", why).putTexts("keys", keys);
      case TlsChains.Seen.Unreached(var detail) ->
          out.put("seen", "unreached").put("detail", detail);
      case TlsChains.Seen.Silent(var reason, var detail) -> silent(out, reason, detail);
    };
  }

  static JsonObject routerExposure(RouterExposure exposure) {
    var out = new JsonObject().put("asked", exposure.asOf().isPresent());
    exposure.asOf().ifPresent(time -> out.put("asOf", time.toString()));
    return out.put(
        "routers",
        FactsJson.list(
            exposure.routers(),
            router ->
                new JsonObject()
                    .put("address", router.address())
                    .put("services", FactsJson.list(router.asked(), OutsideJson::service))));
  }

  private static JsonObject service(RouterExposure.Asked asked) {
    var out = new JsonObject().put("service", asked.service().word());
    return switch (asked.seen()) {
      case RouterExposure.Seen.Open() -> out.put("seen", "open");
      case RouterExposure.Seen.Closed() -> out.put("seen", "closed");
      case RouterExposure.Seen.Silent(var reason, var detail) -> silent(out, reason, detail);
    };
  }

  private static JsonObject silent(JsonObject out, Reason reason, String detail) {
    return out.put("silent", new JsonObject().put("reason", reason.word()).put("detail", detail));
  }

  private static List<String> texts(List<IpAddress> addresses) {
    return addresses.stream().map(IpAddress::text).toList();
  }
}

package porchlight.json;

import java.util.List;
import porchlight.facts.DnsAnswers;
import porchlight.facts.DnsAnswers.Asked;
import porchlight.facts.DnsAnswers.Reply;
import porchlight.facts.DnsAnswers.Server;
import porchlight.facts.IpAddress;
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

  private static List<String> texts(List<IpAddress> addresses) {
    return addresses.stream().map(IpAddress::text).toList();
  }
}

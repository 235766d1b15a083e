package porchlight.installer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;

/** What {@code porchlight facts --json} said, in short words for comparing. */
record Told(Json.Obj json) {

  /** A fact as JSON without blanks, or {@code unknown} and the reason. */
  String fact(String name) {
    Json.Obj reading = object(json, name);
    return reading
        .get("known")
        .map(JsonText::compact)
        .orElseGet(() -> "unknown " + object(reading, "unknown").text("reason").orElseThrow());
  }

  /** All of them by name. */
  Map<String, String> facts() {
    var all = new LinkedHashMap<String, String>();
    for (String name : json.members().keySet()) {
      if (!name.equals("at")) {
        all.put(name, fact(name));
      }
    }
    return all;
  }

  /** {@code 192.0.2.1 wlan0 plain, … by systemd-resolved}, or {@code unknown} and the reason. */
  String dns() {
    Optional<Json> known = object(json, "dns").get("known");
    if (known.isEmpty()) {
      return fact("dns");
    }
    Json.Obj dns = known.get().asObject().orElseThrow();
    return dns.get("resolvers").flatMap(Json::asItems).orElseThrow().stream()
            .map(one -> one.asObject().orElseThrow().members().values().stream())
            .map(words -> words.flatMap(word -> word.asText().stream()))
            .map(words -> words.filter(word -> !word.isEmpty()).collect(Collectors.joining(" ")))
            .collect(Collectors.joining(", "))
        + " by "
        + dns.text("by").orElseThrow();
  }

  private static Json.Obj object(Json.Obj in, String name) {
    return in.get(name).flatMap(Json::asObject).orElseThrow(() -> new AssertionError(name + in));
  }
}

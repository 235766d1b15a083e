package porchlight.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import porchlight.facts.Disks;
import porchlight.facts.Dns;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Firewall;
import porchlight.facts.Firewall.Inbound;
import porchlight.facts.Firewall.Side;
import porchlight.facts.Gateway;
import porchlight.facts.NameBroadcast;
import porchlight.facts.Place;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.RemoteTools;
import porchlight.facts.SampleFacts;
import porchlight.facts.Wifi;
import porchlight.facts.WifiAutoJoin;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;

/** {@code config/facts.md} and what is really printed name the same things. */
class DocumentsTest {
  private static final Path PAGE = Path.of("../config/facts.md");

  private static Set<String> names(Json json) {
    var names = new TreeSet<String>();
    collect(json, names);
    return names;
  }

  private static void collect(Json json, Set<String> names) {
    switch (json) {
      case Json.Obj(var members) ->
          members.forEach((name, value) -> {
            names.add(name);
            collect(value, names);
          });
      case Json.Arr(var items) -> items.forEach(item -> collect(item, names));
      case Json.Str s -> {}
      case Json.Num n -> {}
      case Json.Bool b -> {}
      case Json.Null n -> {}
    }
  }

  private static Set<String> printed() {
    var names = new TreeSet<String>();
    for (Facts facts : FactsInEveryForm.every()) {
      names.addAll(names(FactsJson.write(facts, EnumSet.allOf(Fact.class))));
      names.addAll(names(FindingsJson.write(PolicyReader.packed().judge(facts), facts)));
    }
    return names;
  }

  @Test
  void every_member_and_every_word_is_on_the_page() throws IOException {
    String page = Files.readString(PAGE);
    var words = new TreeSet<>(printed());
    assertTrue(words.size() >= 50, "only " + words);
    for (Reason reason : Reason.values()) {
      words.add(reason.word());
    }
    for (Wifi.Security security : Wifi.Security.values()) {
      words.add(security.word());
    }
    for (Dns.Transport transport : Dns.Transport.values()) {
      words.add(transport.word());
    }
    for (Inbound inbound : Inbound.values()) {
      words.add(inbound.word());
    }
    for (Disks.Protection protection : Disks.Protection.values()) {
      words.add(protection.word());
    }
    for (NameBroadcast.Way way : NameBroadcast.Way.values()) {
      words.add(way.word());
    }
    for (RemoteTools.Tool tool : RemoteTools.Tool.values()) {
      words.add(tool.word());
    }
    for (Place.Sign sign : Place.Sign.values()) {
      words.add(sign.word());
    }
    for (Place.Kind kind : Place.Kind.values()) {
      words.add(kind.word());
    }
    for (Place.Proof proof : Place.Proof.values()) {
      words.add(proof.word());
    }
    words.addAll(List.of("new", "known", "not-told", "sure", "likely", "perhaps", "not-at-all"));
    words.addAll(List.of("fixed", "script", "discovered"));
    words.addAll(List.of("pending", "not-pending", "does-not-apply", "kept", "not-kept"));
    for (WifiAutoJoin.Weakness weakness : WifiAutoJoin.Weakness.values()) {
      words.add(weakness.word());
    }
    words.addAll(List.of("tcp", "udp", "loopback", "both", "tunnel", "direct", "none", "joined"));
    words.addAll(List.of("not-in-use", "pass", "fail", "unknown", "not-applicable"));
    words.addAll(List.of("safe", "care", "unsafe", "cannot-say"));
    var missing = new ArrayList<String>();
    for (String word : words) {
      if (!page.contains("`" + word + "`") && !page.contains("{\"" + word + "\"")) {
        missing.add(word);
      }
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void the_examples_of_the_page_hold_nothing_that_is_not_printed() throws Exception {
    var printed = printed();
    int examples = 0;
    String[] parts = Files.readString(PAGE).split("```json\n", -1);
    for (int i = 1; i < parts.length; i++) {
      Json example = JsonText.parse(parts[i].substring(0, parts[i].indexOf("```")));
      var strangers = names(example);
      strangers.removeAll(printed);
      assertEquals(Set.of(), strangers);
      examples++;
    }
    assertEquals(2, examples);
  }

  @Test
  void a_fact_is_known_or_unknown_and_nothing_else() {
    for (Facts facts : FactsInEveryForm.every()) {
      Json.Obj document = FactsJson.write(facts, EnumSet.allOf(Fact.class));
      for (Fact fact : Fact.values()) {
        var members = document.get(fact.word()).flatMap(Json::asObject).orElseThrow().members();
        assertEquals(1, members.size());
        assertTrue(members.containsKey("known") || members.containsKey("unknown"));
      }
    }
  }

  @Test
  void only_the_wanted_facts_are_written() {
    Json.Obj document = FactsJson.write(new SampleFacts().build(), EnumSet.of(Fact.FIREWALL));
    assertEquals(List.of("at", "firewall"), List.copyOf(document.members().keySet()));
  }

  @Test
  void ports_stand_where_there_are_some_why_only_for_unknown_and_crafted_where_it_differs() {
    var sides = new ArrayList<String>();
    for (Side side :
        List.of(
            Side.blocked(),
            Side.open(),
            Side.only(List.of(FactsInEveryForm.SSH)),
            Side.unknown("why"),
            new Side(Inbound.UNKNOWN, List.of(FactsInEveryForm.SSH), "why"),
            new Side(Side.blocked().ordinary(), Side.only(List.of(FactsInEveryForm.SSH)).crafted()),
            new Side(
                Side.only(List.of(FactsInEveryForm.SSH)).ordinary(),
                Side.unknown("why").crafted()))) {
      var facts = new SampleFacts().firewall(Reading.known(new Firewall(side, side))).build();
      var known =
          FactsJson.write(facts, EnumSet.of(Fact.FIREWALL))
              .get("firewall")
              .flatMap(Json::asObject)
              .flatMap(fact -> fact.get("known"))
              .flatMap(Json::asObject)
              .flatMap(firewall -> firewall.get("ipv6"))
              .orElseThrow();
      sides.add(JsonText.compact(known));
    }
    assertEquals(
        List.of(
            "{\"inbound\":\"blocked\"}",
            "{\"inbound\":\"open\"}",
            "{\"inbound\":\"ports\",\"ports\":[\"22/tcp\"]}",
            "{\"inbound\":\"unknown\",\"why\":\"why\"}",
            "{\"inbound\":\"unknown\",\"ports\":[\"22/tcp\"],\"why\":\"why\"}",
            "{\"inbound\":\"blocked\",\"crafted\":{\"inbound\":\"ports\",\"ports\":[\"22/tcp\"]}}",
            "{\"inbound\":\"ports\",\"ports\":[\"22/tcp\"],\"crafted\":{\"inbound\":\"unknown\",\"why\":\"why\"}}"),
        sides);
  }

  @Test
  void a_gateway_without_an_address_is_written_as_it_is() {
    var facts =
        new SampleFacts()
            .gateway(Reading.known(new Gateway(List.of(new Gateway.Hop("", "ppp0", "")))))
            .build();
    assertEquals(
        Optional.of("{\"known\":{\"hops\":[{\"address\":\"\",\"link\":\"ppp0\",\"mac\":\"\"}]}}"),
        FactsJson.write(facts, EnumSet.of(Fact.GATEWAY)).get("gateway").map(JsonText::compact));
  }
}

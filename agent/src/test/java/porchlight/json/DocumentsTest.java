package porchlight.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import porchlight.facts.AutoLogin;
import porchlight.facts.Clock;
import porchlight.facts.Disks;
import porchlight.facts.Dns;
import porchlight.facts.DnsAnswers;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Firewall;
import porchlight.facts.Firewall.Inbound;
import porchlight.facts.Firewall.Ports;
import porchlight.facts.Firewall.Protocol;
import porchlight.facts.Firewall.Side;
import porchlight.facts.Gateway;
import porchlight.facts.Hosts;
import porchlight.facts.Lan;
import porchlight.facts.Listening;
import porchlight.facts.Management;
import porchlight.facts.NameBroadcast;
import porchlight.facts.Patches;
import porchlight.facts.Place;
import porchlight.facts.Portal;
import porchlight.facts.Proxy;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Reboot;
import porchlight.facts.RemoteTools;
import porchlight.facts.RouterExposure;
import porchlight.facts.SampleAnswers;
import porchlight.facts.SampleFacts;
import porchlight.facts.SampleLan;
import porchlight.facts.ScreenLock;
import porchlight.facts.TlsChains;
import porchlight.facts.Unseen;
import porchlight.facts.Updating;
import porchlight.facts.Vpn;
import porchlight.facts.Wifi;
import porchlight.facts.WifiAutoJoin;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;

/** {@code config/facts.md} and what is really printed name the same things. */
class DocumentsTest {
  private static final Path PAGE = Path.of("../config/facts.md");
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Ports SSH = new Ports(Protocol.TCP, 22, 22);

  /** Facts that together take every shape there is. */
  private static List<Facts> every() {
    var all = new ArrayList<Facts>();
    for (Wifi.Security security : Wifi.Security.values()) {
      all.add(new SampleFacts().wifi("Attic", security).build());
    }
    for (Dns.Transport transport : Dns.Transport.values()) {
      all.add(
          new SampleFacts()
              .dns(
                  Reading.known(
                      new Dns(List.of(new Dns.Resolver("192.0.2.1", "", transport)), "by")))
              .build());
    }
    for (Inbound inbound : Inbound.values()) {
      all.add(
          new SampleFacts()
              .firewall(new Side(inbound, List.of(SSH), "why"), Side.blocked())
              .build());
    }
    all.add(
        new SampleFacts()
            .firewall(
                new Side(Side.blocked().ordinary(), Side.only(List.of(SSH)).crafted()),
                Side.blocked())
            .build());
    all.add(
        new SampleFacts()
            .management(Reading.known(new Management.Enrolled("mdm.example.com", true)))
            .build());
    for (Place.Proof proof : Place.Proof.values()) {
      all.add(
          new SampleFacts()
              .place(
                  new Place.Spot(
                      "wlan0",
                      Optional.of("AAAAAAAAAAAAAAAAAAAAAA"),
                      List.of(Place.Sign.values()),
                      Reading.known(Optional.of(new Place.Met(NOON, NOON, 2))),
                      Optional.of(new Place.Label(Place.Kind.HOME, Place.By.PERSON, proof))))
              .lan(Reading.known(new SampleLan().category(Lan.Category.PRIVATE).build()))
              .build());
    }
    for (Listening.Reach reach : Listening.Reach.values()) {
      for (Protocol protocol : Protocol.values()) {
        all.add(
            new SampleFacts()
                .listening(new Listening.Service(protocol, "::", 22, reach, ""))
                .build());
      }
    }
    for (Reason reason : Reason.values()) {
      all.add(SampleFacts.blind(reason, "detail"));
    }
    all.add(
        new SampleFacts()
            .wifi(Reading.known(new Wifi.NotInUse("no adapter")))
            .vpn(new Vpn.Path.Tunnel("wg0", "wireguard"), new Vpn.Path.Direct("wlan0"))
            .patches(
                Reading.known(
                    new Patches(
                        "apt",
                        List.of(new Patches.Pending("openssl", "1", "2")),
                        Instant.EPOCH,
                        List.of("3 snaps"))))
            .build());
    all.addAll(upkeep());
    all.addAll(people());
    all.addAll(access());
    return all;
  }

  private static List<Facts> access() {
    var all = new ArrayList<Facts>();
    all.add(
        new SampleFacts()
            .dnsAnswers(
                Reading.known(
                    SampleAnswers.of(
                        SampleAnswers.server(
                            "192.0.2.1",
                            false,
                            List.of(
                                SampleAnswers.asked(
                                    DnsAnswers.Purpose.IDENTITY,
                                    false,
                                    List.of(),
                                    SampleAnswers.silent()))))))
            .build());
    for (Portal.Seen seen :
        List.of(
            new Portal.Seen.Sent(),
            new Portal.Seen.Other(200),
            new Portal.Seen.Trouble(503),
            new Portal.Seen.Silent(Reason.TIMED_OUT, "why"))) {
      all.add(new SampleFacts().portal(seen).build());
    }
    var asked = new ArrayList<RouterExposure.Asked>();
    for (RouterExposure.Service service : RouterExposure.Service.values()) {
      asked.add(new RouterExposure.Asked(service, new RouterExposure.Seen.Open()));
    }
    asked.add(
        new RouterExposure.Asked(
            RouterExposure.Service.PCP, new RouterExposure.Seen.Silent(Reason.TIMED_OUT, "why")));
    asked.add(
        new RouterExposure.Asked(RouterExposure.Service.PCP, new RouterExposure.Seen.Closed()));
    var routers = List.of(new RouterExposure.Router("192.168.1.1", asked));
    all.add(
        new SampleFacts()
            .routerExposure(Reading.known(new RouterExposure(Optional.of(SampleFacts.AT), routers)))
            .build());
    for (TlsChains.Seen seen :
        List.of(
            new TlsChains.Seen.Foreign("CN=x", "why", List.of("00")),
            new TlsChains.Seen.Silent(Reason.TIMED_OUT, "why"))) {
      all.add(
          new SampleFacts()
              .tlsChains(
                  Reading.known(
                      new TlsChains(
                          SampleFacts.AT, List.of(new TlsChains.Site("www.example.com", seen)))))
              .build());
    }
    for (AutoLogin.Entry entry :
        List.of(
            new AutoLogin.Entry.Opens("ann", "autologin-user"),
            new AutoLogin.Entry.Unclear(Reason.STALE, "why"))) {
      var door = new AutoLogin.Door("GDM", entry);
      all.add(
          new SampleFacts().autoLogin(Reading.known(new AutoLogin.Doors(List.of(door)))).build());
    }
    all.add(new SampleFacts().autoLogin(Reading.known(new AutoLogin.NoDoor("none"))).build());
    var unseen = Optional.of(new Unseen(Reason.STALE, "why"));
    for (Proxy.Way way :
        List.of(
            new Proxy.Way.Fixed("proxy.example.com", 0),
            new Proxy.Way.Script("https", "pac.example.com"),
            new Proxy.Way.Discovered())) {
      var settings = List.of(new Proxy.Setting("GNOME", "ann", way));
      all.add(new SampleFacts().proxy(Reading.known(new Proxy(settings, unseen))).build());
    }
    var tool = new RemoteTools.Found(RemoteTools.Tool.XRDP, List.of("xrdp.service"), List.of());
    var tools = new RemoteTools(List.of(tool), unseen);
    all.add(new SampleFacts().remoteTools(Reading.known(tools)).build());
    for (NameBroadcast.Way way : NameBroadcast.Way.values()) {
      var asking = List.of(new NameBroadcast.Asking(way, "by", ""));
      all.add(
          new SampleFacts()
              .nameBroadcast(Reading.known(new NameBroadcast(asking, unseen)))
              .build());
    }
    return all;
  }

  private static List<Facts> upkeep() {
    var all = new ArrayList<Facts>();
    Reading<Disks.Protection> blind = Reading.unknown(Reason.NEEDS_PRIVILEGE, "denied");
    for (Disks.Protection protection : Disks.Protection.values()) {
      var places =
          List.of(new Disks.Place("/", Reading.known(protection)), new Disks.Place("swap", blind));
      all.add(new SampleFacts().disks(Reading.known(new Disks(places))).build());
    }
    for (Reboot reboot :
        List.of(
            new Reboot.Pending(List.of("libc6")),
            new Reboot.NotPending("6.1"),
            new Reboot.DoesNotApply("no kernel"))) {
      all.add(new SampleFacts().reboot(Reading.known(reboot)).build());
    }
    var pointed = List.of(new Hosts.Entry("www.example.com", "192.0.2.7"));
    all.add(
        new SampleFacts()
            .updating(Reading.known(new Updating("dnf-automatic", List.of("off"))))
            .hosts(Reading.known(new Hosts(true, pointed, 1)))
            .build());
    return all;
  }

  private static List<Facts> people() {
    var all = new ArrayList<Facts>();
    all.add(
        new SampleFacts()
            .screenLock(
                Reading.known(
                    new ScreenLock.Desktops(
                        List.of(
                            new ScreenLock.Seat("ann", "GNOME", new ScreenLock.Lock.Never("off")),
                            new ScreenLock.Seat(
                                "", "", new ScreenLock.Lock.Unclear(Reason.STALE, "why"))))))
            .wifiAutoJoin(Reading.known(new WifiAutoJoin.NoAdapter()))
            .clock(Reading.known(new Clock.NotKept("off")))
            .build());
    all.add(
        new SampleFacts()
            .screenLock(Reading.known(new ScreenLock.NoDesktop("none")))
            .clock(Reading.known(new Clock.DoesNotApply("a container")))
            .wifiAutoJoin(
                Reading.known(
                    new WifiAutoJoin.Saved(
                        List.of(
                            new WifiAutoJoin.Profile("Lounge", WifiAutoJoin.Weakness.OPEN, "iwd")),
                        1,
                        Optional.of(new WifiAutoJoin.Unseen(Reason.STALE, "why")))))
            .build());
    return all;
  }

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
    for (Facts facts : every()) {
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
    for (Facts facts : every()) {
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
            Side.only(List.of(SSH)),
            Side.unknown("why"),
            new Side(Inbound.UNKNOWN, List.of(SSH), "why"),
            new Side(Side.blocked().ordinary(), Side.only(List.of(SSH)).crafted()),
            new Side(Side.only(List.of(SSH)).ordinary(), Side.unknown("why").crafted()))) {
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

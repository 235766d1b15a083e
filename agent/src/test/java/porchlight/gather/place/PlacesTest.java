package porchlight.gather.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import porchlight.facts.Lan.Attachment;
import porchlight.facts.Lan.Category;
import porchlight.facts.Place;
import porchlight.facts.Place.Sign;
import porchlight.facts.Portal;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;
import porchlight.facts.SampleLan;
import porchlight.facts.Vpn;
import porchlight.facts.Wifi;
import porchlight.facts.Wifi.Security;
import porchlight.gather.Memory;

class PlacesTest {
  private static final Reading<Wifi> CABLE = Reading.known(new Wifi.NotInUse("no radio"));
  private static final String LISTED_NOWHERE = SampleLan.ROUTER;

  private static Reading<Wifi> wifi(String name, Security security) {
    return Reading.known(new Wifi.Joined("wlan0", name, security));
  }

  private static List<Sign> signs(SampleLan lan, Reading<Wifi> wifi) {
    return PlaceSigns.of(lan.build().attachments().getFirst(), wifi).stream()
        .sorted()
        .distinct()
        .toList();
  }

  private static SampleLan lan(String own, String gateway, String mac, String suffix) {
    return new SampleLan().own(own).router(gateway, mac).lease(gateway, suffix);
  }

  /** Hand-made; the makers' addresses and the ranges are what such devices really have. */
  @Test
  void what_networks_look_like() {
    assertEquals(
        List.of(
            Sign.PASSWORD_WIFI, Sign.HOME_NAME, Sign.HOME_MAKER, Sign.HOME_RANGE, Sign.HOME_SUFFIX),
        signs(
            lan("192.168.178.24/24", "192.168.178.1", "2c:91:ab:01:02:03", "fritz.box"),
            wifi("FRITZ!Box 7590 XY", Security.WPA2_WPA3)));
    assertEquals(
        List.of(Sign.PASSWORD_WIFI, Sign.PHONE_NAME, Sign.MADE_UP_MAC, Sign.IPHONE_RANGE),
        signs(
            lan("172.20.10.3/28", "172.20.10.1", "5a:2e:01:02:03:64", ""),
            wifi("Ann's iPhone", Security.WPA2)));
    assertEquals(
        List.of(Sign.CABLE, Sign.MADE_UP_MAC, Sign.ANDROID_RANGE),
        signs(
            lan("192.168.42.51/24", "192.168.42.129", "02:50:f3:01:02:03", "").link("usb0"),
            CABLE));
    assertEquals(
        List.of(Sign.OPEN_WIFI, Sign.PUBLIC_NAME, Sign.COMPANY_MAKER, Sign.WIDE_RANGE),
        signs(
            lan("10.128.3.4/16", "10.128.0.1", "00:00:0c:01:02:03", ""),
            wifi("Boingo Hotspot", Security.OPEN)));
    assertEquals(
        List.of(Sign.COMPANY_WIFI, Sign.SHARED_MAC, Sign.OWN_SUFFIX),
        signs(
            lan("10.20.3.4/24", "10.20.3.1", "00:00:5e:00:01:03", "corp.example.com"),
            wifi("Corp", Security.ENTERPRISE)));
    assertEquals(
        List.of(Sign.PASSWORD_WIFI, Sign.SHARING_RANGE),
        signs(
            lan("192.168.137.20/24", "192.168.137.1", LISTED_NOWHERE, ""),
            wifi("desk", Security.WPA2)));
    assertEquals(
        List.of(Sign.CABLE, Sign.CARRIER_RANGE),
        signs(lan("100.70.1.2/30", "100.70.1.1", LISTED_NOWHERE, "").link("eth0"), CABLE));
    assertEquals(
        List.of(Sign.PASSWORD_WIFI, Sign.GUEST_NAME),
        signs(
            lan("10.1.2.3/24", "10.1.2.1", LISTED_NOWHERE, ""), wifi("Acme-Guest", Security.WPA2)));
  }

  @Test
  void a_network_that_is_not_told_gives_no_sign_of_its_own() {
    var lan = lan("10.1.2.3/24", "10.1.2.1", "", "");
    assertEquals(List.of(), signs(lan, Reading.unknown(Reason.TOOL_MISSING, "iw is not there")));
    assertEquals(
        List.of(), signs(lan, Reading.known(new Wifi.Joined("wlan9", "iPhone", Security.WPA2))));
    assertEquals(List.of(Sign.PASSWORD_WIFI), signs(lan, wifi("", Security.WPA2)));
  }

  @Test
  void what_the_operating_system_takes_it_for_is_a_sign() {
    Attachment one =
        lan("10.1.2.3/24", "10.1.2.1", "", "").link("eth0").build().attachments().get(0);
    for (Category category : Category.values()) {
      var told =
          new Attachment(
              one.link(),
              one.kind(),
              one.madeUpMac(),
              one.addresses(),
              one.routers(),
              one.lease(),
              one.connection(),
              Optional.of(category));
      Sign sign =
          switch (category) {
            case PUBLIC -> Sign.PUBLIC_CATEGORY;
            case PRIVATE -> Sign.PRIVATE_CATEGORY;
            case DOMAIN -> Sign.DOMAIN_CATEGORY;
          };
      assertTrue(PlaceSigns.of(told, CABLE).contains(sign), category.name());
    }
  }

  @Test
  void hostile_names_and_suffixes_are_only_text() {
    for (String name : List.of("x".repeat(200), "(((((", "\u0000\n\t", "a".repeat(31) + "!", "￿")) {
      assertEquals(Optional.empty(), NetworkNames.shipped().of(name), name);
    }
    for (String suffix : List.of(".", "..", ".example", "a..b")) {
      assertEquals(
          List.of(Sign.CABLE),
          signs(lan("10.1.2.3/24", "10.1.2.1", "", suffix).link("eth0"), CABLE),
          suffix);
    }
    assertEquals(
        List.of(Sign.CABLE, Sign.OWN_SUFFIX),
        signs(lan("10.1.2.3/24", "10.1.2.1", "", "evil.fritz.box.example").link("eth0"), CABLE));
  }

  @Test
  void the_tables_are_whole() {
    String makers = Shipped.text("network-makers.txt");
    int prefixes = 0;
    String before = "";
    var row = Pattern.compile("[0-9a-f]{4}( [0-9a-f]{2}[ehimpv])+");
    for (String line : makers.lines().filter(one -> !one.startsWith("#")).toList()) {
      assertTrue(row.matcher(line).matches(), line);
      assertTrue(line.compareTo(before) > 0, line);
      before = line;
      prefixes += line.split(" ", -1).length - 1;
    }
    assertTrue(prefixes > 11_000, "only " + prefixes);
    int names = 0;
    for (String line : Shipped.text("network-names.tsv").lines().toList()) {
      if (!line.startsWith("#")) {
        String[] words = line.split("\t", -1);
        assertEquals(2, words.length, line);
        assertTrue(List.of("public", "guest", "phone", "home").contains(words[0]), line);
        assertTrue(!words[1].startsWith("~") || Pattern.compile(words[1].substring(1)) != null);
        names++;
      }
    }
    assertTrue(names > 270, "only " + names);
    assertEquals(Optional.of(Sign.PHONE_MAKER), NetworkMakers.shipped().of("00:00:f0:01:02:03"));
    for (String mac : List.of("", "ff:ff", "# what kind!", "zz:zz:zz:zz:zz:zz", LISTED_NOWHERE)) {
      assertEquals(Optional.empty(), NetworkMakers.shipped().of(mac), mac);
    }
  }

  @Test
  void without_a_local_network_to_read_there_is_no_place() {
    assertEquals(
        Reading.unknown(Reason.TOOL_MISSING, "ip is not there"),
        Places.of(
            Reading.unknown(Reason.TOOL_MISSING, "ip is not there"),
            CABLE,
            Optional.empty(),
            Memory.NONE,
            SampleFacts.AT));
  }

  private static Optional<String> loginPage(Vpn.Path ipv4, Vpn.Path ipv6, Portal.Seen... seen) {
    return Places.loginPage(
        new SampleFacts().portal(seen).build().portal(), Reading.known(new Vpn(ipv4, ipv6)));
  }

  @Test
  void a_login_page_is_a_sign_of_the_network_that_traffic_takes() {
    var direct = new Vpn.Path.Direct("wlan0");
    var tunnel = new Vpn.Path.Tunnel("wg0", "wireguard");
    var none = new Vpn.Path.NoRoute();
    var sent = new Portal.Seen.Sent();
    var right = new Portal.Seen.Right();
    assertEquals(Optional.of("wlan0"), loginPage(direct, none, sent));
    assertEquals(
        Optional.of("wlan0"), loginPage(direct, direct, right, new Portal.Seen.Other(200)));
    assertEquals(Optional.of("wlan0"), loginPage(none, direct, sent));
    assertEquals(Optional.empty(), loginPage(none, none, sent));
    // What is met behind a tunnel is somebody else's.
    assertEquals(Optional.empty(), loginPage(tunnel, none, sent));
    assertEquals(Optional.empty(), loginPage(tunnel, direct, sent));
    assertEquals(Optional.empty(), loginPage(direct, tunnel, sent));
    assertEquals(Optional.empty(), loginPage(direct, none, right));
    assertEquals(
        Optional.empty(),
        loginPage(direct, none, new Portal.Seen.Silent(Reason.TIMED_OUT, "no answer in time")));
    assertEquals(Optional.empty(), loginPage(direct, none, new Portal.Seen.Trouble(503)));
    Reading<Vpn> way = Reading.unknown(Reason.TOOL_MISSING, "ip is not there");
    assertEquals(
        Optional.empty(), Places.loginPage(new SampleFacts().portal(sent).build().portal(), way));
    assertEquals(
        Optional.empty(),
        Places.loginPage(
            Reading.unknown(Reason.TURNED_OFF, "--offline"), Reading.known(new Vpn(direct, none))));
  }

  @Test
  void docked_only_the_network_with_the_login_page_has_the_sign() {
    var lan =
        new porchlight.facts.Lan(
            Stream.concat(
                    lan("10.1.2.3/24", "10.1.2.1", "", "")
                        .link("eth0")
                        .build()
                        .attachments()
                        .stream(),
                    lan("10.9.2.3/24", "10.9.2.1", "", "").build().attachments().stream())
                .toList());
    var place =
        Places.of(Reading.known(lan), CABLE, Optional.of("eth0"), Memory.NONE, SampleFacts.AT);
    assertEquals(
        Reading.known(List.of(List.of(Sign.CABLE, Sign.LOGIN_PAGE), List.of())),
        place.map(known -> known.spots().stream().map(Place.Spot::signs).toList()));
  }
}

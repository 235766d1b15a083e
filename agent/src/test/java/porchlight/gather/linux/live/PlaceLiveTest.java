package porchlight.gather.linux.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.checks.Outcome;
import porchlight.checks.PlaceKind;
import porchlight.checks.Verdict;
import porchlight.facts.Facts;
import porchlight.facts.Lan;
import porchlight.facts.Lan.Attachment;
import porchlight.facts.Place;
import porchlight.facts.Place.Met;
import porchlight.facts.Place.Spot;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Remembered;
import porchlight.facts.SampleFacts;
import porchlight.facts.Vpn;
import porchlight.facts.Wifi;
import porchlight.gather.Memory;
import porchlight.gather.linux.route.LinuxVpn;
import porchlight.gather.place.Places;
import porchlight.gather.place.Recalled;
import porchlight.places.KnownPlaces;
import porchlight.places.KnownPlaces.Keys;
import porchlight.places.Secret;

/** Real networks by cable, with addresses that a real DHCP server gives, seen as places. */
class PlaceLiveTest {
  private static final String ONE = "00:00:5e:00:53:01";
  private static final String OTHER = "00:00:5e:00:53:02";
  private static final String RANGE = "192.168.1";
  private static final Secret SECRET =
      Secret.of(Secret.text(new byte[Secret.LENGTH])).orElseThrow();
  private static final Keys KEYS = new Keys(SECRET, SECRET);

  /** There is no radio here. */
  private static final Reading<Wifi> CABLE = Reading.known(new Wifi.NotInUse("no radio"));

  @TempDir Path folder;
  private final List<House> houses = new ArrayList<>();
  private LeasedLaptop laptop;
  private KnownPlaces known = KnownPlaces.NONE;
  private Instant now = Instant.parse("2026-11-22T09:00:00Z");

  @BeforeEach
  void begin() throws IOException {
    Processes.require("dhclient", "dnsmasq", "ping", "python3", "sysctl");
    laptop = new LeasedLaptop(folder);
  }

  @AfterEach
  void no_trace() {
    Stream.ofNullable(laptop).forEach(LeasedLaptop::close);
    houses.forEach(House::close);
  }

  @Test
  void one_network_is_one_place_however_it_is_seen() {
    House home = house(ONE, RANGE, "fritz.box");
    laptop.plug(home, "eth0", "00:00:5e:00:53:10");
    Facts first = look();
    assertEquals(List.of(0), visits(first));
    Optional<String> id = ids(first).getFirst();
    assertEquals(
        "fritz.box", ((Known<Lan.Lease>) laptop.lan().getFirst().lease()).value().suffix());
    assertOne(id, 1, look());

    laptop.lease("eth0"); // asked for again
    assertOne(id, 2, look());

    laptop.unplug("eth0");
    laptop.plug(home, "eth0", "02:00:5e:00:53:77"); // made up
    assertTrue(laptop.lan().getFirst().madeUpMac());
    assertOne(id, 3, look());

    laptop.plug(home, "eth1", "00:00:5e:00:53:11"); // docked
    assertEquals(2, laptop.lan().size());
    assertOne(id, 4, look());
    laptop.unplug("eth0");
    assertEquals("eth1", laptop.lan().getFirst().link());
    assertOne(id, 5, look());

    laptop.tunnel();
    laptop.sh("ip route add default dev tun0 metric 1");
    Facts tunnelled = look();
    assertOne(id, 6, tunnelled);
    assertTunnelled(tunnelled);
    laptop.sh("ip route del default dev tun0");
    laptop.sh("ip route add 0.0.0.0/1 dev tun0");
    laptop.sh("ip route add 128.0.0.0/1 dev tun0");
    assertOne(id, 7, look());
    laptop.sh("ip link del tun0");

    home.advertise("2001:db8:1::");
    laptop.sh("sysctl -qw net.ipv6.conf.eth1.accept_ra=2");
    laptop.sh("sysctl -qw net.ipv6.conf.eth1.disable_ipv6=0");
    Processes.await("IPv6", () -> laptop.lan().getFirst().routers().size() == 2 && families() == 2);
    assertOne(id, 8, look());
    laptop.end("eth1");
    laptop.sh("ip -4 addr flush dev eth1");
    assertEquals(1, laptop.lan().getFirst().routers().size());
    assertEquals(1, families());
    assertOne(id, 9, look()); // IPv6 only
    laptop.lease("eth1");
    laptop.sh("sysctl -qw net.ipv6.conf.eth1.disable_ipv6=1");
    assertOne(id, 10, look()); // and IPv4 only
    assertEquals(1, known.lines().size());
  }

  @Test
  void two_homes_with_the_same_addresses_are_two_places() {
    laptop.plug(house(ONE, RANGE, "lan"), "eth0", "00:00:5e:00:53:10");
    Facts one = look();
    laptop.unplug("eth0");
    House next = house(OTHER, RANGE, "lan");
    laptop.plug(next, "eth0", "00:00:5e:00:53:10");
    Facts other = look();
    assertEquals(List.of(0), visits(other));
    assertNotEquals(ids(one), ids(other));
    laptop.unplug("eth0");
    laptop.plug(houses.getFirst(), "eth0", "00:00:5e:00:53:10");
    assertOne(ids(one).getFirst(), 1, look());
    // On both at once they are two as well.
    laptop.plug(next, "eth1", "00:00:5e:00:53:11");
    Facts both = look();
    assertEquals(List.of(2, 1), visits(both));
    assertEquals(List.of(ids(one).getFirst(), ids(other).getFirst()), ids(both));
  }

  @Test
  void a_copied_hardware_address_with_other_addresses_is_another_place() {
    laptop.plug(house(ONE, RANGE, "fritz.box"), "eth0", "00:00:5e:00:53:10");
    Facts home = look();
    laptop.unplug("eth0");
    laptop.plug(house(ONE, "192.168.7", "fritz.box"), "eth0", "00:00:5e:00:53:10");
    Facts copy = look();
    assertEquals(List.of(0), visits(copy));
    assertNotEquals(ids(home), ids(copy));
    assertEquals(2, known.lines().size());
  }

  @Test
  void where_a_tunnel_took_the_way_out_away_the_place_is_unknown_and_not_fine() {
    laptop.plug(house(ONE, RANGE, "fritz.box"), "eth0", "00:00:5e:00:53:10");
    Facts home = look();
    laptop.tunnel();
    laptop.sh("ip route add 203.0.113.9/32 via " + RANGE + ".1");
    laptop.sh("ip route del default dev eth0");
    laptop.sh("ip route add default dev tun0");
    Facts hidden = look();
    assertTunnelled(hidden);
    assertEquals(List.of(), ids(hidden));
    Verdict verdict = new porchlight.checks.Place(List.of()).judge(hidden);
    assertEquals(Outcome.UNKNOWN, verdict.outcome(), verdict.toString());
    assertTrue(PlaceKind.isUntold(hidden), "rules for some kinds of place may still hold");
    laptop.sh("ip link del tun0");
    laptop.sh("ip route add default via " + RANGE + ".1 dev eth0");
    assertOne(ids(home).getFirst(), 1, look());
  }

  private House house(String mac, String range, String suffix) {
    houses.add(new House(mac, range, suffix, folder.resolve("house" + houses.size())));
    return houses.getLast();
  }

  private int families() {
    return (int)
        laptop.lan().getFirst().addresses().stream()
            .map(one -> one.first().isIpv4())
            .distinct()
            .count();
  }

  /** A visit of its own: looks, recalls, then remembers. */
  private Facts look() {
    now = now.plus(Duration.ofHours(4));
    var lan = new Lan(laptop.lan());
    Facts facts =
        new SampleFacts()
            .wifi(CABLE)
            .lan(Reading.known(lan))
            .vpn(LinuxVpn.read(laptop))
            .place(Places.of(Reading.known(lan), CABLE, Optional.empty(), memory(), now))
            .build();
    known = known.learn(lan, KEYS, now);
    return facts;
  }

  private Memory memory() {
    return new Memory() {
      @Override
      public Reading<Remembered> of(Reading<Lan> lan, Reading<Wifi> wifi) {
        return Reading.known(Remembered.NOTHING);
      }

      @Override
      public Recalled place(Attachment here, Reading<Wifi> wifi, Instant at) {
        var found = known.recall(here, wifi, KEYS, at);
        return new Recalled(found.id(), Reading.known(found.met()), found.label());
      }
    };
  }

  private static List<Spot> spots(Facts facts) {
    return ((Known<Place>) facts.place()).value().spots();
  }

  private static List<Optional<String>> ids(Facts facts) {
    return spots(facts).stream().map(Spot::id).toList();
  }

  private static List<Integer> visits(Facts facts) {
    return spots(facts).stream()
        .map(spot -> ((Known<Optional<Met>>) spot.met()).value().map(Met::visits).orElse(0))
        .toList();
  }

  private static void assertOne(Optional<String> id, int visits, Facts facts) {
    assertTrue(id.isPresent());
    assertEquals(List.of(id), ids(facts).stream().distinct().toList());
    assertEquals(List.of(visits), visits(facts).stream().distinct().toList());
  }

  private static void assertTunnelled(Facts facts) {
    assertInstanceOf(Vpn.Path.Tunnel.class, ((Known<Vpn>) facts.vpn()).value().ipv4());
  }
}

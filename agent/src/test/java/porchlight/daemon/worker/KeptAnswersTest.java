package porchlight.daemon.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.facts.Dns;
import porchlight.facts.DnsAnswers;
import porchlight.facts.Facts;
import porchlight.facts.Lan;
import porchlight.facts.Portal;
import porchlight.facts.Probes;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;
import porchlight.facts.SampleLan;
import porchlight.facts.TlsChains;
import porchlight.facts.Vpn;
import porchlight.facts.Wifi;
import porchlight.gather.First;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Probe;

class KeptAnswersTest {
  private static final Probe PROBE = new Probe.Connect("192.0.2.1", 80, 100);
  private static final String OTHER = "00:00:5e:00:53:77";
  private static final Facts GOOD = new SampleFacts().build();

  @TempDir Path folder;
  private int asked;
  private Instant now = SampleFacts.AT;
  private String resolver = "192.0.2.1";
  private Reading<Vpn> vpn = GOOD.vpn();
  private Reading<Lan> lan = GOOD.lan();
  private Reading<Wifi> wifi = wifi(Wifi.Security.WPA2);

  private static Reading<Wifi> wifi(Wifi.Security security) {
    return Reading.known(new Wifi.Joined("wlan0", "Attic", security));
  }

  private final Machine machine =
      question -> {
        asked++;
        return new Answer.Said(0, "answer " + asked + "\n");
      };

  /** A cycle: what it heard, and of when that was. */
  private String cycle(Facts facts) throws IOException {
    var kept = new KeptAnswers(machine, Probes.USUAL, folder);
    Facts sample = new SampleFacts().build();
    var dns = new Dns(List.of(new Dns.Resolver(resolver, "", Dns.Transport.PLAIN)), "test");
    Instant asOf =
        kept.begin(
            new First(now, Probes.USUAL, Reading.known(dns), sample.gateway(), vpn, lan, wifi));
    Answer answer = kept.ask(PROBE);
    kept.keep(facts);
    return ((Answer.Said) answer).text().strip() + " of " + Duration.between(SampleFacts.AT, asOf);
  }

  @Test
  void the_network_is_not_asked_again_at_the_same_place_within_the_interval() throws IOException {
    assertEquals("answer 1 of PT0S", cycle(GOOD));
    now = now.plus(Duration.ofMinutes(59));
    assertEquals("answer 1 of PT0S", cycle(GOOD));
    now = now.plus(Duration.ofMinutes(1));
    assertEquals("answer 2 of PT1H", cycle(GOOD));
    assertEquals(2, asked);
  }

  @Test
  void another_place_is_asked() throws IOException {
    cycle(GOOD);
    resolver = "192.0.2.2";
    assertEquals("answer 2 of PT0S", cycle(GOOD));
  }

  @Test
  void whatever_leads_packets_elsewhere_is_another_place() throws IOException {
    cycle(GOOD);
    vpn = Reading.known(new Vpn(new Vpn.Path.Tunnel("wg9", "wireguard"), new Vpn.Path.NoRoute()));
    assertEquals("answer 2 of PT0S", cycle(GOOD), "a tunnel");
    lan = Reading.known(new SampleLan().connection(4).build());
    assertEquals("answer 3 of PT0S", cycle(GOOD), "a break of the connection");
    lan = Reading.known(new SampleLan().connection(4).router("192.168.1.1", OTHER).build());
    assertEquals("answer 4 of PT0S", cycle(GOOD), "another box");
    wifi = Reading.known(new Wifi.Joined("wlan0", "Cellar", Wifi.Security.WPA2));
    assertEquals("answer 5 of PT0S", cycle(GOOD), "another Wi-Fi");
    assertEquals("answer 5 of PT0S", cycle(GOOD), "the same");
  }

  @Test
  void where_the_way_cannot_be_told_or_copied_nothing_is_kept() throws IOException {
    var untold = Reading.<Lan>unknown(Reason.TIMED_OUT, "no answer");
    var sample = GOOD.lan();
    for (Reading<Lan> one :
        List.of(
            untold,
            Reading.known(new Lan(List.of())),
            Reading.known(new SampleLan().withoutConnection().build()),
            Reading.known(new SampleLan().router("192.168.1.1", "").build()),
            Reading.known(new SampleLan().router("10.0.0.1", "00:00:5e:00:01:01").build()))) {
      lan = one;
      assertAskedTwice(one.toString());
    }
    lan = sample;
    for (Wifi.Security open : List.of(Wifi.Security.OPEN, Wifi.Security.WEP, Wifi.Security.OWE)) {
      wifi = wifi(open);
      assertAskedTwice(open.toString());
    }
    wifi = Reading.unknown(Reason.TOOL_MISSING, "no iw");
    assertAskedTwice("which Wi-Fi");
    wifi = wifi(Wifi.Security.WPA3);
    vpn = Reading.unknown(Reason.TIMED_OUT, "no answer");
    assertAskedTwice("which way");
  }

  private void assertAskedTwice(String why) throws IOException {
    int before = asked;
    cycle(GOOD);
    cycle(GOOD);
    assertEquals(before + 2, asked, why);
  }

  @Test
  void only_what_is_good_all_over_is_kept() throws IOException {
    var page =
        List.of(new Portal.Page("http://www.example.com/", "", false, new Portal.Seen.Right()));
    var late = new Portal.Told.Silent(Reason.TIMED_OUT, "no answer in time");
    for (Portal.Told told : List.of(new Portal.Told.Said(true, ""), late)) {
      var portal = Reading.known(new Portal(SampleFacts.AT, page, told));
      cycle(new SampleFacts().portal(portal).build());
    }
    for (TlsChains.Seen seen :
        List.of(
            new TlsChains.Seen.Foreign("CN=x", "it is not trusted", List.of()),
            new TlsChains.Seen.Silent(Reason.TIMED_OUT, "no answer in time"))) {
      var site = List.of(new TlsChains.Site("www.example.com", seen));
      cycle(
          new SampleFacts().tlsChains(Reading.known(new TlsChains(SampleFacts.AT, site))).build());
    }
    var slow = Reading.<DnsAnswers>unknown(Reason.TIMED_OUT, "nothing came within 3 s");
    cycle(new SampleFacts().dnsAnswers(slow).build());
    assertEquals("answer 6 of PT0S", cycle(GOOD));
    assertEquals("answer 6 of PT0S", cycle(GOOD));
  }

  @Test
  void a_login_page_or_silence_is_looked_at_again() throws IOException {
    cycle(new SampleFacts().portal(new Portal.Seen.Sent()).build());
    assertEquals("answer 2 of PT0S", cycle(GOOD));
    assertEquals("answer 2 of PT0S", cycle(GOOD));
  }

  @Test
  void a_clock_that_went_back_or_a_damaged_file_asks_anew() throws IOException {
    cycle(GOOD);
    now = now.minusSeconds(1);
    assertEquals("answer 2 of PT-1S", cycle(GOOD));
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.writeString(file, "\u0000 garbage");
      }
    }
    assertEquals("answer 3 of PT-1S", cycle(GOOD));
  }

  @Test
  void what_is_no_probe_is_always_asked() {
    var kept = new KeptAnswers(machine, Probes.USUAL, folder);
    kept.ask(new porchlight.machine.Question.ReadFile("/etc/hosts"));
    kept.ask(new porchlight.machine.Question.ReadFile("/etc/hosts"));
    assertEquals(2, asked);
    assertTrue(!Files.exists(folder.resolve("network")));
  }
}

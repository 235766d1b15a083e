package porchlight.gather.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
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
import porchlight.gather.First;
import porchlight.machine.Answer;
import porchlight.machine.Probe.Over;

class ReachedTest {
  private static final String ANSWER =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  private static final String A = "aa".repeat(32);
  private static final String B = "bb".repeat(32);

  private static Portal.Seen portal(Probes.Portal.Expected expected, String... lines) {
    var portal = new Probes.Portal("www.example.com", 80, "/", expected);
    return page(portal, new Answer.Said(0, String.join("\n", lines) + "\n"));
  }

  private static Portal.Seen page(Probes.Portal portal, Answer answer) {
    return PortalAsking.page(portal, Over.IPV4, true, answer).seen();
  }

  @Test
  void no_connection_by_ipv6_is_no_silence_where_there_is_a_way_by_ipv4() {
    var portal = Probes.USUAL.portals().getFirst();
    for (String why :
        List.of("no connection in time", "no route to it", "the name has no address")) {
      var failed = new Answer.Failed(why);
      assertEquals(
          new Portal.Seen.Unreached(why),
          PortalAsking.page(portal, Over.IPV6, true, failed).seen());
      assertInstanceOf(Portal.Seen.Silent.class, page(portal, failed));
      assertInstanceOf(
          Portal.Seen.Silent.class, PortalAsking.page(portal, Over.IPV6, false, failed).seen());
    }
    for (Answer answer : List.of(new Answer.TimedOut(), new Answer.Failed("not an HTTP answer"))) {
      assertInstanceOf(
          Portal.Seen.Silent.class, PortalAsking.page(portal, Over.IPV6, true, answer).seen());
    }
  }

  private static Portal.Seen empty(String... lines) {
    return portal(new Probes.Portal.Empty(), lines);
  }

  @Test
  void what_is_there_is_told_from_what_is_not() {
    assertEquals(new Portal.Seen.Right(), empty("to 192.0.2.1", "status 204"));
    assertEquals(new Portal.Seen.Other(200), empty("status 200"));
    assertEquals(new Portal.Seen.Other(511), empty("status 511"));
    assertEquals(new Portal.Seen.Trouble(503), empty("status 503"));
    assertEquals(new Portal.Seen.Sent(), empty("status 302", "location http://login.example"));
    assertEquals(new Portal.Seen.Sent(), empty("status 302", "location /"));
    assertEquals(
        new Portal.Seen.Trouble(301), empty("status 301", "location https://www.example.com"));
    assertEquals(new Portal.Seen.Sent(), empty("status 301", "location http://www.example.com"));
    var abc = new Probes.Portal.Page("abc");
    assertInstanceOf(Portal.Seen.Silent.class, portal(abc, "status 200", "cut yes", "sha256 00"));
    assertEquals(new Portal.Seen.Other(200), empty("status 200", "cut yes"));
    assertEquals(new Portal.Seen.Right(), portal(abc, "status 200", "sha256 " + ANSWER));
    assertEquals(new Portal.Seen.Other(200), portal(abc, "status 200", "sha256 00"));
    assertEquals(new Portal.Seen.Other(204), portal(abc, "status 204", "sha256 " + ANSWER));
  }

  @Test
  void a_challenge_is_answered_by_who_knows_how() {
    var challenge = new Probes.Portal.Challenge();
    // SHA-256 of "porchlight-probe:word"
    String right = "c17406a9d1811d844535fe441a355cafb1fe01b8411ae1eed0b265c0e0aad3a7";
    assertEquals(
        new Portal.Seen.Other(204),
        portal(challenge, "status 204", "challenge other", "answer " + right));
    assertEquals(new Portal.Seen.Other(204), portal(challenge, "status 204", "challenge word"));
    assertEquals(
        new Portal.Seen.Right(),
        portal(challenge, "status 204", "challenge word", "answer " + right));
  }

  @Test
  void the_networks_own_word_is_asked_for_at_a_name_by_tls_alone() {
    assertEquals(
        "? https Portal.example 443 / by eth0",
        PortalApi.question("https://Portal.example", "eth0").get().text());
    assertEquals(
        "? https a.example 8443 /v1/x by eth0",
        PortalApi.question("https://a.example:8443/v1/x", "eth0").get().text());
    for (String bad :
        List.of(
            "http://a.example/",
            "https://192.168.1.1/",
            "https://[::1]/",
            "https://localhost/",
            "https://a.example/v1?who=me",
            "https://a.example:0/",
            "https://a.example:99999/",
            "https://who:word@a.example/",
            "https://a.example/ HTTP/1.1",
            "https://a.example/{random}",
            "file:///etc/passwd",
            "?")) {
      assertEquals(java.util.Optional.empty(), PortalApi.question(bad, "eth0"), bad);
    }
  }

  @Test
  void the_network_is_not_asked_for_its_word_through_a_tunnel() {
    var direct = new Vpn(new Vpn.Path.Direct("wlan0"), new Vpn.Path.NoRoute());
    var named = naming("https://a.example/", Reading.known(direct));
    assertEquals("? https a.example 443 / by wlan0", PortalApi.question(named).get().text());
    for (Reading<Vpn> vpn :
        List.of(
            Reading.known(new Vpn(new Vpn.Path.Tunnel("wg0", "wireguard"), new Vpn.Path.NoRoute())),
            Reading.known(
                new Vpn(new Vpn.Path.Direct("wlan0"), new Vpn.Path.Tunnel("wg0", "wireguard"))),
            Reading.<Vpn>unknown(Reason.TIMED_OUT, "no answer"))) {
      var hidden = naming("https://a.example/", vpn);
      assertEquals(java.util.Optional.empty(), PortalApi.question(hidden));
      assertInstanceOf(Portal.Told.Silent.class, PortalApi.unasked(hidden));
    }
    assertInstanceOf(
        Portal.Told.Silent.class,
        PortalApi.unasked(naming("https://192.168.1.1/", Reading.known(direct))));
    assertEquals(new Portal.Told.Nothing(), PortalApi.unasked(naming("", Reading.known(direct))));
  }

  private static First naming(String place, Reading<Vpn> vpn) {
    var one = new SampleLan().build().attachments().getFirst();
    var lan = SampleLan.leased(one, new Lan.Lease("", "", place));
    Facts sample = new SampleFacts().build();
    return new First(
        SampleFacts.AT, Probes.USUAL, sample.dns(), sample.gateway(), vpn, Reading.known(lan));
  }

  private static Portal.Told told(String... lines) {
    return PortalApi.told(new Answer.Said(0, String.join("\n", lines) + "\n"));
  }

  @Test
  void the_networks_own_word_is_believed_in_its_own_form_alone() {
    assertEquals(
        new Portal.Told.Said(true, "https://login.example"),
        told(
            "status 200",
            "type captive",
            "json user-portal-url https://login.example",
            "json captive true"));
    assertEquals(
        new Portal.Told.Said(false, ""), told("status 200", "type captive", "json captive false"));
    for (var bad :
        List.of(
            told("status 200", "json captive false"),
            told("status 500", "type captive", "json captive true"),
            told("status 302", "location https://a.example", "type captive", "json captive true"),
            told("status 200", "type captive", "json none"),
            told("status 200", "type captive", "json captive maybe"),
            told("garbled"),
            PortalApi.told(new Answer.Failed("no TLS with a trusted certificate")),
            PortalApi.told(new Answer.Denied()),
            PortalApi.told(new Answer.Missing()),
            PortalApi.told(new Answer.TooLong(9)),
            PortalApi.told(new Answer.TimedOut()))) {
      assertInstanceOf(Portal.Told.Silent.class, bad);
    }
  }

  private static TlsChains.Seen tls(List<String> pins, String... lines) {
    var site = new Probes.Site("www.example.com", 443, pins);
    return TlsAsking.seen(site, new Answer.Said(0, String.join("\n", lines) + "\n"));
  }

  @Test
  void a_chain_is_believed_as_far_as_it_vouches() {
    String[] chain = {
      "to 192.0.2.1",
      "handshake done",
      "trust no issuer",
      "linked 1",
      "issuer CN=evil",
      "spki " + A,
      "issuer CN=ours",
      "spki " + B
    };
    var foreign = assertInstanceOf(TlsChains.Seen.Foreign.class, tls(List.of(), chain));
    assertEquals("CN=evil", foreign.issuer());
    assertEquals(List.of(A), foreign.keys());
    assertInstanceOf(TlsChains.Seen.Foreign.class, tls(List.of(B), chain), "sent along by anybody");
    assertEquals(new TlsChains.Seen.Good(true), tls(List.of(A), chain));
    chain[3] = "linked 2";
    assertEquals(new TlsChains.Seen.Good(true), tls(List.of(B), chain));
    chain[2] = "trust yes";
    assertEquals(new TlsChains.Seen.Good(false), tls(List.of(), chain));
    chain[1] = "";
    assertInstanceOf(TlsChains.Seen.Silent.class, tls(List.of(), chain), "shown, not proved");
    assertInstanceOf(TlsChains.Seen.Silent.class, tls(List.of(B), chain), "shown, not proved");
    chain[1] = "handshake done";
    chain[2] = "trust no dates";
    assertInstanceOf(TlsChains.Seen.Silent.class, tls(List.of(), chain));
  }

  @Test
  void missing_denied_late_or_not_understood_is_silence() {
    var portal = new Probes.Portal("www.example.com", 80, "/", new Probes.Portal.Empty());
    var site = new Probes.Site("www.example.com", 443, List.of());
    for (Answer answer :
        List.of(
            new Answer.Missing(),
            new Answer.Denied(),
            new Answer.TimedOut(),
            new Answer.TooLong(1),
            new Answer.Failed("no route"),
            new Answer.Said(0, ""),
            new Answer.Said(0, "\uFFFD\u0000 garbage"),
            new Answer.Said(0, "status 2000\ntrust yes\nlinked 9\nspki " + A))) {
      assertInstanceOf(Portal.Seen.Silent.class, page(portal, answer));
      assertInstanceOf(TlsChains.Seen.Silent.class, TlsAsking.seen(site, answer));
      assertInstanceOf(
          porchlight.facts.DnsAnswers.Reply.Silent.class, DnsReply.read(answer, false));
    }
    assertEquals(
        new Portal.Seen.Silent(Reason.TIMED_OUT, "no answer in time"),
        page(portal, new Answer.TimedOut()));
  }
}

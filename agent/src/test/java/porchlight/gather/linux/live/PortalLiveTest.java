package porchlight.gather.linux.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.checks.CaptivePortal;
import porchlight.checks.Outcome;
import porchlight.checks.TlsInterception;
import porchlight.checks.Verdict;
import porchlight.facts.Facts;
import porchlight.facts.Gateway;
import porchlight.facts.Lan;
import porchlight.facts.Portal;
import porchlight.facts.Probes;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;
import porchlight.gather.First;
import porchlight.gather.linux.route.LinuxLan;
import porchlight.gather.network.PortalAsking;
import porchlight.gather.network.TlsAsking;
import porchlight.machine.LocalMachine;
import porchlight.machine.Machine;
import porchlight.machine.Question.ReadSettings;

/** Real portals of every kind, and somebody who ends TLS, on the way to a real site. */
class PortalLiveTest {
  private static final Path SCRIPT = Path.of("src/test/lab/portal.sh").toAbsolutePath();

  @TempDir static Path folder;
  private static Namespace laptop;
  private static Namespace hotel;

  /** A name of its own for each scene: Java remembers where names lead. */
  private static int scene;

  @BeforeAll
  static void hotel() {
    Processes.require("bash", "openssl", "dnsmasq", "nft", "python3");
    laptop = new Namespace();
    hotel = new Namespace();
    laptop.wire("eth0", hotel, "eth0");
    for (Namespace one : List.of(laptop, hotel)) {
      one.sh("ip link set lo up");
      one.sh("ip link set eth0 up");
    }
    laptop.sh("ip addr add 10.40.0.2/24 dev eth0");
    hotel.sh("ip addr add 10.40.0.1/24 dev eth0");
    laptop.sh("ip route add default via 10.40.0.1");
    Path run = folder.resolve("run");
    hotel.start("bash", SCRIPT.toString(), run.toString());
    Processes.await("the hotel", () -> Files.exists(run.resolve("ready")));
    for (int port : new int[] {80, 443, 8444, 8445, 8080}) {
      var connect = new porchlight.machine.Probe.Connect("192.0.2.80", port, 500);
      Processes.await(
          "port " + port, () -> laptop.ask(connect) instanceof porchlight.machine.Answer.Said);
    }
    laptop.resolvConf(run.resolve("resolv.conf"));
  }

  @AfterAll
  static void no_trace() {
    Stream.of(laptop, hotel).filter(one -> one != null).forEach(Namespace::close);
  }

  @AfterEach
  void direct() {
    hotel.sh("nft flush chain ip hotel p");
    hotel.sh("nft flush chain ip hotel i");
    laptop.resolvConf(folder.resolve("run").resolve("resolv.conf"));
  }

  private static void redirect(int from, int to) {
    hotel.sh("nft add rule ip hotel p iifname eth0 tcp dport " + from + " redirect to :" + to);
  }

  private static String pin(String whose) {
    try {
      return Files.readString(folder.resolve("run").resolve(whose + "-ca.pin")).strip();
    } catch (IOException none) {
      throw new AssertionError(none);
    }
  }

  private static Facts look(List<String> pins, Probes.Portal.Expected... expected) {
    String host = "scene" + scene++ + ".test";
    var portals =
        Stream.of(expected)
            .map(one ->
                new Probes.Portal(
                    host,
                    80,
                    switch (one) {
                      case Probes.Portal.Empty() -> "/generate_204";
                      case Probes.Portal.Page page -> "/page";
                      case Probes.Portal.Challenge() -> "/v1/probe";
                    },
                    one))
            .toList();
    var usual = Probes.USUAL;
    var probes =
        new Probes(
            Optional.empty(),
            60,
            usual.names(),
            portals,
            List.of(new Probes.Site(host, 443, pins)),
            false);
    var gateway = Reading.known(new Gateway(List.of(new Gateway.Hop("10.40.0.1", "eth0", ""))));
    Facts sample = new SampleFacts().gateway(gateway).build();
    var first =
        new First(
            SampleFacts.AT, probes, sample.dns(), sample.gateway(), sample.vpn(), sample.lan());
    return new SampleFacts()
        .gateway(gateway)
        .portal(PortalAsking.read(laptop, first))
        .tlsChains(TlsAsking.read(laptop, first))
        .build();
  }

  private static Facts look() {
    return look(
        List.of(pin("site")),
        new Probes.Portal.Empty(),
        new Probes.Portal.Page("a known page"),
        new Probes.Portal.Challenge());
  }

  private static Verdict portal(Facts facts) {
    return new CaptivePortal().judge(facts);
  }

  private static Verdict tls(Facts facts, String... allowed) {
    return new TlsInterception(List.of(allowed)).judge(facts);
  }

  private static void assertOutcome(Outcome outcome, Verdict verdict) {
    assertEquals(outcome, verdict.outcome(), verdict.toString());
  }

  @Test
  void on_a_straight_way_all_is_well() {
    long before = bytes();
    long start = System.nanoTime();
    Facts facts = look();
    System.out.printf(
        "three pages and a certificate: %d bytes in %d ms%n",
        bytes() - before, Duration.ofNanos(System.nanoTime() - start).toMillis());
    assertTrue(bytes() - before < 12_000, (bytes() - before) + " bytes");
    assertOutcome(Outcome.PASS, portal(facts));
    assertOutcome(Outcome.PASS, tls(facts));
    // Without a pin a private authority is a stranger.
    Verdict unpinned = tls(look(List.of(), new Probes.Portal.Empty()));
    assertOutcome(Outcome.FAIL, unpinned);
    assertEquals("CN=site CA", unpinned.evidence().get(0).value());
  }

  @Test
  void a_portal_that_sends_elsewhere_or_is_a_page_is_found_and_tls_behind_it_is_not_judged() {
    for (int kind : new int[] {8080, 8081}) {
      redirect(80, kind);
      redirect(443, 8444);
      Facts facts = look();
      assertOutcome(Outcome.FAIL, portal(facts));
      assertOutcome(Outcome.UNKNOWN, tls(facts));
      direct();
    }
    redirect(80, 8080);
    hotel.sh("nft add rule ip hotel i iifname eth0 tcp dport 443 reject");
    Facts refused = look();
    assertOutcome(Outcome.FAIL, portal(refused));
    assertOutcome(Outcome.UNKNOWN, tls(refused));
  }

  @Test
  void a_portal_that_fakes_success_is_found_by_a_page_and_by_a_challenge() {
    redirect(80, 8082);
    assertOutcome(
        Outcome.FAIL,
        portal(look(List.of(), new Probes.Portal.Empty(), new Probes.Portal.Page("a known page"))));
    assertOutcome(
        Outcome.FAIL,
        portal(look(List.of(), new Probes.Portal.Empty(), new Probes.Portal.Challenge())));
  }

  @Test
  void a_portal_by_names_is_found_and_told() {
    laptop.resolvConf(folder.resolve("run").resolve("resolv-portal.conf"));
    hotel.sh("nft add rule ip hotel p ip daddr 10.40.0.1 tcp dport 80 redirect to :8081");
    Facts facts = look();
    assertOutcome(Outcome.FAIL, portal(facts));
    assertTrue(
        portal(facts).evidence().stream()
            .anyMatch(one -> one.value().endsWith("its name leads to the gateway")),
        portal(facts).toString());
  }

  @Test
  void who_ends_tls_is_found_and_named_by_the_chain() {
    redirect(443, 8444);
    Facts facts = look();
    assertOutcome(Outcome.PASS, portal(facts));
    Verdict verdict = tls(facts);
    assertOutcome(Outcome.FAIL, verdict);
    assertEquals("CN=evil CA", verdict.evidence().get(0).value());
    assertEquals(pin("evil"), verdict.evidence().get(1).value());
    assertOutcome(Outcome.PASS, tls(facts, pin("evil")));
    direct();
    redirect(443, 8445);
    assertOutcome(Outcome.FAIL, tls(look()));
    assertOutcome(Outcome.FAIL, tls(look(), pin("site")));
  }

  @Test
  void what_dhcp_names_is_asked_and_believed_as_far_as_its_certificate_goes() throws Exception {
    Processes.require("dhclient");
    Path leases = folder.resolve("dhclient.eth0.leases");
    laptop.start(
        "dhclient",
        "-d",
        "-1",
        "-lf",
        leases.toString(),
        "-pf",
        folder.resolve("dhclient.pid").toString(),
        "-sf",
        "/bin/true",
        "eth0");
    Processes.await("a lease", () -> read(leases).contains("}"));
    Machine there =
        question ->
            question instanceof ReadSettings(var in, var file, var keys)
                    && in.equals("/var/lib/dhcp")
                ? new LocalMachine().ask(new ReadSettings(folder.toString(), file, keys))
                : laptop.ask(question);
    var lan = LinuxLan.read(there);
    assertEquals("https://named.test:8446/captive", lease(lan).portal());

    assertEquals(
        new Portal.Told.Silent(Reason.NOT_UNDERSTOOD, "no TLS with a trusted certificate"),
        told(lan));
    SSLContext usual = SSLContext.getDefault();
    SSLContext.setDefault(trusting(folder.resolve("run").resolve("site-ca.pem")));
    try {
      assertEquals(new Portal.Told.Said(true, "https://login.test"), told(lan));
      assertEquals(new Portal.Told.Said(false, ""), told(named(lan, "8446/free")));
      for (String bad :
          List.of("8446/page", "8446/deep", "8446/wrong", "8446/none", "8447/captive")) {
        assertTrue(told(named(lan, bad)) instanceof Portal.Told.Silent, bad);
      }
      redirect(80, 8080);
      var facts = new SampleFacts().portal(ask(named(lan, "8446/free"))).build();
      assertOutcome(Outcome.FAIL, portal(facts));
    } finally {
      SSLContext.setDefault(usual);
    }
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException none) {
      return "";
    }
  }

  private static Lan.Lease lease(Reading<Lan> lan) {
    var attachment = ((Reading.Known<Lan>) lan).value().attachments().get(0);
    return ((Reading.Known<Lan.Lease>) attachment.lease()).value();
  }

  /** The same network, naming another place. */
  private static Reading<Lan> named(Reading<Lan> lan, String portAndPath) {
    var one = ((Reading.Known<Lan>) lan).value().attachments().get(0);
    var lease = lease(lan);
    String place = "https://scene" + scene++ + ".test:" + portAndPath;
    return Reading.known(
        new Lan(
            List.of(
                new Lan.Attachment(
                    one.link(),
                    one.kind(),
                    one.madeUpMac(),
                    one.addresses(),
                    one.routers(),
                    Reading.known(new Lan.Lease(lease.server(), lease.suffix(), place)),
                    one.connection()))));
  }

  private static Portal.Told told(Reading<Lan> lan) {
    return ((Reading.Known<Portal>) ask(lan)).value().told();
  }

  private static Reading<Portal> ask(Reading<Lan> lan) {
    var usual = Probes.USUAL;
    var page =
        new Probes.Portal(
            "scene" + scene++ + ".test", 80, "/generate_204", new Probes.Portal.Empty());
    var probes = new Probes(Optional.empty(), 60, usual.names(), List.of(page), List.of(), false);
    Facts sample = new SampleFacts().build();
    return PortalAsking.read(
        laptop,
        new First(SampleFacts.AT, probes, sample.dns(), sample.gateway(), sample.vpn(), lan));
  }

  private static SSLContext trusting(Path authority) throws Exception {
    var keys = KeyStore.getInstance(KeyStore.getDefaultType());
    keys.load(null, null);
    try (var in = Files.newInputStream(authority)) {
      keys.setCertificateEntry(
          "site", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(keys);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  @Test
  void noise_and_silence_are_unknown_within_three_seconds() {
    redirect(80, 8083);
    redirect(443, 8083);
    Facts noise = look();
    assertOutcome(Outcome.UNKNOWN, portal(noise));
    assertOutcome(Outcome.UNKNOWN, tls(noise));
    direct();
    hotel.sh("nft add rule ip hotel i iifname eth0 drop");
    long start = System.nanoTime();
    Facts silent = look();
    long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    assertOutcome(Outcome.UNKNOWN, portal(silent));
    assertOutcome(Outcome.UNKNOWN, tls(silent));
    assertTrue(millis < 2 * 3000, millis + " ms, one after the other");
  }

  /** Both ways, as the laptop's card counts them. */
  private static long bytes() {
    long sum = 0;
    for (String way : List.of("rx", "tx")) {
      String file = "/sys/class/net/eth0/statistics/" + way + "_bytes";
      var said =
          (porchlight.machine.Answer.Said)
              laptop.ask(new porchlight.machine.Question.ReadFile(file));
      sum += Long.parseLong(said.text().strip());
    }
    return sum;
  }
}

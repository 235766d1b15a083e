package porchlight.gather.linux.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.checks.CaptivePortal;
import porchlight.checks.Outcome;
import porchlight.facts.Facts;
import porchlight.facts.Lan;
import porchlight.facts.Portal;
import porchlight.facts.Probes;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;
import porchlight.facts.SampleLan;
import porchlight.gather.First;
import porchlight.gather.linux.route.LinuxLan;
import porchlight.gather.network.PortalAsking;
import porchlight.machine.LocalMachine;
import porchlight.machine.Machine;
import porchlight.machine.Question.ReadSettings;

/** The network's own word on its login page: real DHCP (option 114), real TLS. */
class PortalApiLiveTest {
  @TempDir Path folder = Path.of("");
  private Hotel hotel;

  @BeforeEach
  void hotel() {
    hotel = new Hotel(folder);
  }

  @AfterEach
  void no_trace() {
    Stream.ofNullable(hotel).forEach(Hotel::close);
  }

  @Test
  void what_dhcp_names_is_asked_and_believed_as_far_as_its_certificate_goes() throws Exception {
    Processes.require("dhclient");
    Path leases = folder.resolve("dhclient.eth0.leases");
    hotel.laptop.start(
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
                : hotel.laptop.ask(question);
    var lan = LinuxLan.read(there);
    assertEquals("https://named.test:8446/captive", lease(lan).portal());

    assertEquals(
        new Portal.Told.Silent(Reason.NOT_UNDERSTOOD, "no TLS with a trusted certificate"),
        told(lan));
    SSLContext usual = SSLContext.getDefault();
    SSLContext.setDefault(trusting(hotel.run.resolve("site-ca.pem")));
    try {
      assertEquals(new Portal.Told.Said(true, "https://login.test"), told(lan));
      assertEquals(new Portal.Told.Said(false, ""), told(named(lan, "8446/free")));
      for (String bad :
          List.of("8446/page", "8446/deep", "8446/wrong", "8446/none", "8447/captive")) {
        assertTrue(told(named(lan, bad)) instanceof Portal.Told.Silent, bad);
      }
      hotel.redirect(80, 8080);
      var facts = new SampleFacts().portal(ask(named(lan, "8446/free"))).build();
      assertEquals(Outcome.FAIL, new CaptivePortal().judge(facts).outcome());
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
  private Reading<Lan> named(Reading<Lan> lan, String portAndPath) {
    var one = ((Reading.Known<Lan>) lan).value().attachments().get(0);
    var lease = lease(lan);
    String place = "https://" + hotel.site() + ":" + portAndPath;
    return Reading.known(
        SampleLan.leased(one, new Lan.Lease(lease.server(), lease.suffix(), place)));
  }

  private Portal.Told told(Reading<Lan> lan) {
    return ((Reading.Known<Portal>) ask(lan)).value().told();
  }

  private Reading<Portal> ask(Reading<Lan> lan) {
    var usual = Probes.USUAL;
    var page = new Probes.Portal(hotel.site(), 80, "/generate_204", new Probes.Portal.Empty());
    var probes = new Probes(Optional.empty(), 60, usual.names(), List.of(page), List.of(), false);
    Facts sample = new SampleFacts().build();
    return PortalAsking.read(
        hotel.laptop,
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
}

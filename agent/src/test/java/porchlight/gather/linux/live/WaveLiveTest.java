package porchlight.gather.linux.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.checks.CaptivePortal;
import porchlight.checks.Check;
import porchlight.checks.DnsFiltering;
import porchlight.checks.DnsIntegrity;
import porchlight.checks.Outcome;
import porchlight.checks.TlsInterception;
import porchlight.checks.Verdict;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.IpAddress;
import porchlight.facts.Portal;
import porchlight.facts.Probes;
import porchlight.facts.Reading;
import porchlight.facts.SampleFacts;
import porchlight.gather.First;
import porchlight.gather.Gathering;
import porchlight.gather.Probing;
import porchlight.gather.linux.LinuxGatherer;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ReadFile;
import porchlight.machine.Question.ReadSettings;

/** All that a network is asked, at once, in an honest one and in one that drops everything. */
class WaveLiveTest {
  private static final int MOST_BYTES = 30_000;
  private static final int MOST_MILLIS = 3000;

  @TempDir static Path folder;
  private static Hotel hotel;

  @BeforeAll
  static void hotel() {
    hotel = new Hotel(folder);
    hotel.names("resolv-honest.conf");
  }

  @AfterAll
  static void no_trace() {
    if (hotel != null) {
      hotel.close();
    }
  }

  /** What came, how long the network was asked, and what went over the wire meanwhile. */
  private record Wave(Facts facts, long millis, long bytes) {
    Verdict of(Check check) {
      return check.judge(facts);
    }
  }

  private static final class Timed implements Probing {
    private final Probes probes;
    private volatile long begun;
    private volatile long bytes;

    Timed(Probes probes) {
      this.probes = probes;
    }

    @Override
    public Probes probes() {
      return probes;
    }

    @Override
    public Instant begin(First first) {
      bytes = hotel.bytes();
      begun = System.nanoTime();
      return first.asOf();
    }
  }

  private static Wave ask(String host) {
    String pin = hotel.pin("site");
    var timed = new Timed(probes(host, pin));
    var gathering =
        new Gathering(
            EnumSet.of(Fact.DNS_ANSWERS, Fact.PORTAL, Fact.TLS_CHAINS),
            Gathering.USUAL_LIMIT,
            fact -> {},
            timed);
    Facts facts = gathering.gather(new LinuxGatherer(there(host)), SampleFacts.AT);
    long millis = Duration.ofNanos(System.nanoTime() - timed.begun).toMillis();
    var wave = new Wave(facts, millis, hotel.bytes() - timed.bytes);
    System.out.printf("all of %s: %d bytes in %d ms%n", host, wave.bytes, wave.millis);
    return wave;
  }

  /** The laptop, whose own files say which name server and what DHCP said. */
  private static Machine there(String host) {
    String lease =
        "lease {\n  interface \"eth0\";\n  option dhcp-server-identifier 10.40.0.1;\n"
            + "  option default-url \"https://"
            + host
            + ":8446/free\";\n}\n";
    return question ->
        switch (question) {
          case ReadFile(var path) when path.equals("/etc/resolv.conf") ->
              new Answer.Said(0, "nameserver 10.40.0.10\n");
          case ReadSettings(var in, var file, var keys) when in.equals("/var/lib/dhcp") ->
              new Answer.Said(0, lease);
          default -> hotel.laptop.ask(question);
        };
  }

  private static Probes probes(String host, String pin) {
    var names =
        new Probes.Names(
            List.of("www.{random}.test", "{random}.test"),
            List.of(known("honest.test", 80), known("bank.test", 81)),
            List.of("10.40.0.1"),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(new Probes.FilterTest("phish.test", List.of(address(82)), List.of())));
    return new Probes(
        Optional.empty(),
        60,
        names,
        List.of(
            new Probes.Portal(host, 80, "/generate_204", new Probes.Portal.Empty()),
            new Probes.Portal(host, 80, "/page", new Probes.Portal.Page("a known page"))),
        List.of(new Probes.Site(host, 443, List.of(pin))),
        false);
  }

  private static Probes.Known known(String name, int last) {
    return new Probes.Known(name, List.of(address(last)));
  }

  private static IpAddress address(int last) {
    return IpAddress.of("192.0.2." + last).orElseThrow();
  }

  private static void assertOutcome(Outcome outcome, Verdict verdict) {
    assertEquals(outcome, verdict.outcome(), verdict.toString());
  }

  @Test
  void in_an_honest_network_nothing_is_found_and_in_a_silent_one_nothing_is_known() {
    Wave honest = ask("honest.test");
    assertOutcome(Outcome.PASS, honest.of(new DnsIntegrity()));
    assertOutcome(Outcome.NOT_APPLICABLE, honest.of(new DnsFiltering(false)));
    assertOutcome(Outcome.PASS, honest.of(new CaptivePortal()));
    assertOutcome(Outcome.PASS, honest.of(new TlsInterception(List.of())));
    assertTrue(
        honest.facts.portal() instanceof Reading.Known<Portal>(var portal)
            && portal.told() instanceof Portal.Told.Silent(var reason, var detail)
            && detail.equals("no TLS with a trusted certificate"),
        "the network itself was asked: " + honest.facts.portal());
    assertTrue(honest.bytes < MOST_BYTES, honest.bytes + " bytes");
    assertTrue(honest.millis < MOST_MILLIS, honest.millis + " ms");

    hotel.block("drop");
    Wave silent = ask("silent.test");
    assertOutcome(Outcome.UNKNOWN, silent.of(new DnsIntegrity()));
    assertOutcome(Outcome.UNKNOWN, silent.of(new DnsFiltering(true)));
    assertOutcome(Outcome.UNKNOWN, silent.of(new CaptivePortal()));
    assertOutcome(Outcome.UNKNOWN, silent.of(new TlsInterception(List.of())));
    assertTrue(silent.bytes > 0 && silent.bytes < MOST_BYTES, silent.bytes + " bytes");
    // The wave's own end, and a little for the threads of a busy machine to notice it.
    assertTrue(silent.millis < MOST_MILLIS + 250, silent.millis + " ms");
  }
}

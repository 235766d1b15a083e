package porchlight.gather.linux.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.checks.DnsFiltering;
import porchlight.checks.DnsIntegrity;
import porchlight.checks.Outcome;
import porchlight.checks.Verdict;
import porchlight.facts.Dns;
import porchlight.facts.Facts;
import porchlight.facts.Network;
import porchlight.facts.Probes;
import porchlight.facts.SampleFacts;
import porchlight.gather.Gathering;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Probe;
import porchlight.machine.Probe.DnsQuery;
import porchlight.machine.Probe.Transport;

/** Real name servers of every honesty, asked by real packets. */
class DnsLiveTest {
  private static final Path SCRIPT = Path.of("src/test/lab/resolvers.sh").toAbsolutePath();
  private static final String OPEN = "10.60.1.53";

  private static final Probes.Names NAMES =
      new Probes.Names(
          DnsLab.NAMES.absent(),
          DnsLab.NAMES.known(),
          List.of("10.60.1.1"),
          List.of(new Probes.Identity("id.test", List.of(range(OPEN)))),
          List.of(range(OPEN)),
          Optional.of(new Probes.Signing("www.test", "www.broken.test")),
          DnsLab.NAMES.filters());

  @TempDir static Path folder;
  private static DnsLab lab;
  private static Namespace laptop;
  private static Namespace net;

  private static Network range(String text) {
    return Network.of(text).orElseThrow();
  }

  @BeforeAll
  static void resolvers() {
    Processes.require("bash", "named", "unbound", "dnsmasq", "dnssec-signzone", "nft");
    lab = new DnsLab(NAMES);
    laptop = lab.laptop;
    net = lab.net;
    net.start("bash", SCRIPT.toString(), folder.resolve("run").toString());
    for (String server : List.of("1", "10", "11", "14", "15", "20", "21", "22", "23", "24", "27")) {
      Processes.await("10.60.0." + server, () -> answers("10.60.0." + server));
    }
    Processes.await("a rule that drops", () -> net.can("nft list chain ip lab p"));
  }

  private static boolean answers(String server) {
    var query = new DnsQuery(server, Transport.UDP, "phish.test", Probe.Type.A, 300);
    return laptop.ask(query) instanceof Answer.Said said && !said.text().startsWith("rcode SERVF");
  }

  @AfterAll
  static void no_trace() {
    if (lab != null) {
      lab.close();
    }
  }

  private static Facts facts(String... servers) {
    return facts(laptop, servers);
  }

  private static Facts facts(Machine machine, String... servers) {
    var resolvers =
        Stream.of(servers)
            .map(server -> new Dns.Resolver(server, "eth0", Dns.Transport.PLAIN))
            .toList();
    return lab.facts(machine, new Dns(resolvers, "test"), List.of());
  }

  private static Verdict integrity(String... servers) {
    return new DnsIntegrity().judge(facts(servers));
  }

  private static Verdict filtering(String... servers) {
    return new DnsFiltering(true).judge(facts(servers));
  }

  private static void assertOutcome(Outcome outcome, Verdict verdict) {
    assertEquals(outcome, verdict.outcome(), verdict.toString());
  }

  private static void assertFails(String because, Verdict verdict) {
    assertOutcome(Outcome.FAIL, verdict);
    assertEquals(because, verdict.because());
    assertTrue(
        verdict.evidence().stream().noneMatch(one -> one.name().equals("also")),
        verdict.toString());
  }

  @Test
  void honest_resolvers_pass_and_tell_whether_they_check_signatures() {
    for (String server : List.of("10.60.0.10", "10.60.0.11", "10.60.0.15", "10.60.0.20", OPEN)) {
      Verdict verdict = integrity(server);
      assertOutcome(Outcome.PASS, verdict);
      boolean checks = List.of("10.60.0.10", "10.60.0.15", OPEN).contains(server);
      assertEquals(
          server
              + (checks ? ", checks signatures (DNSSEC)" : ", does not check signatures (DNSSEC)"),
          verdict.evidence().get(0).value());
    }
  }

  @Test
  void every_liar_is_found_and_for_what_it_does() {
    Verdict all = integrity("10.60.0.12");
    assertOutcome(Outcome.FAIL, all);
    assertEquals("10.60.0.12 has addresses for names that do not exist", all.because());
    assertFails("10.60.0.13 gives another address for bank.test (IPv4)", integrity("10.60.0.13"));
    assertFails("10.60.0.14 has addresses for names that do not exist", integrity("10.60.0.14"));
    assertFails("10.60.0.21 gives another address for bank.test (IPv6)", integrity("10.60.0.21"));
    assertFails(
        "10.60.0.13 gives another address for bank.test (IPv4)",
        integrity("10.60.0.10", "10.60.0.13"));
  }

  @Test
  void a_resolver_that_answers_by_tcp_only_is_heard() {
    assertOutcome(Outcome.PASS, integrity("10.60.0.26"));
  }

  @Test
  void who_is_silent_refuses_or_blocks_what_is_asked_is_no_liar() {
    for (String server : List.of("10.60.0.17", "10.60.0.18", "10.60.0.24", "10.60.0.25")) {
      assertOutcome(Outcome.UNKNOWN, integrity(server));
      assertOutcome(Outcome.PASS, integrity(server, "10.60.0.10"));
    }
    assertOutcome(Outcome.UNKNOWN, integrity("10.60.0.27"));
  }

  @Test
  void each_way_of_filtering_is_seen() {
    for (String server :
        List.of(
            "10.60.0.15", "10.60.0.16", "10.60.0.22", "10.60.0.23", "10.60.0.24", "10.60.0.27")) {
      assertOutcome(Outcome.PASS, filtering(server));
    }
    for (String server : List.of("10.60.0.10", "10.60.0.11", "10.60.0.13", "10.60.0.21")) {
      assertOutcome(Outcome.FAIL, filtering(server));
      assertOutcome(Outcome.NOT_APPLICABLE, new DnsFiltering(false).judge(facts(server)));
    }
    for (String server : List.of("10.60.0.12", "10.60.0.14", "10.60.0.17", "10.60.0.18")) {
      assertOutcome(Outcome.UNKNOWN, filtering(server));
    }
    assertOutcome(Outcome.FAIL, filtering("10.60.0.15", "10.60.0.10"));
  }

  @Test
  void whoever_is_on_the_way_to_a_public_resolver_is_found() {
    String rule = "nft add rule ip lab p ip daddr 10.60.1.0/24 udp dport 53 dnat to ";
    try {
      net.sh(rule + "10.60.0.12");
      assertOutcome(Outcome.FAIL, integrity(OPEN));
      net.sh("nft flush chain ip lab p");
      net.sh(rule + "10.60.0.11");
      Verdict honest = integrity(OPEN);
      assertOutcome(Outcome.FAIL, honest);
      assertEquals("who answers at 10.60.1.53 is not who has that address", honest.because());
      assertTrue(
          honest.evidence().stream()
              .anyMatch(one -> one.value().startsWith("queries to 10.60.1.53 are answered by")),
          honest.toString());
      // A resolver of the network's own is none of theirs.
      Verdict own = integrity("10.60.0.10");
      assertOutcome(Outcome.PASS, own);
      assertTrue(own.evidence().stream().anyMatch(one -> one.name().equals("on the way")));
    } finally {
      net.sh("nft flush chain ip lab p");
    }
    assertOutcome(Outcome.PASS, integrity(OPEN));
  }

  @Test
  void where_everything_is_dropped_all_is_unknown_within_three_seconds_and_few_bytes() {
    long start = System.nanoTime();
    long before = sent();
    Facts silent = facts("10.60.0.17", "10.60.1.17", "10.60.2.17");
    long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    assertOutcome(Outcome.UNKNOWN, new DnsIntegrity().judge(silent));
    assertOutcome(Outcome.UNKNOWN, new DnsFiltering(true).judge(silent));
    assertTrue(millis < Gathering.PROBING_LIMIT.toMillis() + 500, millis + " ms");
    long silence = sent() - before;
    assertTrue(silence < 15_000, silence + " bytes");
    before = sent();
    long again = System.nanoTime();
    facts("10.60.0.10", "10.60.0.11", "10.60.0.20");
    System.out.printf(
        "DNS wave: silent network %d bytes in %d ms; three honest resolvers %d bytes in %d ms%n",
        silence, millis, sent() - before, Duration.ofNanos(System.nanoTime() - again).toMillis());
    assertTrue(sent() - before < 15_000, (sent() - before) + " bytes");
  }

  /** Both ways, as the laptop's card counts them. */
  private static long sent() {
    long sum = 0;
    for (String way : List.of("rx", "tx")) {
      sum +=
          Long.parseLong(
              ((Answer.Said)
                      laptop.ask(
                          new porchlight.machine.Question.ReadFile(
                              "/sys/class/net/eth0/statistics/" + way + "_bytes")))
                  .text()
                  .strip());
    }
    return sum;
  }

  @Test
  void what_was_recorded_says_the_same_again() {
    var recording = new porchlight.machine.Recording(laptop);
    Verdict live = new DnsIntegrity().judge(facts(recording, "10.60.0.21"));
    var replay =
        new porchlight.machine.Transcript(
            new porchlight.machine.Recorded(
                "", SampleFacts.AT, "linux", recording.redacted(address -> true, true)));
    assertEquals(live, new DnsIntegrity().judge(facts(replay, "10.60.0.21")));
    assertTrue(new DnsIntegrity().judge(facts(replay, "10.60.0.11")).outcome() == Outcome.UNKNOWN);
  }
}

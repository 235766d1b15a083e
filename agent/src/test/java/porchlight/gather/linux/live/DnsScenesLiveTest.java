package porchlight.gather.linux.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** Name servers that do what real ones of the lab do not: each gives its finding and no other. */
class DnsScenesLiveTest {
  private static final Path SCRIPT = Path.of("src/test/lab/scenes.py").toAbsolutePath();

  /** Ways to block a name, none of which is a lie. */
  private static final List<String> FILTERS =
      List.of(
          "ede15", "ede16", "ede17", "bare", "empty", "zeros", "colons", "loop", "wall", "page",
          "cname", "refused");

  private static final List<String> OTHERS =
      List.of(
          "honest",
          "liar",
          "udp-liar",
          "some",
          "six",
          "elsewhere",
          "makes-up",
          "makes-up-six",
          "all-to-one",
          "slow",
          "slower",
          "noise",
          "other-id",
          "broken",
          "cut",
          "cut-silent",
          "cut-liar",
          "tcp-silent");

  @TempDir static Path folder;
  private static DnsLab lab;
  private static Namespace laptop;
  private static Namespace net;
  private static final Map<String, String> ADDRESSES = new LinkedHashMap<>();

  @BeforeAll
  static void servers() throws IOException {
    Processes.require("python3", "openssl", "unbound", "sh", "env");
    lab = new DnsLab(DnsLab.NAMES);
    laptop = lab.laptop;
    net = lab.net;
    var command = new ArrayList<>(List.of("env", "RUN=" + folder, "python3", SCRIPT.toString()));
    int last = 100;
    for (String scene : Stream.concat(FILTERS.stream(), OTHERS.stream()).toList()) {
      String address = "10.60.0." + last++;
      net.sh("ip addr add " + address + "/24 dev eth0");
      ADDRESSES.put(scene, address);
      command.add(scene + "=" + address);
    }
    for (String scene : List.of("honest", "liar")) {
      authority(scene);
      command.add("dot:" + scene + "=" + at(scene));
    }
    net.start(command.toArray(String[]::new));
    Processes.await("the servers", () -> Files.exists(folder.resolve("ready")));
    for (String scene : List.of("honest", "tcp-silent")) {
      Processes.await(scene, () -> judge(scene).outcome() == Outcome.PASS);
    }
  }

  /** Its authority, and its certificate with key for dns.test. */
  private static void authority(String scene) {
    String made =
        "cd \"$0\" && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout"
            + " $1-ca.key -out $1-ca.pem -days 30 -subj \"/CN=$1 CA\" && openssl req -newkey ec"
            + " -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout $1.key -out $1.csr -subj /CN=dns.test"
            + " && printf subjectAltName=DNS:dns.test >$1.ext && openssl x509 -req -in $1.csr -CA"
            + " $1-ca.pem -CAkey $1-ca.key -days 30 -out $1.crt -extfile $1.ext"
            + " && cat $1.crt $1.key >$1.pem";
    var said = net.said(List.of("sh", "-c", made, folder.toString(), scene));
    assertEquals(0, said.code(), said.error());
  }

  private static String at(String scene) {
    return ADDRESSES.getOrDefault(scene, "");
  }

  @AfterAll
  static void no_trace() {
    if (lab != null) {
      lab.close();
    }
  }

  private static Facts facts(Dns dns, List<String> fronts) {
    return lab.facts(laptop, dns, fronts);
  }

  private static Facts facts(String scene) {
    var resolver = new Dns.Resolver(at(scene), "eth0", Dns.Transport.PLAIN);
    return facts(new Dns(List.of(resolver), "test"), List.of());
  }

  private static Verdict judge(String scene) {
    return new DnsIntegrity().judge(facts(scene));
  }

  private static void assertBoth(
      String scene, Outcome integrity, Outcome filtering, String because) {
    Facts facts = facts(scene);
    Verdict honest = new DnsIntegrity().judge(facts);
    Verdict filter = new DnsFiltering(true).judge(facts);
    assertEquals(integrity, honest.outcome(), scene + ": " + honest);
    assertEquals(filtering, filter.outcome(), scene + ": " + filter);
    assertTrue(honest.because().contains(because), scene + ": " + honest);
    assertTrue(
        honest.evidence().stream().noneMatch(one -> one.name().equals("also")),
        scene + ": " + honest);
  }

  @Test
  void every_way_to_block_a_name_is_a_filter_and_no_lie() {
    for (String scene : FILTERS) {
      assertBoth(scene, Outcome.PASS, Outcome.PASS, "tell the truth");
    }
  }

  @Test
  void who_is_honest_and_slow_or_silent_by_tcp_is_honest() {
    for (String scene : List.of("honest", "slow", "cut", "tcp-silent", "elsewhere")) {
      assertBoth(scene, Outcome.PASS, Outcome.FAIL, "tell the truth");
    }
  }

  @Test
  void a_lie_is_found_however_few_hear_it() {
    for (String scene : List.of("liar", "udp-liar", "some")) {
      Facts facts = facts(scene);
      Verdict verdict = new DnsIntegrity().judge(facts);
      assertEquals(Outcome.FAIL, verdict.outcome(), scene + ": " + verdict);
      assertTrue(
          verdict.because().contains(" gives another address for bank.test"), verdict.because());
      assertEquals(Outcome.FAIL, new DnsFiltering(true).judge(facts).outcome(), scene);
    }
    assertBoth("six", Outcome.FAIL, Outcome.FAIL, "another address for bank.test (IPv6)");
    assertBoth("makes-up", Outcome.FAIL, Outcome.UNKNOWN, "names that do not exist");
    assertBoth("makes-up-six", Outcome.FAIL, Outcome.UNKNOWN, "names that do not exist");
    assertEquals(Outcome.FAIL, judge("all-to-one").outcome());
    assertEquals(Outcome.FAIL, judge("cut-liar").outcome());
  }

  @Test
  void who_says_nothing_that_can_be_relied_on_is_unknown() {
    for (String scene : List.of("slower", "noise", "other-id", "broken", "cut-silent")) {
      assertBoth(scene, Outcome.UNKNOWN, Outcome.UNKNOWN, "");
    }
  }

  /** The laptop's own resolver, which asks by TLS, and what comes of it. */
  private static Verdict byTls(String settings, String to) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("laptop.conf"),
            """
            server:
             do-daemonize: no
             username: ""
             chroot: ""
             directory: "%s"
             pidfile: ""
             use-syslog: no
             interface: 127.0.0.1
             do-not-query-localhost: no
             module-config: "iterator"
             local-zone: "test." nodefault
            %s
            remote-control:
             control-enable: no
            forward-zone:
             name: "."
             forward-tls-upstream: yes
             forward-addr: %s
            """
                .formatted(folder, settings, to));
    Process unbound = laptop.start("unbound", "-d", "-c", file.toString());
    try {
      var connect = new porchlight.machine.Probe.Connect("127.0.0.1", 53, 300);
      Processes.await(
          "the laptop's resolver",
          () -> laptop.ask(connect) instanceof porchlight.machine.Answer.Said);
      var resolver =
          new Dns.Resolver(
              "10.60.0.1",
              "",
              settings.isEmpty() ? Dns.Transport.ENCRYPTED : Dns.Transport.AUTHENTICATED);
      var dns = new Dns(List.of(resolver), "unbound");
      return new DnsIntegrity().judge(facts(dns, List.of("127.0.0.1")));
    } finally {
      unbound.destroyForcibly();
      try {
        unbound.waitFor();
      } catch (InterruptedException asked) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void who_ends_dns_over_tls_is_refused_by_one_resolver_and_found_behind_another()
      throws IOException {
    String honest = at("honest") + "@853";
    String evil = at("liar") + "@853";
    String checked = " tls-cert-bundle: \"" + folder.resolve("honest-ca.pem") + "\"";
    assertEquals(Outcome.PASS, byTls(checked, honest + "#dns.test").outcome());
    Verdict refused = byTls(checked, evil + "#dns.test");
    assertEquals(Outcome.UNKNOWN, refused.outcome(), refused.toString());
    Verdict found = byTls("", evil);
    assertEquals(Outcome.FAIL, found.outcome(), found.toString());
    assertTrue(found.because().contains("another address for bank.test"), found.because());
  }
}

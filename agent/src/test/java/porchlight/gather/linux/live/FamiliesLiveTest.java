package porchlight.gather.linux.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.checks.CaptivePortal;
import porchlight.checks.Outcome;
import porchlight.checks.TlsInterception;
import porchlight.checks.Verdict;
import porchlight.facts.Facts;
import porchlight.facts.Probes;
import porchlight.facts.Reading;
import porchlight.facts.SampleFacts;
import porchlight.facts.Vpn;
import porchlight.facts.Vpn.Path.Direct;
import porchlight.facts.Vpn.Path.NoRoute;
import porchlight.gather.First;
import porchlight.gather.network.PortalAsking;
import porchlight.gather.network.TlsAsking;
import porchlight.machine.Answer;
import porchlight.machine.Probe;

/** A network with IPv4 and IPv6, of which somebody has taken over the one that programs prefer. */
class FamiliesLiveTest {
  private static final String IPV4 = "192.0.2.80";
  private static final String HONEST = "2001:db8:80::80";
  private static final String ROGUE = "2001:db8:80::81";
  private static final String DEAD = "2001:db8:80::82";
  private static final String MUTE = "2001:db8:80::83";

  /** At an address: what is right, a page of its own, or nothing at all. */
  private static final String SERVER =
      """
      import socket, sys, threading, time
      def serve(address, answer):
          family = socket.AF_INET6 if ":" in address else socket.AF_INET
          door = socket.socket(family); door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
          door.bind((address, 80)); door.listen(50); held = []
          while True:
              one, _ = door.accept()
              if answer: one.recv(4096); one.sendall(answer); one.close()
              else: held.append(one)
      right = b"HTTP/1.1 204 No Content\\r\\n\\r\\n"
      page = b"HTTP/1.1 200 OK\\r\\nContent-Length: 5\\r\\n\\r\\nLogin"
      def mute(address):
          door = socket.socket(socket.AF_INET6); door.bind((address, 443)); door.listen(50)
          time.sleep(300)
      threading.Thread(target=mute, args=(sys.argv[4],), daemon=True).start()
      for address, answer in zip(sys.argv[1:], [right, right, page, b""]):
          threading.Thread(target=serve, args=(address, answer), daemon=True).start()
      time.sleep(300)
      """;

  private static final String KEYS =
      """
      for one in site evil; do
        openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout $one.key -out $one.pem -days 30 -subj /CN=site.test 2>/dev/null
        openssl x509 -in $one.pem -noout -pubkey | openssl pkey -pubin -outform der | sha256sum | cut -c1-64 >$one.pin
      done
      """;

  @TempDir static Path folder;
  private static Namespace laptop;
  private static Namespace hotel;

  @BeforeAll
  static void hotel() throws IOException {
    Processes.require("bash", "openssl", "dnsmasq", "python3", "sha256sum");
    laptop = new Namespace();
    hotel = new Namespace();
    laptop.wire("eth0", hotel, "eth0");
    for (Namespace one : List.of(laptop, hotel)) {
      one.sh("ip link set lo up");
      one.sh("sysctl -qw net.ipv6.conf.eth0.accept_dad=0");
      one.sh("ip link set eth0 up");
    }
    laptop.sh("ip addr add 10.40.0.2/24 dev eth0");
    laptop.sh("ip addr add 2001:db8:40::2/64 dev eth0 nodad");
    hotel.sh("ip addr add 10.40.0.1/24 dev eth0");
    hotel.sh("ip addr add 2001:db8:40::1/64 dev eth0 nodad");
    laptop.sh("ip route add default via 10.40.0.1");
    laptop.sh("ip -6 route add default via 2001:db8:40::1");
    hotel.sh("sysctl -qw net.ipv6.conf.all.forwarding=1");
    hotel.sh("ip addr add " + IPV4 + "/32 dev lo");
    for (String one : List.of(HONEST, ROGUE, MUTE)) {
      hotel.sh("ip addr add " + one + "/128 dev lo nodad");
    }
    hotel.sh("ip -6 route add blackhole " + DEAD);
    names();
    hotel.python(SERVER, IPV4, HONEST, ROGUE, MUTE);
    assertEquals(0, hotel.said(List.of("bash", "-c", "cd " + folder + "\n" + KEYS)).code());
    serve(IPV4, "site");
    serve("[" + HONEST + "]", "site");
    serve("[" + ROGUE + "]", "evil");
    for (String one : List.of(IPV4, HONEST, ROGUE)) {
      for (int port : new int[] {80, 443}) {
        var connect = new Probe.Connect(one, port, 500);
        Processes.await(one + " " + port, () -> laptop.ask(connect) instanceof Answer.Said);
      }
    }
  }

  private static void names() throws IOException {
    hotel.start(
        "dnsmasq",
        "--keep-in-foreground",
        "--conf-file=/dev/null",
        "--no-hosts",
        "--no-resolv",
        "--local=/test/",
        "--listen-address=10.40.0.1",
        "--bind-interfaces",
        "--pid-file=",
        "--user=root",
        "--host-record=honest.test," + IPV4 + "," + HONEST,
        "--host-record=rogue.test," + IPV4 + "," + ROGUE,
        "--host-record=dead.test," + IPV4 + "," + DEAD,
        "--host-record=mute.test," + IPV4 + "," + MUTE,
        "--host-record=old.test," + IPV4,
        "--host-record=new.test," + IPV4 + "," + HONEST,
        "--host-record=taken.test," + IPV4 + "," + ROGUE);
    laptop.resolvConf(Files.writeString(folder.resolve("resolv.conf"), "nameserver 10.40.0.1\n"));
  }

  private static void serve(String address, String key) {
    hotel.start(
        "openssl",
        "s_server",
        "-quiet",
        "-www",
        "-accept",
        address + ":443",
        "-cert",
        folder.resolve(key + ".pem").toString(),
        "-key",
        folder.resolve(key + ".key").toString());
  }

  @AfterAll
  static void no_trace() {
    Stream.of(laptop, hotel).filter(one -> one != null).forEach(Namespace::close);
  }

  private static Facts look(String host, Vpn ways) throws IOException {
    String pin = Files.readString(folder.resolve("site.pin")).strip();
    var probes =
        new Probes(
            Optional.empty(),
            60,
            Probes.USUAL.names(),
            List.of(new Probes.Portal(host, 80, "/", new Probes.Portal.Empty())),
            List.of(new Probes.Site(host, 443, List.of(pin))),
            false);
    Facts sample = new SampleFacts().build();
    var first =
        new First(
            SampleFacts.AT,
            probes,
            sample.dns(),
            sample.gateway(),
            Reading.known(ways),
            sample.lan());
    return new SampleFacts()
        .portal(PortalAsking.read(laptop, first))
        .tlsChains(TlsAsking.read(laptop, first))
        .build();
  }

  private static final Vpn BOTH = new Vpn(new Direct("eth0"), new Direct("eth0"));
  private static final Vpn SIX = new Vpn(new NoRoute(), new Direct("eth0"));

  private static void assertOutcomes(Outcome portal, Outcome tls, Facts facts) {
    Verdict pages = new CaptivePortal().judge(facts);
    Verdict chains = new TlsInterception(List.of()).judge(facts);
    assertEquals(portal, pages.outcome(), pages.toString());
    assertEquals(tls, chains.outcome(), chains.toString());
  }

  @Test
  void who_took_over_ipv6_alone_is_seen() throws IOException {
    assertOutcomes(Outcome.PASS, Outcome.PASS, look("honest.test", BOTH));
    assertOutcomes(Outcome.FAIL, Outcome.FAIL, look("rogue.test", BOTH));
    assertOutcomes(Outcome.UNKNOWN, Outcome.UNKNOWN, look("mute.test", BOTH));
  }

  /** As where a router promises more than its provider gives: programs go by IPv4. */
  @Test
  void ipv6_that_leads_nowhere_is_said_and_no_alarm() throws IOException {
    for (String host : List.of("dead.test", "old.test")) {
      Facts facts = look(host, BOTH);
      assertOutcomes(Outcome.PASS, Outcome.PASS, facts);
      String because = new CaptivePortal().judge(facts).because();
      assertTrue(because.endsWith(", by IPv4; by IPv6 none is reached"), because);
    }
  }

  @Test
  void without_ipv4_all_is_asked_by_ipv6() throws IOException {
    laptop.sh("ip route add unreachable " + IPV4 + "/32");
    assertOutcomes(Outcome.PASS, Outcome.PASS, look("new.test", SIX));
    // Nothing right is seen, as behind a login page: so that comes first.
    assertOutcomes(Outcome.FAIL, Outcome.UNKNOWN, look("taken.test", SIX));
    laptop.sh("ip route del unreachable " + IPV4 + "/32");
  }
}

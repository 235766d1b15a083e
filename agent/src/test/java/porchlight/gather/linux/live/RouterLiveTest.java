package porchlight.gather.linux.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.checks.Outcome;
import porchlight.checks.RouterExposure;
import porchlight.checks.Verdict;
import porchlight.facts.Facts;
import porchlight.facts.Probes;
import porchlight.facts.Reading;
import porchlight.facts.RouterExposure.Asked;
import porchlight.facts.RouterExposure.Seen;
import porchlight.facts.RouterExposure.Service;
import porchlight.facts.SampleFacts;
import porchlight.facts.SampleLan;
import porchlight.gather.First;
import porchlight.gather.network.RouterAsking;
import porchlight.machine.Answer;
import porchlight.machine.Probe;

/** Routers that really open ports (miniupnpd), take connections, make noise or keep silent. */
class RouterLiveTest {
  /** Takes connections at these ports and says nothing, or sends some text. */
  private static final String TCP =
      """
      import socket, sys
      s = socket.create_server(('10.41.0.1', int(sys.argv[1])))
      while True:
          c, _ = s.accept()
          c.recv(2048)
          c.sendall(sys.argv[2].encode().decode('unicode_escape').encode())
          c.close()
      """;

  /** Answers every packet with the same noise. */
  private static final String UDP =
      """
      import socket, sys
      s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
      s.bind(('10.41.0.1', int(sys.argv[1])))
      while True:
          s.sendto(b'\\x00\\x80\\xff\\xff' + b'\\xff' * 1300, s.recvfrom(2048)[1])
      """;

  @TempDir Path folder;
  private Namespace laptop;
  private Namespace router;

  @BeforeEach
  void home() {
    Processes.require("miniupnpd", "nft", "python3");
    laptop = new Namespace();
    router = new Namespace();
    laptop.wire("eth0", router, "eth0");
    for (Namespace one : List.of(laptop, router)) {
      one.sh("ip link set lo up");
      one.sh("ip link set eth0 up");
    }
    laptop.sh("ip addr add 10.41.0.2/24 dev eth0");
    router.sh("ip addr add 10.41.0.1/24 dev eth0");
    router.sh("ip link add wan0 type veth peer name wan1");
    router.sh("ip addr add 11.0.0.7/24 dev wan0"); // miniupnpd wants one of the internet
    router.sh("ip link set wan0 up");
    router.sh("ip link set wan1 up");
    Processes.await("the cable", () -> laptop.can("ping -c1 -W1 10.41.0.1"));
  }

  @AfterEach
  void no_trace() {
    Stream.of(laptop, router).filter(one -> one != null).forEach(Namespace::close);
  }

  private void miniupnpd(boolean upnp, boolean natPmp) throws IOException {
    Path file = folder.resolve("miniupnpd.conf");
    Files.writeString(
        file,
        """
        ext_ifname=wan0
        listening_ip=eth0
        enable_upnp=%s
        enable_natpmp=%s
        uuid=00000000-0000-4000-8000-000000000001
        lease_file=%s
        """
            .formatted(upnp ? "yes" : "no", natPmp ? "yes" : "no", folder.resolve("leases")));
    router.start("miniupnpd", "-d", "-f", file.toString(), "-P", folder.resolve("pid").toString());
  }

  private static boolean answered(Answer answer) {
    return answer instanceof Answer.Said;
  }

  private void await(Probe probe) {
    Processes.await(probe.text(), () -> answered(laptop.ask(probe)));
  }

  private Facts look() {
    var sample = new SampleFacts().build();
    var lan = Reading.known(new SampleLan().own("10.41.0.2/24").router("10.41.0.1", "").build());
    var first =
        new First(SampleFacts.AT, Probes.USUAL, sample.dns(), sample.gateway(), sample.vpn(), lan);
    return new SampleFacts().routerExposure(RouterAsking.read(laptop, first)).build();
  }

  private static Verdict judge(Facts facts) {
    return new RouterExposure().judge(facts);
  }

  private static Seen seen(Facts facts, Service service) {
    var known = assertInstanceOf(Reading.Known.class, facts.routerExposure());
    var exposure = (porchlight.facts.RouterExposure) known.value();
    return exposure.routers().get(0).asked().stream()
        .filter(one -> one.service() == service)
        .map(Asked::seen)
        .findFirst()
        .orElseThrow();
  }

  private static void assertOutcome(Outcome outcome, Facts facts) {
    assertEquals(outcome, judge(facts).outcome(), judge(facts).toString());
  }

  @Test
  void a_router_that_offers_nothing_passes() {
    Facts facts = look();
    assertOutcome(Outcome.PASS, facts);
    for (Service service : Service.values()) {
      assertEquals(new Seen.Closed(), seen(facts, service), service.word());
    }
  }

  @Test
  void a_real_router_daemon_is_found_by_all_three_ways_to_open_ports() throws IOException {
    miniupnpd(true, true);
    await(new Probe.Exchange("10.41.0.1", 5351, "0000", 500));
    Facts facts = look();
    assertOutcome(Outcome.FAIL, facts);
    for (Service service : Service.values()) {
      assertEquals(
          service.opensPorts() ? new Seen.Open() : new Seen.Closed(),
          seen(facts, service),
          service.word());
    }
    Answer.Said rules = router.said(List.of("nft", "list", "ruleset"));
    assertTrue(!rules.text().contains("dnat"), "nothing was opened: " + rules.text());
  }

  @Test
  void a_real_router_daemon_without_upnp_is_found_by_the_others() throws IOException {
    router.sh("ip addr flush dev wan0");
    router.sh("ip addr add 192.168.7.7/24 dev wan0"); // itself behind another router
    miniupnpd(false, true);
    await(new Probe.Exchange("10.41.0.1", 5351, "0000", 500));
    Facts facts = look();
    assertOutcome(Outcome.FAIL, facts);
    assertEquals(new Seen.Open(), seen(facts, Service.NAT_PMP));
    assertEquals(new Seen.Open(), seen(facts, Service.PCP));
    assertTrue(!seen(facts, Service.UPNP).equals(new Seen.Open()));
  }

  @Test
  void telnet_is_found_and_ssh_and_pages_are_told() {
    router.python(TCP, "22", "");
    router.python(TCP, "80", "HTTP/1.0 200 OK\\r\\n\\r\\nhello");
    await(new Probe.Connect("10.41.0.1", 22, 500));
    await(new Probe.Connect("10.41.0.1", 80, 500));
    Facts told = look();
    assertOutcome(Outcome.PASS, told);
    assertEquals(new Seen.Open(), seen(told, Service.SSH));
    assertEquals(new Seen.Open(), seen(told, Service.HTTP));
    router.python(TCP, "23", "login: ");
    await(new Probe.Connect("10.41.0.1", 23, 500));
    assertOutcome(Outcome.FAIL, look());
  }

  @Test
  void a_page_that_leads_to_https_is_none() {
    router.python(TCP, "80", "HTTP/1.0 301 Moved\\r\\nLocation: https://10.41.0.1/\\r\\n\\r\\n");
    await(new Probe.Connect("10.41.0.1", 80, 500));
    assertEquals(new Seen.Closed(), seen(look(), Service.HTTP));
  }

  @Test
  void noise_is_unknown() {
    router.python(UDP, "1900");
    router.python(UDP, "5351");
    router.python(TCP, "80", "SSH-2.0-noise\\n\\n");
    await(new Probe.Exchange("10.41.0.1", 1900, "00", 500));
    await(new Probe.Exchange("10.41.0.1", 5351, "00", 500));
    await(new Probe.Connect("10.41.0.1", 80, 500));
    Facts facts = look();
    assertOutcome(Outcome.UNKNOWN, facts);
    for (Service service : List.of(Service.HTTP, Service.UPNP, Service.NAT_PMP, Service.PCP)) {
      assertInstanceOf(Seen.Silent.class, seen(facts, service), service.word());
    }
  }

  @Test
  void silence_is_unknown_within_three_seconds() {
    router.sh("nft add table ip r");
    router.sh("nft add chain ip r i { type filter hook input priority 0; }");
    router.sh("nft add rule ip r i iifname eth0 drop");
    long start = System.nanoTime();
    Facts facts = look();
    long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    assertOutcome(Outcome.UNKNOWN, facts);
    assertTrue(millis < 3000, millis + " ms");
  }
}

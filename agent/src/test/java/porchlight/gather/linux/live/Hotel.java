package porchlight.gather.linux.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import porchlight.facts.Facts;
import porchlight.facts.Gateway;
import porchlight.facts.Probes;
import porchlight.facts.Reading;
import porchlight.facts.SampleFacts;
import porchlight.gather.First;
import porchlight.gather.network.PortalAsking;
import porchlight.gather.network.TlsAsking;
import porchlight.machine.Answer;
import porchlight.machine.Probe.Connect;
import porchlight.machine.Question.ReadFile;

/**
 * A laptop in a hotel, which has a gateway, a real site behind it, portals of every kind and
 * somebody who ends TLS.
 */
final class Hotel implements AutoCloseable {
  private static final Path SCRIPT = Path.of("src/test/lab/portal.sh").toAbsolutePath();

  final Namespace laptop = new Namespace();
  final Namespace gateway = new Namespace();
  final Path run;

  /** A name of its own for each look: Java remembers where names lead. */
  private int looks;

  Hotel(Path folder) {
    run = folder.resolve("run");
    Processes.require("bash", "openssl", "dnsmasq", "nft", "python3");
    laptop.wire("eth0", gateway, "eth0");
    for (Namespace one : List.of(laptop, gateway)) {
      one.sh("ip link set lo up");
      one.sh("ip link set eth0 up");
    }
    laptop.sh("ip addr add 10.40.0.2/24 dev eth0");
    gateway.sh("ip addr add 10.40.0.1/24 dev eth0");
    laptop.sh("ip route add default via 10.40.0.1");
    gateway.start("bash", SCRIPT.toString(), run.toString());
    Processes.await("the hotel", () -> Files.exists(run.resolve("ready")));
    for (int port : new int[] {80, 443, 8444, 8445, 8446, 8447, 8080}) {
      await(port);
    }
    names("resolv.conf");
  }

  /** Until somebody answers at that port of the site's. */
  void await(int port) {
    var connect = new Connect("192.0.2.80", port, 500);
    Processes.await("port " + port, () -> laptop.ask(connect) instanceof Answer.Said);
  }

  /** Whom the laptop asks for names from now on. */
  void names(String file) {
    laptop.resolvConf(run.resolve(file));
  }

  /** A straight way to the site, as in the beginning. */
  void direct() {
    gateway.sh("nft flush chain ip hotel p");
    gateway.sh("nft flush chain ip hotel i");
    names("resolv.conf");
  }

  void redirect(int from, int to) {
    gateway.sh("nft add rule ip hotel p iifname eth0 tcp dport " + from + " redirect to :" + to);
  }

  void block(String what) {
    gateway.sh("nft add rule ip hotel i iifname eth0 " + what);
  }

  /** The public key of that authority. */
  String pin(String whose) {
    try {
      return Files.readString(run.resolve(whose + "-ca.pin")).strip();
    } catch (IOException none) {
      throw new AssertionError(none);
    }
  }

  /** A name of the site's that nobody asked for yet. */
  String site() {
    return "scene" + looks++ + ".test";
  }

  /** What is seen where the site's own authority is known. */
  Facts look() {
    return look(
        List.of(pin("site")),
        new Probes.Portal.Empty(),
        new Probes.Portal.Page("a known page"),
        new Probes.Portal.Challenge());
  }

  Facts look(List<String> pins, Probes.Portal.Expected... expected) {
    String host = site();
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
    var probes =
        new Probes(
            Optional.empty(),
            60,
            Probes.USUAL.names(),
            portals,
            List.of(new Probes.Site(host, 443, pins)),
            false);
    var hop = Reading.known(new Gateway(List.of(new Gateway.Hop("10.40.0.1", "eth0", ""))));
    Facts sample = new SampleFacts().gateway(hop).build();
    var first =
        new First(
            SampleFacts.AT, probes, sample.dns(), sample.gateway(), sample.vpn(), sample.lan());
    return new SampleFacts()
        .gateway(hop)
        .portal(PortalAsking.read(laptop, first))
        .tlsChains(TlsAsking.read(laptop, first))
        .build();
  }

  /** Both ways, as the laptop's card counts them. */
  long bytes() {
    long sum = 0;
    for (String way : List.of("rx", "tx")) {
      var file = new ReadFile("/sys/class/net/eth0/statistics/" + way + "_bytes");
      if (!(laptop.ask(file) instanceof Answer.Said(int code, var text, var error))) {
        throw new AssertionError("the card's counts");
      }
      sum += Long.parseLong(text.strip());
    }
    return sum;
  }

  @Override
  public void close() {
    laptop.close();
    gateway.close();
  }
}

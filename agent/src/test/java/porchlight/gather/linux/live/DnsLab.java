package porchlight.gather.linux.live;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import porchlight.facts.Dns;
import porchlight.facts.Facts;
import porchlight.facts.IpAddress;
import porchlight.facts.Probes;
import porchlight.facts.Reading;
import porchlight.facts.SampleFacts;
import porchlight.gather.First;
import porchlight.gather.network.DnsAsking;
import porchlight.machine.Machine;

/** A laptop on a network of its own with name servers, and what it asks them. */
final class DnsLab implements AutoCloseable {
  /** The names that every lab has. */
  static final Probes.Names NAMES =
      new Probes.Names(
          List.of("www.{random}.test", "{random}.test"),
          List.of(known("www.test", 80), known("bank.test", 81)),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          List.of(
              new Probes.FilterTest(
                  "phish.test", List.of(IpAddress.of("10.60.0.82").orElseThrow()), List.of())));

  final Namespace laptop = new Namespace();
  final Namespace net = new Namespace();
  private final Probes probes;

  DnsLab(Probes.Names names) {
    probes = new Probes(Optional.empty(), 60, names, List.of(), List.of(), false);
    laptop.wire("eth0", net, "eth0");
    for (Namespace one : List.of(laptop, net)) {
      one.sh("ip link set lo up");
      one.sh("ip link set eth0 up");
    }
    laptop.sh("ip addr add 10.60.0.2/24 dev eth0");
    laptop.sh("ip route add default via 10.60.0.1");
  }

  private static Probes.Known known(String name, int last) {
    return new Probes.Known(
        name,
        Stream.of("10.60.0." + last, "fd60::" + last)
            .map(one -> IpAddress.of(one).orElseThrow())
            .toList());
  }

  /** What is known once these resolvers were asked. */
  Facts facts(Machine machine, Dns dns, List<String> fronts) {
    var sample = new SampleFacts().dns(Reading.known(dns));
    Facts first = sample.build();
    var asked =
        DnsAsking.read(
            machine,
            new First(
                SampleFacts.AT, probes, first.dns(), first.gateway(), first.vpn(), first.lan()),
            fronts);
    return sample.dnsAnswers(asked).build();
  }

  @Override
  public void close() {
    laptop.close();
    net.close();
  }
}

package porchlight.gather.linux.dns;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import porchlight.facts.Dns;
import porchlight.facts.Dns.Resolver;
import porchlight.facts.Dns.Transport;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/**
 * Who answers the names of a Linux machine: what programs are told (resolv.conf, or
 * systemd-resolved by way of nsswitch.conf), and who stands behind a local address in it.
 */
public final class LinuxDns {
  /** All that may be asked. */
  public static final List<Question> QUESTIONS =
      List.of(
          ResolvConf.FILE,
          Nsswitch.FILE,
          Resolvectl.STATUS,
          ResolvConf.BEHIND_STUB,
          NmcliDns.SERVERS,
          Listener.SOCKETS,
          Unbound.FORWARDS);

  private static final String RESOLVED = "systemd-resolved";
  private static final String NETWORK_MANAGER = "NetworkManager";

  private LinuxDns() {}

  public static Reading<Dns> read(Machine machine) {
    return ResolvConf.read(machine.ask(ResolvConf.FILE)).flatMap(file -> read(machine, file));
  }

  /** The resolvers on this laptop that programs are told to ask. */
  public static List<String> fronts(Machine machine) {
    return ResolvConf.read(machine.ask(ResolvConf.FILE))
            instanceof Known<ResolvConf.Content>(var file)
        ? file.servers().stream()
            .filter(server -> server.address().isLoopback())
            .map(server -> server.address().text())
            .toList()
        : List.of();
  }

  private static Reading<Dns> read(Machine machine, ResolvConf.Content file) {
    var behind = machine.ask(ResolvConf.BEHIND_STUB);
    boolean resolvedRan = behind instanceof Answer.Said;
    if (file.servers().stream().anyMatch(ResolvConf.Server::isStub)) {
      return resolved(machine, behind).map(dns -> withOthers(dns, file));
    }
    if (resolvedRan && Nsswitch.prefersResolved(machine.ask(Nsswitch.FILE))) {
      return resolved(machine, behind);
    }
    boolean isLocal = file.servers().stream().anyMatch(server -> server.address().isLoopback());
    return isLocal ? behindLocal(machine, file) : Reading.known(plain(file));
  }

  /** Its own word, or the list it keeps for programs that go around it. */
  private static Reading<Dns> resolved(Machine machine, Answer behind) {
    return new LocalResolver(machine)
        .behindResolved()
        .or(() ->
            ResolvConf.read(ResolvConf.BEHIND_STUB, behind)
                .map(file -> file.resolvers(Transport.NOT_TOLD)))
        .map(resolvers -> new Dns(resolvers, RESOLVED));
  }

  /** Programs go on to the next server of resolv.conf when the stub fails. */
  private static Dns withOthers(Dns dns, ResolvConf.Content file) {
    var others =
        file.servers().stream()
            .filter(server -> !server.isStub())
            .map(server -> server.resolver(Transport.PLAIN));
    return new Dns(Stream.concat(dns.resolvers().stream(), others).distinct().toList(), dns.by());
  }

  private static Dns plain(ResolvConf.Content file) {
    return new Dns(file.resolvers(Transport.PLAIN).stream().distinct().toList(), file.by());
  }

  /** NetworkManager's own dnsmasq passes on to the servers it knows; others have to be found. */
  private static Reading<Dns> behindLocal(Machine machine, ResolvConf.Content file) {
    List<Resolver> servers =
        file.by().equals(NETWORK_MANAGER)
            ? NmcliDns.servers(machine.ask(NmcliDns.SERVERS)).orElse(List.of())
            : List.of();
    if (!servers.isEmpty()) {
      return Reading.known(new Dns(servers, NETWORK_MANAGER));
    }
    var found = new ArrayList<Resolver>();
    var by = new LinkedHashSet<String>();
    for (ResolvConf.Server server : file.servers()) {
      if (!server.address().isLoopback()) {
        found.add(server.resolver(Transport.PLAIN));
        by.add(file.by());
        continue;
      }
      switch (new LocalResolver(machine).behind(server.address(), Upstream.DNS)) {
        case Known<Dns>(Dns(var resolvers, var other)) -> {
          found.addAll(resolvers);
          by.add(other);
        }
        case Unknown<Dns> unknown -> {
          return unknown;
        }
      }
    }
    return Reading.known(new Dns(found.stream().distinct().toList(), String.join(", ", by)));
  }
}

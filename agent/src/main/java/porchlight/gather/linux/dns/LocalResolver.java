package porchlight.gather.linux.dns;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import porchlight.facts.Dns;
import porchlight.facts.Dns.Resolver;
import porchlight.facts.Dns.Transport;
import porchlight.facts.IpAddress;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;
import porchlight.machine.Question.ReadFile;

/**
 * Who is really asked behind a resolver on this laptop: which program listens there, and to whom
 * that program passes queries on.
 */
record LocalResolver(Machine machine) {
  static final ListFolder PROCESSES = new ListFolder("/proc");

  /** Where Tailscale answers on every laptop that has it, whatever network it is on. */
  private static final Set<String> TAILSCALE = Set.of("100.100.100.100", "fd7a:115c:a1e0::53");

  /**
   * What is told of the way to that server: a program on this laptop may pass queries on otherwise.
   */
  static Transport told(IpAddress address, Transport transport) {
    boolean isHere = address.isLoopback() || TAILSCALE.contains(address.text());
    return isHere ? Transport.NOT_TOLD : transport;
  }

  /** An empty list where nobody listens: then no name is answered. */
  Reading<Dns> behind(IpAddress address, int port) {
    return behind(address, port, Set.of());
  }

  private Reading<Dns> behind(IpAddress address, int port, Set<String> before) {
    return Listener.at(address, port, machine.ask(Listener.SOCKETS))
        .flatMap(listener ->
            listener.isEmpty()
                ? Reading.known(new Dns(List.of(), "nobody: nothing listens at " + address.text()))
                : behind(listener.get(), address, before));
  }

  /** Whom systemd-resolved asks; where that is a program on this laptop, whom that one asks. */
  Reading<List<Resolver>> behindResolved() {
    return behindResolved(Set.of());
  }

  private Reading<List<Resolver>> behindResolved(Set<String> before) {
    return Resolvectl.servers(machine.ask(Resolvectl.STATUS))
        .map(servers ->
            servers.stream()
                .flatMap(server -> behind(server, before).stream())
                .distinct()
                .toList());
  }

  private List<Resolver> behind(Resolvectl.Server server, Set<String> before) {
    Upstream upstream = server.upstream();
    return upstream.address().isLoopback()
            && behind(upstream.address(), upstream.port(), before)
                instanceof Known<Dns>(Dns(var resolvers, var by))
        ? resolvers
        : List.of(server.resolver());
  }

  private Reading<Dns> behind(Listener listener, IpAddress address, Set<String> earlier) {
    if (earlier.contains(listener.pid())) {
      return Reading.unknown(
          Reason.NOT_UNDERSTOOD, "resolvers on this laptop ask each other in a ring");
    }
    var before = new HashSet<>(earlier);
    before.add(listener.pid());
    return switch (listener.program()) {
      case "systemd-resolve" ->
          behindResolved(before).map(resolvers -> new Dns(resolvers, "systemd-resolved"));
      case "dnsmasq" ->
          arguments(listener)
              .flatMap(arguments -> new Dnsmasq(machine).upstreams(arguments, address))
              .flatMap(upstreams -> onwards(upstreams, "dnsmasq", before));
      case "unbound" ->
          arguments(listener)
              .flatMap(arguments -> new Unbound(machine).upstreams(arguments))
              .flatMap(upstreams ->
                  upstreams.isPresent()
                      ? onwards(upstreams.get(), "unbound", before)
                      : Reading.known(asksItself(address)));
      case "stubby" ->
          arguments(listener)
              .flatMap(arguments -> Stubby.upstreams(machine, arguments))
              .flatMap(upstreams -> onwards(upstreams, "stubby", before));
      default ->
          Reading.unknown(
              Reason.NOT_SUPPORTED,
              listener.program()
                  + " answers at "
                  + address.text()
                  + ", and whom it asks is not read");
    };
  }

  /** It asks the servers of each domain, all over the internet, without encryption. */
  private static Dns asksItself(IpAddress address) {
    return new Dns(List.of(new Resolver(address.text(), "", Transport.PLAIN)), "unbound");
  }

  private Reading<List<String>> arguments(Listener listener) {
    ReadFile file = PROCESSES.folder(listener.pid()).file("cmdline");
    return Answers.read(
        file,
        machine.ask(file),
        said -> {
          var words = List.of(said.text().split("\u0000", -1));
          return words.size() < 2
              ? Answers.notUnderstood(file, said.text())
              : Reading.known(words.subList(1, words.size() - 1));
        });
  }

  /** A server that is on this laptop again is followed. */
  private Reading<Dns> onwards(List<Upstream> upstreams, String by, Set<String> before) {
    var found = new ArrayList<Resolver>();
    for (Upstream upstream : upstreams) {
      if (!upstream.address().isLoopback()) {
        found.add(upstream.resolver());
        continue;
      }
      switch (behind(upstream.address(), upstream.port(), before)) {
        case Known<Dns>(Dns(var resolvers, var other)) -> found.addAll(resolvers);
        case Unknown<Dns> unknown -> {
          return unknown;
        }
      }
    }
    return Reading.known(new Dns(found.stream().distinct().toList(), by));
  }

  static <T> Reading<T> elsewhere(String program, String what) {
    return Reading.unknown(
        Reason.NOT_SUPPORTED,
        program + "'s settings are not read where " + Answers.brief(what) + " is said");
  }

  /** The value after one of these names among the arguments, in any of the usual forms. */
  static Optional<String> option(List<String> arguments, String letter) {
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      if (word.equals("-" + letter)) {
        return Optional.of(i + 1 < arguments.size() ? arguments.get(i + 1) : "");
      }
      if (word.startsWith("-" + letter)) {
        return Optional.of(word.substring(2));
      }
    }
    return Optional.empty();
  }
}

package porchlight.gather.network;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import porchlight.facts.Dns;
import porchlight.facts.Dns.Resolver;
import porchlight.facts.DnsAnswers;
import porchlight.facts.DnsAnswers.Asked;
import porchlight.facts.DnsAnswers.Purpose;
import porchlight.facts.DnsAnswers.Server;
import porchlight.facts.IpAddress;
import porchlight.facts.Probes;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.gather.First;
import porchlight.machine.Answer;
import porchlight.machine.LinkName;
import porchlight.machine.Machine;
import porchlight.machine.Probe;
import porchlight.machine.Probe.DnsQuery;
import porchlight.machine.Probe.Transport;

/**
 * Asks the very name servers in use, by UDP and where that brings nothing by TCP. What this laptop
 * asks by way of an encrypted connection is asked of its own resolver, as programs do; what it asks
 * in the clear, of the server itself.
 */
public final class DnsAsking {
  /** Twice this is less than the three seconds that all of the asking may take. */
  static final int LIMIT = 1400;

  /** All of it, with what is left for handing it over. */
  private static final int WHOLE = 2 * LIMIT;

  /** Of these all is asked, of as many more only whether they lie. */
  private static final int MOST_SERVERS = 4;

  /** Of a silent server, by TCP: enough to judge it, and little where all is silence. */
  private static final int MOST_AGAIN = 6;

  private DnsAsking() {}

  /** A question, its purpose, and what the truth is. */
  private record Planned(Purpose purpose, DnsQuery query, List<IpAddress> expected) {}

  /**
   * Asks.
   *
   * @param fronts resolvers on this laptop that programs ask
   */
  public static Reading<DnsAnswers> read(Machine machine, First first, List<String> fronts) {
    Set<String> servers = new LinkedHashSet<>(fronts);
    switch (first.dns()) {
      case Known<Dns>(Dns(var resolvers, var by)) -> {
        boolean none = resolvers.isEmpty() && fronts.isEmpty();
        resolvers.stream().filter(DnsAsking::isPlain).forEach(one -> servers.add(address(one)));
        if (servers.isEmpty() && !none) {
          return Reading.unknown(
              Reason.NOT_SUPPORTED,
              "queries are encrypted, and this laptop has no resolver of its own to ask");
        }
      }
      case Unknown<Dns> unknown when servers.isEmpty() -> {
        return unknown.as();
      }
      case Unknown<Dns> unknown -> {}
    }
    var plans = new LinkedHashMap<String, List<Planned>>();
    var names = first.probes().names();
    for (String server : servers) {
      boolean isFront = fronts.contains(server);
      List<String> whose = isFront ? behind(first.dns()) : List.of(server);
      plans.put(
          server,
          plans.size() < MOST_SERVERS
              ? of(server, whose, names)
              : plans.size() < 2 * MOST_SERVERS ? few(server, names) : List.of());
    }
    var authorities = new LinkedHashMap<String, List<Planned>>();
    for (String server : names.authorities()) {
      authorities.put(server, authority(server, names));
    }
    var answers = ask(machine, plans, authorities);
    return Reading.known(
        new DnsAnswers(
            first.asOf(), told(plans, answers, names), told(authorities, answers, names)));
  }

  private static boolean isPlain(Resolver resolver) {
    return switch (resolver.transport()) {
      case PLAIN, NOT_TOLD -> true;
      case OPPORTUNISTIC, ENCRYPTED, AUTHENTICATED -> false;
    };
  }

  private static String address(Resolver resolver) {
    boolean isLocal =
        resolver.address().startsWith("fe80:") && LinkName.of(resolver.link()).isPresent();
    return isLocal ? resolver.address() + "%" + resolver.link() : resolver.address();
  }

  /** Who answers what a resolver on this laptop is asked; none where that is not known. */
  private static List<String> behind(Reading<Dns> dns) {
    return dns instanceof Known<Dns>(Dns(var resolvers, var by))
        ? resolvers.stream().map(Resolver::address).toList()
        : List.of();
  }

  /** Whether it makes answers up, or forges the first of the known ones. */
  private static List<Planned> few(String server, Probes.Names names) {
    var plans = new ArrayList<Planned>();
    names.absent().stream()
        .limit(1)
        .forEach(name -> plans.add(plan(Purpose.ABSENT, server, name, Probe.Type.A, List.of())));
    names.known().stream()
        .limit(1)
        .forEach(known -> {
          plans.add(plan(Purpose.KNOWN, server, known.name(), Probe.Type.A, known.addresses()));
          plans.add(plan(Purpose.KNOWN, server, known.name(), Probe.Type.AAAA, known.addresses()));
        });
    return plans;
  }

  /** {@code whose}: the resolvers, all of one provider, whose answers these are. */
  private static List<Planned> of(String server, List<String> whose, Probes.Names names) {
    var plans = new ArrayList<Planned>();
    for (String name : names.absent()) {
      plans.add(plan(Purpose.ABSENT, server, name, Probe.Type.A, List.of()));
    }
    for (Probes.Known known : names.known()) {
      plans.add(plan(Purpose.KNOWN, server, known.name(), Probe.Type.A, known.addresses()));
      plans.add(plan(Purpose.KNOWN, server, known.name(), Probe.Type.AAAA, known.addresses()));
    }
    for (String name : names.absent()) {
      plans.add(plan(Purpose.ABSENT, server, name, Probe.Type.AAAA, List.of()));
    }
    for (Probes.Identity identity : names.identities()) {
      if (!whose.isEmpty() && whose.stream().allMatch(identity::isOf)) {
        plans.add(plan(Purpose.IDENTITY, server, identity.name(), Probe.Type.TXT, List.of()));
      }
    }
    boolean isKnown = names.filters().stream().anyMatch(test -> test.isOf(server));
    for (Probes.FilterTest test : names.filters()) {
      if (!isKnown || test.resolvers().isEmpty() || test.isOf(server)) {
        plans.add(plan(Purpose.FILTER, server, test.name(), Probe.Type.A, test.addresses()));
      }
    }
    names
        .signing()
        .ifPresent(signing -> {
          plans.add(plan(Purpose.SIGNED, server, signing.good(), Probe.Type.A, List.of()));
          plans.add(plan(Purpose.BROKEN, server, signing.broken(), Probe.Type.A, List.of()));
        });
    return plans;
  }

  /** Without EDNS its answer is half a kB at most. */
  private static List<Planned> authority(String server, Probes.Names names) {
    return names.absent().stream()
        .limit(1)
        .map(name -> new DnsQuery(server, 53, Transport.UDP, name, Probe.Type.A, true, LIMIT))
        .map(query -> new Planned(Purpose.AUTHORITY, query, List.of()))
        .toList();
  }

  private static Planned plan(
      Purpose purpose, String server, String name, Probe.Type type, List<IpAddress> expected) {
    return new Planned(
        purpose,
        new DnsQuery(server, Transport.UDP, name, type, LIMIT),
        expected.stream().filter(one -> one.isIpv4() == (type == Probe.Type.A)).toList());
  }

  private static Map<DnsQuery, Answer> ask(
      Machine machine, Map<String, List<Planned>> plans, Map<String, List<Planned>> authorities) {
    var together = new Together(machine);
    var queries = new ArrayList<DnsQuery>();
    plans.values().forEach(all -> all.forEach(one -> queries.add(one.query)));
    authorities.values().forEach(all -> all.forEach(one -> queries.add(one.query)));
    long begun = System.nanoTime();
    var answers = together.ask(queries, LIMIT);
    var again = new LinkedHashMap<DnsQuery, DnsQuery>();
    plans.values().forEach(all -> again.putAll(again(all, answers)));
    authorities.values().forEach(all -> again.putAll(again(all, answers)));
    // On a slow machine the first took longer: what came must not be lost for the second's sake.
    long left = Math.min(LIMIT, WHOLE - Duration.ofNanos(System.nanoTime() - begun).toMillis());
    if (!again.isEmpty() && left > 0) {
      var second = together.ask(again.values(), left);
      again.forEach((query, other) -> {
        if (second.get(other) instanceof Answer.Said said) {
          answers.put(query, said);
        }
      });
    }
    return answers;
  }

  /** What tells an impostor comes first: silence there must not pass for nothing said. */
  private static Map<DnsQuery, DnsQuery> again(List<Planned> all, Map<DnsQuery, Answer> answers) {
    var again = new LinkedHashMap<DnsQuery, DnsQuery>();
    int silent = 0;
    for (boolean first : new boolean[] {true, false}) {
      for (Planned one : all) {
        var other = otherwise(one.query, answers.getOrDefault(one.query, new Answer.TimedOut()));
        boolean speaks = answers.get(one.query) instanceof Answer.Said;
        if ((one.purpose == Purpose.IDENTITY) == first
            && !other.equals(one.query)
            && (speaks || silent++ < MOST_AGAIN)) {
          again.put(one.query, other);
        }
      }
    }
    return again;
  }

  /** The way to ask once more; the query itself where its answer is good. */
  private static DnsQuery otherwise(DnsQuery query, Answer answer) {
    if (!(answer instanceof Answer.Said said) || DnsReply.isCut(answer)) {
      return with(query, Transport.TCP, false);
    }
    boolean isTooNew =
        said.text().startsWith("rcode FORMERR") || said.text().startsWith("rcode NOTIMP");
    return isTooNew ? with(query, Transport.UDP, true) : query;
  }

  private static DnsQuery with(DnsQuery query, Transport transport, boolean plain) {
    return new DnsQuery(
        query.server(), query.port(), transport, query.name(), query.type(), plain, LIMIT);
  }

  private static List<Server> told(
      Map<String, List<Planned>> plans, Map<DnsQuery, Answer> answers, Probes.Names names) {
    var servers = new ArrayList<Server>();
    plans.forEach((server, all) -> {
      var asked = new ArrayList<Asked>();
      String link = "";
      for (Planned one : all) {
        boolean ipv6 = one.query.type() == Probe.Type.AAAA;
        Answer answer = answers.getOrDefault(one.query, new Answer.TimedOut());
        link = link.isEmpty() ? DnsReply.link(answer) : link;
        asked.add(
            new Asked(
                one.purpose, one.query.name(), ipv6, one.expected, DnsReply.read(answer, ipv6)));
      }
      int percent = server.indexOf('%');
      String address = percent < 0 ? server : server.substring(0, percent);
      boolean isPublic =
          names.publicResolvers().stream().anyMatch(range -> range.contains(address));
      servers.add(new Server(address, isPublic, link, asked));
    });
    return servers;
  }
}

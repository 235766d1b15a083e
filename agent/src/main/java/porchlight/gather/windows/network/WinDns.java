package porchlight.gather.windows.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import porchlight.facts.Dns;
import porchlight.facts.Dns.Origin;
import porchlight.facts.Dns.Resolver;
import porchlight.facts.Dns.Transport;
import porchlight.facts.IpAddress;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/**
 * The name servers that Windows asks: those of every adapter that is up, because it asks them all,
 * the preferred adapter's first; or, where a rule for all names says so, that rule's.
 */
public final class WinDns {
  /** All that may be asked, beside what the gateway asks. */
  public static final List<Question> QUESTIONS =
      Stream.of(
              List.<Question>of(Nrpt.LOCAL_RULES, Nrpt.POLICY_RULES),
              Doh.QUESTIONS,
              Interfaces.QUESTIONS)
          .flatMap(List::stream)
          .toList();

  private static final String BY = "Windows";

  /** What Windows shows where no server is set for IPv6; nobody is asked there. */
  private static final Set<String> PLACEHOLDERS =
      Set.of("fec0:0:0:ffff::1", "fec0:0:0:ffff::2", "fec0:0:0:ffff::3");

  private WinDns() {}

  public static Reading<Dns> read(Machine machine) {
    Reading<List<Adapter>> own = Adapters.read(machine.ask(Adapters.NATIVE));
    Reading<List<Adapter>> adapters = own.or(() -> IpConfig.read(machine));
    return adapters.flatMap(all ->
        switch (Nrpt.servers(machine)) {
          case Known<List<String>>(var servers) when !servers.isEmpty() ->
              Reading.known(new Dns(byRule(servers), "rules for all names (NRPT)"));
          case Known<List<String>> none -> byAdapters(all, machine);
          // Of a machine of which only programs were remembered; that much is said.
          case Unknown<List<String>> unknown
              when own instanceof Unknown && Nrpt.isNotThere(machine) ->
              byAdapters(all, machine)
                  .map(dns -> new Dns(dns.resolvers(), "Windows, its rules for names unseen"));
          case Unknown<List<String>> unknown -> unknown.as();
        });
  }

  private static List<Resolver> byRule(List<String> servers) {
    return servers.stream()
        .map(server -> new Resolver(server, "", Transport.NOT_TOLD, Origin.NOT_TOLD))
        .toList();
  }

  private static Reading<Dns> byAdapters(List<Adapter> adapters, Machine machine) {
    var up =
        adapters.stream()
            .filter(Adapter::isUp)
            .filter(one -> one.type() != Adapter.LOOPBACK)
            .sorted(Comparator.comparingLong(Adapter::metric))
            .toList();
    Interfaces settings = Interfaces.read(machine);
    Doh doh = Doh.read(machine);
    var found = new ArrayList<Resolver>();
    for (Adapter adapter : up) {
      if (adapter.dns().isEmpty()) {
        return Reading.unknown(
            Reason.NOT_UNDERSTOOD, "the name servers of " + adapter.name() + " are not told");
      }
      for (String server : adapter.dns().get()) {
        boolean isNobody =
            PLACEHOLDERS.contains(server)
                || IpAddress.of(server).filter(IpAddress::isAny).isPresent();
        if (!isNobody) {
          found.add(
              new Resolver(
                  server,
                  adapter.name(),
                  doh.transport(adapter, server),
                  origin(adapter, server, settings)));
        }
      }
    }
    return Reading.known(new Dns(found.stream().distinct().toList(), BY));
  }

  /** A tunnel's program sets its servers as a person does. */
  private static Origin origin(Adapter adapter, String server, Interfaces settings) {
    return switch (AdapterKind.of(adapter)) {
      case AdapterKind.Tunnel tunnel -> Origin.AUTOMATIC;
      case AdapterKind.Dialled line -> Origin.NOT_TOLD;
      case AdapterKind.Other other -> Origin.NOT_TOLD;
      case AdapterKind.Wifi wifi -> settings.origin(adapter.guid(), server);
      case AdapterKind.Wired wired -> settings.origin(adapter.guid(), server);
      case AdapterKind.Mobile mobile -> settings.origin(adapter.guid(), server);
      case AdapterKind.Loopback here -> settings.origin(adapter.guid(), server);
    };
  }
}

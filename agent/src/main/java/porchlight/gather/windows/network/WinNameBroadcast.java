package porchlight.gather.windows.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.NameBroadcast;
import porchlight.facts.NameBroadcast.Asking;
import porchlight.facts.NameBroadcast.Way;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Unseen;
import porchlight.gather.Answers;
import porchlight.gather.windows.Registry;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.ReadRegistry;

/** How Windows asks its neighbours for names: in all three ways, unless it was told not to. */
public final class WinNameBroadcast {
  private static final String NETBT =
      "HKLM\\SYSTEM\\CurrentControlSet\\Services\\NetBT\\Parameters";
  private static final String LINKS = NETBT + "\\Interfaces";
  private static final String CACHE =
      "HKLM\\SYSTEM\\CurrentControlSet\\Services\\Dnscache\\Parameters";

  static final ReadRegistry NODE = new ReadRegistry(NETBT, "NodeType", "DhcpNodeType");
  static final ReadRegistry NETBIOS =
      new ReadRegistry(LINKS + "\\*", "NetbiosOptions", "DhcpNetbiosOptions");

  /** All that may be asked, beside what the gateway asks. */
  public static final List<Question> QUESTIONS =
      List.of(DnsPolicy.POLICY, Doh.SERVICE, NODE, NETBIOS);

  private static final int ASKS_SERVERS_ONLY = 2;
  private static final int OFF = 2;

  private final List<Asking> asking = new ArrayList<>();
  private Optional<Unseen> unseen = Optional.empty();

  private WinNameBroadcast() {}

  public static Reading<NameBroadcast> read(Machine machine) {
    var ways = new WinNameBroadcast();
    ways.add(Way.LLMNR, isOn(DnsPolicy.number(machine, "EnableMulticast")));
    ways.add(
        Way.MDNS,
        isOn(DnsPolicy.number(machine, "EnableMDNS"))
            .flatMap(allowed ->
                isOn(Registry.read(machine, Doh.SERVICE)
                        .flatMap(service -> service.number(CACHE, "EnableMDNS")))
                    .map(on -> allowed && on)));
    ways.netbios(machine);
    return Reading.known(new NameBroadcast(ways.asking, ways.unseen));
  }

  /** On where nothing is said. */
  private static Reading<Boolean> isOn(Reading<Optional<Long>> number) {
    return number.map(said -> said.orElse(1L) != 0);
  }

  private void add(Way way, Reading<Boolean> on) {
    switch (on) {
      case Known<Boolean>(var yes) -> {
        if (yes) {
          asking.add(new Asking(way, "Windows", ""));
        }
      }
      case Unknown<Boolean>(var reason, var detail) ->
          unseen = Optional.of(new Unseen(reason, detail));
    }
  }

  private void netbios(Machine machine) {
    Reading<Boolean> forbidden =
        isOn(DnsPolicy.number(machine, "EnableNetbios"))
            .flatMap(allowed ->
                Registry.read(machine, NODE)
                    .flatMap(node ->
                        node.number(NETBT, "NodeType")
                            .flatMap(set ->
                                node.number(NETBT, "DhcpNodeType")
                                    .map(leased ->
                                        !allowed
                                            || set.or(() -> leased).orElse(0L)
                                                == ASKS_SERVERS_ONLY))));
    if (forbidden.equals(Reading.known(true))) {
      return;
    }
    if (forbidden instanceof Unknown<Boolean> unknown) {
      add(Way.NETBIOS, unknown.as());
      return;
    }
    switch (Adapters.read(machine)) {
      case Unknown<List<Adapter>> unknown -> add(Way.NETBIOS, unknown.as());
      case Known<List<Adapter>>(var adapters) ->
          adapters.stream()
              .filter(Adapter::isUp)
              .filter(one -> one.type() != Adapter.LOOPBACK)
              .forEach(one -> netbios(one, Registry.read(machine, NETBIOS)));
    }
  }

  /** Bound to no NetBIOS at all, an adapter has no key. */
  private void netbios(Adapter adapter, Reading<Registry> keys) {
    Reading<Boolean> on =
        keys.flatMap(registry -> {
          if (adapter.guid().isEmpty()) {
            return Answers.notUnderstood(NETBIOS, "which key is that of " + adapter.name());
          }
          String key = LINKS + "\\Tcpip_" + adapter.guid();
          return registry
              .number(key, "NetbiosOptions")
              .flatMap(set ->
                  registry
                      .number(key, "DhcpNetbiosOptions")
                      .map(leased ->
                          registry.has(key)
                              && (set.orElse(0L) == 0 ? leased : set).orElse(0L) != OFF));
        });
    switch (on) {
      case Known<Boolean>(var yes) -> {
        if (yes) {
          asking.add(new Asking(Way.NETBIOS, "Windows", adapter.name()));
        }
      }
      case Unknown<Boolean> unknown -> add(Way.NETBIOS, unknown);
    }
  }
}

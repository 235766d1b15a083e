package porchlight.gather.windows.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.gather.Answers;
import porchlight.gather.windows.Registry;
import porchlight.machine.Machine;
import porchlight.machine.ReadRegistry;

/** On which adapters neighbours are asked for names as old Windows does. */
final class Netbios {
  private static final String KEY = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\NetBT\\Parameters";
  private static final String BELOW = KEY + "\\Interfaces";

  static final ReadRegistry NODE = new ReadRegistry(KEY, "NodeType", "DhcpNodeType");
  static final ReadRegistry LINKS =
      new ReadRegistry(BELOW + "\\*", "NetbiosOptions", "DhcpNetbiosOptions");

  private static final int ASKS_SERVERS_ONLY = 2;
  private static final int OFF = 2;

  private Netbios() {}

  /** Whether it is on, for each adapter that is up; one that is called nothing stands for all. */
  static Map<String, Reading<Boolean>> links(Machine machine) {
    Map<String, Reading<Boolean>> found = new LinkedHashMap<>();
    Reading<Boolean> allowed = allowed(machine);
    if (!allowed.equals(Reading.known(true))) {
      found.put("", allowed);
      return found;
    }
    switch (Adapters.read(machine)) {
      case Unknown<List<Adapter>> unknown -> found.put("", unknown.as());
      case Known<List<Adapter>>(var adapters) -> {
        Reading<Registry> keys = Registry.read(machine, LINKS);
        adapters.stream()
            .filter(Adapter::isUp)
            .filter(one -> one.type() != Adapter.LOOPBACK)
            .forEach(one -> found.put(one.name(), keys.flatMap(all -> isOn(one, all))));
      }
    }
    return found;
  }

  private static Reading<Boolean> allowed(Machine machine) {
    return WinNameBroadcast.isOn(DnsPolicy.number(machine, "EnableNetbios"))
        .flatMap(allowed -> Registry.read(machine, NODE).flatMap(node -> allowed(allowed, node)));
  }

  private static Reading<Boolean> allowed(boolean byPolicy, Registry node) {
    return node.number(KEY, "NodeType")
        .flatMap(set ->
            node.number(KEY, "DhcpNodeType")
                .map(leased -> byPolicy && set.or(() -> leased).orElse(0L) != ASKS_SERVERS_ONLY));
  }

  /** Bound to no NetBIOS at all, an adapter has no key. */
  private static Reading<Boolean> isOn(Adapter adapter, Registry keys) {
    if (adapter.guid().isEmpty()) {
      return Answers.notUnderstood(LINKS, "which key is that of " + adapter.name());
    }
    String key = BELOW + "\\Tcpip_" + adapter.guid();
    return keys.number(key, "NetbiosOptions")
        .flatMap(set ->
            keys.number(key, "DhcpNetbiosOptions")
                .map(leased ->
                    keys.has(key) && (set.orElse(0L) == 0 ? leased : set).orElse(0L) != OFF));
  }
}

package porchlight.gather.windows.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import porchlight.facts.IpAddress;
import porchlight.facts.Lan;
import porchlight.facts.Lan.Attachment;
import porchlight.facts.Lan.Category;
import porchlight.facts.Lan.Kind;
import porchlight.facts.Lan.Lease;
import porchlight.facts.Lan.Origin;
import porchlight.facts.Lan.Router;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/**
 * The local networks of Windows that are its ways out. It tells nothing that stays the same for as
 * long as a connection does, and nothing of who advertised an IPv6 router.
 */
public final class WinLan {
  /** All that may be asked, beside what the gateway asks. */
  public static final List<Question> QUESTIONS =
      List.of(Networks.NATIVE, Interfaces.SETTINGS4, Interfaces.SETTINGS6);

  private WinLan() {}

  public static Reading<Lan> read(Machine machine) {
    return Ways.read(machine).flatMap(Ways::orUnknown).map(ways -> lan(machine, ways));
  }

  private static Lan lan(Machine machine, Ways ways) {
    NeighbourTable seen = WinGateway.neighbours(machine);
    Interfaces settings = Interfaces.read(machine);
    Map<String, Category> categories = Networks.categories(machine.ask(Networks.NATIVE));
    var byAdapter = new LinkedHashMap<String, List<Route>>();
    for (Route route : ways.defaults()) {
      if (!route.gateway().isEmpty() && kind(route.adapter()).isPresent()) {
        byAdapter.computeIfAbsent(route.adapter().name(), name -> new ArrayList<>()).add(route);
      }
    }
    var found = new ArrayList<Attachment>();
    for (List<Route> routes : byAdapter.values()) {
      Adapter adapter = routes.getFirst().adapter();
      var routers = new LinkedHashMap<String, Router>();
      for (Route route : routes) {
        routers.putIfAbsent(route.gateway(), router(route, seen, settings));
      }
      found.add(
          new Attachment(
              adapter.name(),
              kind(adapter).orElse(Kind.OTHER),
              Lan.isMadeUp(adapter.mac()),
              adapter.addresses().stream()
                  .filter(one -> !IpConfigBlock.isLinkLocal(one.first()))
                  .toList(),
              List.copyOf(routers.values()),
              lease(adapter, settings),
              Optional.empty(),
              Optional.ofNullable(categories.get(adapter.guid().toUpperCase(Locale.ROOT)))));
    }
    return new Lan(found);
  }

  /** Nothing for what is no local network. */
  private static Optional<Kind> kind(Adapter adapter) {
    return switch (AdapterKind.of(adapter)) {
      case AdapterKind.Wifi wifi -> Optional.of(Kind.WIFI);
      case AdapterKind.Wired wired -> Optional.of(Kind.WIRED);
      case AdapterKind.Mobile mobile -> Optional.of(Kind.OTHER);
      case AdapterKind.Other other -> Optional.of(Kind.OTHER);
      case AdapterKind.Tunnel tunnel -> Optional.empty();
      case AdapterKind.Dialled line -> Optional.empty();
      case AdapterKind.Loopback here -> Optional.empty();
    };
  }

  private static Router router(Route route, NeighbourTable seen, Interfaces settings) {
    Adapter adapter = route.adapter();
    String address = route.gateway();
    String mac = seen.mac(address, adapter);
    return new Router(
        WinGateway.hop(route, seen),
        origin(address, adapter, settings),
        Optional.empty(),
        seen.alike(address, mac, adapter));
  }

  private static Origin origin(String address, Adapter adapter, Interfaces settings) {
    boolean byDhcp = settings.addresses(adapter.guid(), "DhcpDefaultGateway").contains(address);
    boolean byHand = settings.addresses(adapter.guid(), "DefaultGateway").contains(address);
    return byDhcp == byHand ? Origin.NOT_TOLD : byDhcp ? Origin.DHCP : Origin.STATIC;
  }

  private static Reading<Lease> lease(Adapter adapter, Interfaces settings) {
    String suffix =
        !adapter.guid().isEmpty()
                && settings.text(adapter.guid(), "DhcpDomain")
                    instanceof Known<Optional<String>>(var domain)
                && domain.isPresent()
            ? Answers.brief(domain.get())
            : adapter.suffix();
    boolean none = IpAddress.of(adapter.dhcpServer()).filter(one -> !one.isAny()).isEmpty();
    return none
        ? Reading.unknown(Reason.NOT_SUPPORTED, "no DHCP server is told for " + adapter.name())
        : Reading.known(new Lease(adapter.dhcpServer(), suffix));
  }
}

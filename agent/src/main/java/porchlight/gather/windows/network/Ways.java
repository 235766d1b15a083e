package porchlight.gather.windows.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import porchlight.facts.IpAddress;
import porchlight.facts.Network;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.gather.windows.Blocks;
import porchlight.gather.windows.Blocks.Block;
import porchlight.machine.Machine;
import porchlight.machine.WindowsNative;

/**
 * The adapters, and the routes that lead through them.
 *
 * @param whole4 whether these are all the routes of IPv4
 */
record Ways(List<Adapter> adapters, List<Route> routes, boolean whole4, boolean whole6) {
  static final WindowsNative NATIVE = WindowsNative.ROUTES;

  Ways {
    adapters = List.copyOf(adapters);
    routes = List.copyOf(routes);
  }

  /** From Windows' own tables; else from what its programs print. */
  static Reading<Ways> read(Machine machine) {
    return Adapters.read(machine.ask(Adapters.NATIVE))
        .flatMap(adapters -> Blocks.read(machine, NATIVE).flatMap(rows -> of(adapters, rows)))
        .or(() -> printed(machine));
  }

  private static Reading<Ways> of(List<Adapter> adapters, List<Block> blocks) {
    var routes = new ArrayList<Route>();
    for (Block block : blocks) {
      var destination = Network.of(block.name().replaceFirst("%[^/]*", ""));
      String next = block.text("nextHop").orElse("").replaceFirst("%.*", "");
      var hop = IpAddress.of(next);
      if (!block.kind().equals("route")
          || destination.isEmpty()
          || (hop.isEmpty() && !next.isEmpty())
          || !(block.number("index") instanceof Known<Optional<Long>>(var index))
          || !(block.number("metric") instanceof Known<Optional<Long>>(var metric))
          || index.isEmpty()
          || metric.isEmpty()) {
        return Answers.notUnderstood(NATIVE, block.kind() + "=" + block.name());
      }
      Adapter adapter = numbered(index.get(), adapters);
      long added = destination.get().first().isIpv4() ? adapter.metric4() : adapter.metric6();
      routes.add(
          new Route(
              destination.get(),
              hop.filter(one -> !one.isAny()).map(IpAddress::text).orElse(""),
              adapter,
              metric.get() + Math.max(added, 0)));
    }
    return routes.isEmpty() // there is always one to the loopback
        ? Answers.notUnderstood(NATIVE, "no route")
        : Reading.known(new Ways(adapters, routes, true, true));
  }

  static Adapter numbered(long index, List<Adapter> adapters) {
    return adapters.stream()
        .filter(one -> one.hasIndex(index))
        .findFirst()
        .orElseGet(() -> Adapter.numbered(index, "", ""));
  }

  private static Reading<Ways> printed(Machine machine) {
    Reading<List<Adapter>> adapters = IpConfig.read(machine);
    List<Adapter> known = adapters instanceof Known<List<Adapter>>(var list) ? list : List.of();
    return RoutePrint.read(machine.ask(RoutePrint.PRINT), known)
        .or(() -> adapters.map(Ways::byAdapters));
  }

  /** Only their gateways: enough to name those, too little to say where traffic goes. */
  private static Ways byAdapters(List<Adapter> adapters) {
    var routes = new ArrayList<Route>();
    for (Adapter adapter : adapters) {
      for (String gateway : adapter.gateways()) {
        boolean isIpv4 = gateway.indexOf(':') < 0;
        routes.add(
            new Route(
                Network.of(isIpv4 ? "0.0.0.0/0" : "::/0").orElseThrow(),
                gateway,
                adapter,
                adapter.metric()));
      }
    }
    return new Ways(adapters, routes, false, false);
  }

  /** The default routes, IPv4 first, the preferred one first of each. */
  List<Route> defaults() {
    return routes.stream()
        .filter(Route::isDefault)
        .sorted(
            Comparator.<Route, Boolean>comparing(one -> !one.isIpv4())
                .thenComparingLong(Route::metric))
        .toList();
  }

  /** That there is no default route is known only where all routes are. */
  Reading<Ways> orUnknown() {
    return defaults().isEmpty() && !(whole4 && whole6)
        ? new Unknown<>(Reason.NOT_UNDERSTOOD, "the table of routes was not told to its end")
        : Reading.known(this);
  }
}

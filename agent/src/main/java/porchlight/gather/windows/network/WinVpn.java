package porchlight.gather.windows.network;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import porchlight.facts.IpAddress;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.facts.Vpn;
import porchlight.facts.Vpn.Path;
import porchlight.gather.windows.Blocks;
import porchlight.gather.windows.Blocks.Block;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.WindowsNative;

/**
 * The way out of Windows: where it says that packets to the internet go, and where its table of
 * routes says so, which tells of wide routes beside a tunnel, too. The weaker of them counts.
 */
public final class WinVpn {
  static final WindowsNative BEST = BestRoute.NATIVE;

  /** All that may be asked, beside what the gateway asks. */
  public static final List<Question> QUESTIONS = List.of(BEST);

  private WinVpn() {}

  public static Reading<Vpn> read(Machine machine) {
    return Ways.read(machine).flatMap(ways -> of(ways, machine));
  }

  private static Reading<Vpn> of(Ways ways, Machine machine) {
    Reading<List<Block>> best = Blocks.read(machine, BEST);
    return path(ways, best, true)
        .flatMap(four -> path(ways, best, false).map(six -> new Vpn(four, six)));
  }

  private static Reading<Path> path(Ways ways, Reading<List<Block>> best, boolean isIpv4) {
    if (!(isIpv4 ? ways.whole4() : ways.whole6())) {
      return new Unknown<>(Reason.NOT_UNDERSTOOD, "the table of routes was not told to its end");
    }
    var adapters = new LinkedHashSet<Adapter>();
    for (IpAddress address : WideRoutes.of(ways, isIpv4)) {
      Route.to(address, ways.routes()).map(Route::adapter).ifPresent(adapters::add);
    }
    if (best instanceof Known<List<Block>>(var blocks)) {
      for (Block block : blocks) {
        switch (BestRoute.adapter(block, ways, isIpv4)) {
          case Unknown<Optional<Adapter>> unknown -> {
            return unknown.as();
          }
          case Known<Optional<Adapter>>(var adapter) -> adapter.ifPresent(adapters::add);
        }
      }
    }
    Reading<Path> weakest = Reading.known(new Path.NoRoute());
    for (Adapter adapter : adapters) {
      Reading<Path> one = of(adapter);
      weakest = weakest.flatMap(before -> one.map(path -> Path.weaker(before, path)));
    }
    return weakest;
  }

  private static Reading<Path> of(Adapter adapter) {
    String link = adapter.name();
    return switch (AdapterKind.of(adapter)) {
      case AdapterKind.Wifi wifi -> Reading.known(new Path.Direct(link));
      case AdapterKind.Wired wired -> Reading.known(new Path.Direct(link));
      case AdapterKind.Mobile mobile -> Reading.known(new Path.Direct(link));
      case AdapterKind.Tunnel(var kind) -> Reading.known(new Path.Tunnel(link, kind));
      case AdapterKind.Loopback here -> Reading.known(new Path.NoRoute());
      // Over another network it is a VPN of Windows' own, or PPPoE, or PPTP, which nobody encrypts.
      case AdapterKind.Dialled line ->
          new Unknown<>(
              Reason.NOT_UNDERSTOOD, "whether " + link + " is a VPN or the line to the provider");
      case AdapterKind.Other other ->
          new Unknown<>(Reason.NOT_SUPPORTED, "whether " + link + " is a tunnel");
    };
  }
}

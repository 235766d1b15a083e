package porchlight.gather.windows.network;

import java.util.ArrayList;
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
import porchlight.gather.Answers;
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
  static final WindowsNative BEST = WindowsNative.BEST_ROUTE;

  /** All that may be asked, beside what the gateway asks. */
  public static final List<Question> QUESTIONS = List.of(BEST);

  private static final List<IpAddress> FAR =
      List.of(
          IpAddress.of("193.0.14.129").orElseThrow(),
          IpAddress.of("84.205.64.1").orElseThrow(),
          IpAddress.of("2001:7fd::1").orElseThrow(),
          IpAddress.of("2a02:1::1").orElseThrow());
  private static final int WIDE4 = 8;
  private static final int WIDE6 = 16;
  private static final int NO_WAY = 1231;
  private static final int NO_SUCH_HOST = 1232;

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
    for (IpAddress address : wide(ways, isIpv4)) {
      Route.to(address, ways.routes()).map(Route::adapter).ifPresent(adapters::add);
    }
    if (best instanceof Known<List<Block>>(var blocks)) {
      for (Block block : blocks) {
        switch (chosen(block, ways, isIpv4)) {
          case Unknown<Optional<Adapter>> unknown -> {
            return unknown.as();
          }
          case Known<Optional<Adapter>>(var adapter) -> adapter.ifPresent(adapters::add);
        }
      }
    }
    Reading<Path> weakest = Reading.known(new Path.NoRoute());
    for (Adapter adapter : adapters) {
      Reading<Path> one = of(adapter, ways);
      weakest = weakest.flatMap(before -> one.map(path -> weaker(before, path)));
    }
    return weakest;
  }

  /** Addresses in the internet, and the first of every wide range that has a way of its own. */
  private static List<IpAddress> wide(Ways ways, boolean isIpv4) {
    var found = new ArrayList<IpAddress>();
    FAR.stream().filter(one -> one.isIpv4() == isIpv4).forEach(found::add);
    for (Route route : ways.routes()) {
      IpAddress first = route.destination().first();
      int prefix = route.destination().prefix();
      if (route.isIpv4() == isIpv4 && prefix > 0 && prefix <= (isIpv4 ? WIDE4 : WIDE6)) {
        if (isIpv4 ? isPublic4(first.low() >>> 24) : first.high() >>> 61 == 1) {
          found.add(first);
        }
      }
    }
    return found;
  }

  private static boolean isPublic4(long number) {
    return number != 10 && number != 127 && number < 224 && number > 0;
  }

  private static Reading<Optional<Adapter>> chosen(Block block, Ways ways, boolean isIpv4) {
    var address = IpAddress.of(block.name());
    if (!block.kind().equals("destination")
        || address.isEmpty()
        || !(block.number("index") instanceof Known<Optional<Long>>(var index))
        || !(block.number("code") instanceof Known<Optional<Long>>(var code))
        || index.isPresent() == code.isPresent()) {
      return Answers.notUnderstood(BEST, block.kind() + "=" + block.name());
    }
    if (address.get().isIpv4() != isIpv4) {
      return Reading.known(Optional.empty());
    }
    if (code.isPresent()) {
      return code.get() == NO_WAY || code.get() == NO_SUCH_HOST
          ? Reading.known(Optional.empty())
          : Answers.notUnderstood(BEST, "code " + code.get());
    }
    return Reading.known(index.map(number -> Ways.numbered(number, ways.adapters())));
  }

  private static Reading<Path> of(Adapter adapter, Ways ways) {
    String link = adapter.name();
    return switch (AdapterKind.of(adapter)) {
      case AdapterKind.Wifi wifi -> Reading.known(new Path.Direct(link));
      case AdapterKind.Wired wired -> Reading.known(new Path.Direct(link));
      case AdapterKind.Mobile mobile -> Reading.known(new Path.Direct(link));
      case AdapterKind.Tunnel(var kind) -> Reading.known(new Path.Tunnel(link, kind));
      case AdapterKind.Loopback here -> Reading.known(new Path.NoRoute());
      case AdapterKind.Dialled line ->
          isBelow(ways)
              ? Reading.known(new Path.Tunnel(link, "ppp"))
              : new Unknown<>(
                  Reason.NOT_UNDERSTOOD,
                  "whether " + link + " is a VPN or the line to the provider");
      case AdapterKind.Other other ->
          new Unknown<>(Reason.NOT_SUPPORTED, "whether " + link + " is a tunnel");
    };
  }

  /** Over another network a dialled line is a VPN; without one it may be the provider's. */
  private static boolean isBelow(Ways ways) {
    return ways.routes().stream()
        .filter(Route::isDefault)
        .map(route -> AdapterKind.of(route.adapter()))
        .anyMatch(kind ->
            kind instanceof AdapterKind.Wifi
                || kind instanceof AdapterKind.Wired
                || kind instanceof AdapterKind.Mobile);
  }

  /** What goes beside the tunnel, or in one that encrypts nothing, is not in it. */
  private static Path weaker(Path one, Path other) {
    return weight(other) > weight(one) ? other : one;
  }

  private static int weight(Path path) {
    return switch (path) {
      case Path.NoRoute none -> 0;
      case Path.Tunnel tunnel -> tunnel.isPlain() ? 2 : 1;
      case Path.Direct direct -> 3;
    };
  }
}

package porchlight.gather.macos.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.NameBroadcast;
import porchlight.facts.NameBroadcast.Asking;
import porchlight.facts.NameBroadcast.Way;
import porchlight.facts.Reading;
import porchlight.facts.Unseen;
import porchlight.gather.macos.Launchd;
import porchlight.machine.Machine;

/**
 * How a Mac asks its neighbours for names: always by mDNS, for names under {@code .local}; by
 * NetBIOS while its service runs; never by LLMNR, which macOS does not speak.
 */
public final class MacNameBroadcast {
  private static final Asking MDNS = new Asking(Way.MDNS, "mDNSResponder", "");

  private MacNameBroadcast() {}

  public static Reading<NameBroadcast> read(Machine machine) {
    var asking = new ArrayList<>(List.of(MDNS));
    Optional<Unseen> unseen = Optional.empty();
    switch (Launchd.isRunning(Launchd.NETBIOS, machine.ask(Launchd.NETBIOS))) {
      case Reading.Known<Boolean>(var running) -> {
        if (running) {
          asking.add(new Asking(Way.NETBIOS, "netbiosd", ""));
        }
      }
      case Reading.Unknown<Boolean>(var reason, var detail) ->
          unseen = Optional.of(new Unseen(reason, detail));
    }
    return Reading.known(new NameBroadcast(asking, unseen));
  }
}

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
import porchlight.gather.windows.Registry;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/** How Windows asks its neighbours for names: in all three ways, unless it was told not to. */
public final class WinNameBroadcast {
  private static final String CACHE =
      "HKLM\\SYSTEM\\CurrentControlSet\\Services\\Dnscache\\Parameters";

  /** All that may be asked, beside what the gateway asks. */
  public static final List<Question> QUESTIONS =
      List.of(DnsPolicy.POLICY, Doh.SERVICE, Netbios.NODE, Netbios.LINKS);

  private final List<Asking> asking = new ArrayList<>();
  private Optional<Unseen> unseen = Optional.empty();

  private WinNameBroadcast() {}

  public static Reading<NameBroadcast> read(Machine machine) {
    var ways = new WinNameBroadcast();
    ways.add(Way.LLMNR, "", isOn(DnsPolicy.number(machine, "EnableMulticast")));
    ways.add(
        Way.MDNS,
        "",
        isOn(DnsPolicy.number(machine, "EnableMDNS"))
            .flatMap(allowed ->
                isOn(Registry.read(machine, Doh.SERVICE)
                        .flatMap(service -> service.number(CACHE, "EnableMDNS")))
                    .map(on -> allowed && on)));
    Netbios.links(machine).forEach((link, on) -> ways.add(Way.NETBIOS, link, on));
    return Reading.known(new NameBroadcast(ways.asking, ways.unseen));
  }

  /** On where nothing is said. */
  static Reading<Boolean> isOn(Reading<Optional<Long>> number) {
    return number.map(said -> said.orElse(1L) != 0);
  }

  private void add(Way way, String link, Reading<Boolean> on) {
    switch (on) {
      case Known<Boolean>(var yes) -> {
        if (yes) {
          asking.add(new Asking(way, "Windows", link));
        }
      }
      case Unknown<Boolean>(var reason, var detail) ->
          unseen = Optional.of(new Unseen(reason, detail));
    }
  }
}

package porchlight.gather.macos.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Gateway.Hop;
import porchlight.facts.IpAddress;
import porchlight.facts.Lan;
import porchlight.facts.Lan.Attachment;
import porchlight.facts.Lan.Kind;
import porchlight.facts.Lan.Lease;
import porchlight.facts.Lan.Origin;
import porchlight.facts.Lan.Router;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.gather.macos.wifi.MacWifi;
import porchlight.machine.LinkName;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/**
 * The local networks of a Mac that are its ways out. Under a VPN their default routes are scoped
 * ones; they count here all the same. A Mac tells nothing that stays the same for as long as a
 * connection does, and what the DHCP server said stands among words that it wrote itself.
 */
public final class MacLan {
  /** All that may be asked. */
  public static final List<Question> QUESTIONS = List.of(Routes.TABLE, Arp.TABLE, Ifconfig.LINK);

  private MacLan() {}

  public static Reading<Lan> read(Machine machine) {
    return Neighbours.read(machine).flatMap(seen -> lan(machine, seen));
  }

  private static Reading<Lan> lan(Machine machine, Neighbours seen) {
    var byLink = new LinkedHashMap<String, List<Router>>();
    for (Routes.Row row : seen.routes().rows()) {
      if (row.isWide() && row.isLan()) {
        String address = IpAddress.of(row.gateway()).orElseThrow().text();
        var routers = byLink.computeIfAbsent(row.link(), link -> new ArrayList<>());
        if (routers.stream().noneMatch(one -> one.hop().address().equals(address))) {
          routers.add(router(address, row.link(), seen));
        }
      }
    }
    var found = new ArrayList<Attachment>();
    for (var entry : byLink.entrySet()) {
      switch (own(machine, entry.getKey())) {
        case Reading.Unknown<Ifconfig> unknown -> {
          return unknown.as();
        }
        case Reading.Known<Ifconfig>(var own) ->
            found.add(attachment(machine, entry.getKey(), own, entry.getValue()));
      }
    }
    return Reading.known(new Lan(found));
  }

  private static Reading<Ifconfig> own(Machine machine, String name) {
    return LinkName.of(name)
        .map(link -> Ifconfig.of(machine, link))
        .orElseGet(() -> Answers.notUnderstood(Routes.TABLE, name));
  }

  private static Attachment attachment(
      Machine machine, String link, Ifconfig own, List<Router> routers) {
    Reading<Lease> lease =
        Reading.unknown(Reason.NOT_SUPPORTED, "what the DHCP server said is not read on macOS");
    return new Attachment(
        link,
        kind(machine, link),
        Lan.isMadeUp(own.mac()),
        own.networks(),
        routers,
        lease,
        Optional.empty());
  }

  private static Kind kind(Machine machine, String link) {
    if (MacWifi.isAdapter(machine, link)) {
      return Kind.WIFI;
    }
    return link.startsWith("en") ? Kind.WIRED : Kind.OTHER;
  }

  private static Router router(String address, String link, Neighbours seen) {
    String mac = seen.mac(address, link);
    return new Router(
        new Hop(address, link, mac),
        Origin.NOT_TOLD,
        Optional.empty(),
        mac.isEmpty() ? List.of() : alike(address, mac, link, seen));
  }

  private static List<String> alike(String address, String mac, String link, Neighbours seen) {
    return seen.addresses(mac, link).stream()
        .filter(other -> !other.equals(address))
        .sorted()
        .toList();
  }
}

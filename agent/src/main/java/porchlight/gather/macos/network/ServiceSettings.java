package porchlight.gather.macos.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import porchlight.facts.Dns.Origin;
import porchlight.facts.Dns.Resolver;
import porchlight.facts.IpAddress;
import porchlight.facts.Reading.Known;
import porchlight.gather.browsers.Trees;
import porchlight.json.tree.Json;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ReadJson;

/**
 * What somebody set by hand for the services of each interface, out of the file that configd takes
 * its {@code Setup:} keys from. Services of other locations stand in it too: where those of one
 * interface disagree, nothing is told.
 */
final class ServiceSettings {
  private static final String SERVICES = "NetworkServices";
  static final ReadJson SETTINGS =
      new ReadJson(
          "/Library/Preferences/SystemConfiguration",
          "preferences.plist",
          List.of(
              SERVICES + "/*/Interface/DeviceName",
              SERVICES + "/*/DNS/ServerAddresses",
              SERVICES + "/*/DNS/ServerAddresses/*"),
          false);

  /** For each service its interface, and the servers set for it; absent where not understood. */
  private record Service(String link, Optional<Set<String>> servers) {}

  private final List<Service> services;

  private ServiceSettings(List<Service> services) {
    this.services = List.copyOf(services);
  }

  /** Without any service where the file cannot be read: then no origin is told. */
  static ServiceSettings of(Machine machine) {
    return read(machine.ask(SETTINGS));
  }

  static ServiceSettings read(Answer answer) {
    var found = new ArrayList<Service>();
    if (answer instanceof Answer.Said said
        && Trees.read(said, "the network services") instanceof Known<Json.Obj>(var root)) {
      Map<String, Json> all =
          Trees.in(root, SERVICES).flatMap(Json::asObject).map(Json.Obj::members).orElse(Map.of());
      for (Json service : all.values()) {
        service
            .asObject()
            .ifPresent(one ->
                Trees.in(one, "Interface", "DeviceName")
                    .flatMap(Json::asText)
                    .ifPresent(link -> found.add(new Service(link, servers(one)))));
      }
    }
    return new ServiceSettings(found);
  }

  private static Optional<Set<String>> servers(Json.Obj service) {
    Optional<Json> dns = service.get("DNS");
    if (dns.isEmpty()) {
      return Optional.of(Set.of());
    }
    Optional<Json.Obj> settings = dns.flatMap(Json::asObject);
    if (settings.isEmpty()) {
      return Optional.empty();
    }
    Optional<Json> set = settings.get().get("ServerAddresses");
    if (set.isEmpty()) {
      return Optional.of(Set.of());
    }
    Optional<List<Json>> items = set.get().asItems();
    if (items.isEmpty()) {
      return Optional.empty();
    }
    Set<String> servers = new HashSet<>();
    for (Json item : items.get()) {
      Optional<String> address =
          item.asText().flatMap(ServiceSettings::address).map(IpAddress::text);
      if (address.isEmpty()) {
        return Optional.empty();
      }
      servers.add(address.get());
    }
    return Optional.of(servers);
  }

  /** A link-local address may have its interface behind it. */
  static Optional<IpAddress> address(String server) {
    int zone = server.indexOf('%');
    return IpAddress.of(zone < 0 ? server : server.substring(0, zone));
  }

  /** The same, and whether somebody set it. */
  Resolver withOrigin(Resolver resolver) {
    return new Resolver(
        resolver.address(), resolver.link(), resolver.transport(), origin(resolver));
  }

  private Origin origin(Resolver resolver) {
    int byHand = 0;
    int automatic = 0;
    int all = 0;
    for (Service service : services) {
      if (service.link().equals(resolver.link())) {
        all++;
        if (service.servers().isPresent()) {
          byHand += service.servers().get().contains(resolver.address()) ? 1 : 0;
          automatic += service.servers().get().isEmpty() ? 1 : 0;
        }
      }
    }
    if (all == 0) {
      return Origin.NOT_TOLD;
    }
    return byHand == all ? Origin.BY_HAND : automatic == all ? Origin.AUTOMATIC : Origin.NOT_TOLD;
  }
}

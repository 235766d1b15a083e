package porchlight.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import porchlight.facts.Device;
import porchlight.facts.Dns;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Firewall;
import porchlight.facts.Gateway;
import porchlight.facts.Listening;
import porchlight.facts.OsSupport;
import porchlight.facts.Patches;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Vpn;
import porchlight.facts.Wifi;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonObject;

/** What {@code porchlight facts --json} prints: see {@code config/facts.md}. */
public final class FactsJson {
  private FactsJson() {}

  /** The wanted facts in their usual order, and the time they were read at. */
  public static Json.Obj write(Facts facts, Set<Fact> wanted) {
    var out = new JsonObject().put("at", facts.at().toString());
    for (Fact fact : Fact.values()) {
      if (wanted.contains(fact)) {
        out.put(fact.word(), of(fact, facts));
      }
    }
    return out.build();
  }

  private static JsonObject of(Fact fact, Facts facts) {
    return switch (fact) {
      case DEVICE -> reading(facts.device(), FactsJson::device);
      case WIFI -> reading(facts.wifi(), FactsJson::wifi);
      case DNS -> reading(facts.dns(), FactsJson::dns);
      case GATEWAY -> reading(facts.gateway(), FactsJson::gateway);
      case VPN -> reading(facts.vpn(), FactsJson::vpn);
      case FIREWALL -> reading(facts.firewall(), FactsJson::firewall);
      case LISTENING -> reading(facts.listening(), FactsJson::listening);
      case PATCHES -> reading(facts.patches(), FactsJson::patches);
      case OS_SUPPORT -> reading(facts.osSupport(), FactsJson::osSupport);
      case DISKS -> reading(facts.disks(), UpkeepJson::disks);
      case REBOOT -> reading(facts.reboot(), UpkeepJson::reboot);
      case UPDATING -> reading(facts.updating(), UpkeepJson::updating);
      case HOSTS -> reading(facts.hosts(), UpkeepJson::hosts);
      case SCREEN_LOCK -> reading(facts.screenLock(), PeopleJson::screenLock);
      case WIFI_AUTO_JOIN -> reading(facts.wifiAutoJoin(), PeopleJson::wifiAutoJoin);
      case AUTO_LOGIN -> reading(facts.autoLogin(), AccessJson::autoLogin);
      case CLOCK -> reading(facts.clock(), UpkeepJson::clock);
      case NAME_BROADCAST -> reading(facts.nameBroadcast(), AccessJson::nameBroadcast);
      case LAN -> reading(facts.lan(), LanJson::lan);
      case PHISHING_PROTECTION ->
          reading(facts.phishingProtection(), BrowsersJson::phishingProtection);
      case PROXY -> reading(facts.proxy(), AccessJson::proxy);
      case PASSWORD_MANAGER -> reading(facts.passwordManager(), BrowsersJson::passwordManager);
      case REMOTE_TOOLS -> reading(facts.remoteTools(), AccessJson::remoteTools);
      case ANTIVIRUS -> reading(facts.antivirus(), UpkeepJson::antivirus);
      case INTEGRITY -> reading(facts.integrity(), IntegrityJson::integrity);
      case MANAGEMENT -> reading(facts.management(), IntegrityJson::management);
      case TRUSTED_ROOTS -> reading(facts.trustedRoots(), IntegrityJson::trustedRoots);
      case SHARING -> reading(facts.sharing(), IntegrityJson::sharing);
      case DNS_ANSWERS -> reading(facts.dnsAnswers(), OutsideJson::dnsAnswers);
      case PORTAL -> reading(facts.portal(), OutsideJson::portal);
      case TLS_CHAINS -> reading(facts.tlsChains(), OutsideJson::tlsChains);
      case PLACE -> reading(facts.place(), PlaceJson::place);
      case ROUTER_EXPOSURE -> reading(facts.routerExposure(), OutsideJson::routerExposure);
    };
  }

  static <T> JsonObject reading(Reading<T> reading, Function<T, JsonObject> known) {
    return switch (reading) {
      case Known<T>(var value) -> new JsonObject().put("known", known.apply(value));
      case Unknown<T>(var reason, var detail) ->
          new JsonObject()
              .put("unknown", new JsonObject().put("reason", reason.word()).put("detail", detail));
    };
  }

  static JsonObject device(Device device) {
    return new JsonObject()
        .put("name", device.name())
        .put("family", device.family())
        .put("system", device.system())
        .put("version", device.version())
        .put("arch", device.arch())
        .put("model", device.model());
  }

  private static JsonObject wifi(Wifi wifi) {
    return switch (wifi) {
      case Wifi.Joined(var link, var network, var security) ->
          new JsonObject()
              .put("state", "joined")
              .put("link", link)
              .put("network", network)
              .put("security", security.word());
      case Wifi.NotInUse(var because) ->
          new JsonObject().put("state", "not-in-use").put("because", because);
    };
  }

  private static JsonObject dns(Dns dns) {
    return new JsonObject()
        .put(
            "resolvers",
            list(
                dns.resolvers(),
                resolver ->
                    new JsonObject()
                        .put("address", resolver.address())
                        .put("link", resolver.link())
                        .put("transport", resolver.transport().word())
                        .putText(
                            "origin",
                            Optional.of(resolver.origin())
                                .filter(origin -> origin != Dns.Origin.NOT_TOLD)
                                .map(Dns.Origin::word))))
        .put("by", dns.by());
  }

  private static JsonObject gateway(Gateway gateway) {
    return new JsonObject()
        .put(
            "hops",
            list(
                gateway.hops(),
                hop ->
                    new JsonObject()
                        .put("address", hop.address())
                        .put("link", hop.link())
                        .put("mac", hop.mac())));
  }

  private static JsonObject vpn(Vpn vpn) {
    return new JsonObject().put("ipv4", path(vpn.ipv4())).put("ipv6", path(vpn.ipv6()));
  }

  private static JsonObject path(Vpn.Path path) {
    return switch (path) {
      case Vpn.Path.Tunnel(var link, var kind) ->
          new JsonObject().put("via", "tunnel").put("link", link).put("kind", kind);
      case Vpn.Path.Direct(var link) -> new JsonObject().put("via", "direct").put("link", link);
      case Vpn.Path.NoRoute() -> new JsonObject().put("via", "none");
    };
  }

  private static JsonObject firewall(Firewall firewall) {
    var out =
        new JsonObject().put("ipv4", side(firewall.ipv4())).put("ipv6", side(firewall.ipv6()));
    for (Firewall.Setting setting : Firewall.Setting.values()) {
      Boolean on = firewall.settings().get(setting);
      if (on != null) {
        out.put(setting.word(), on);
      }
    }
    return out;
  }

  private static JsonObject side(Firewall.Side side) {
    JsonObject out = reached(side.ordinary());
    return side.differs() ? out.put("crafted", reached(side.crafted())) : out;
  }

  private static JsonObject reached(Firewall.Reached reached) {
    var out = new JsonObject().put("inbound", reached.inbound().word());
    if (!reached.ports().isEmpty()) {
      var words = new ArrayList<String>();
      reached.ports().forEach(ports -> words.add(ports.word()));
      out.putTexts("ports", words);
    }
    if (reached.inbound() == Firewall.Inbound.UNKNOWN) {
      out.put("why", reached.why());
    }
    return out;
  }

  private static JsonObject listening(Listening listening) {
    return new JsonObject()
        .put(
            "services",
            list(
                listening.services(),
                service ->
                    new JsonObject()
                        .put("protocol", service.protocol().word())
                        .put("port", service.port())
                        .put("address", service.address())
                        .put("reach", reach(service.reach()))
                        .put("process", service.process())));
  }

  private static String reach(Listening.Reach reach) {
    return switch (reach) {
      case LOOPBACK -> "loopback";
      case IPV4 -> "ipv4";
      case IPV6 -> "ipv6";
      case BOTH -> "both";
    };
  }

  private static JsonObject patches(Patches patches) {
    return new JsonObject()
        .put("manager", patches.manager())
        .put("asOf", patches.asOf().toString())
        .put(
            "pending",
            list(
                patches.pending(),
                one ->
                    new JsonObject()
                        .put("name", one.name())
                        .put("installed", one.installed())
                        .put("available", one.available())))
        .putTexts("beside", patches.beside());
  }

  private static JsonObject osSupport(OsSupport support) {
    return new JsonObject()
        .put("system", support.system())
        .putText("until", support.until().map(Object::toString))
        .putText("extendedUntil", support.extendedUntil().map(Object::toString))
        .put("dataAsOf", support.dataAsOf().toString());
  }

  static <T> Json list(List<T> values, Function<T, JsonObject> write) {
    var items = new ArrayList<Json>();
    values.forEach(value -> items.add(write.apply(value).build()));
    return new Json.Arr(items);
  }
}

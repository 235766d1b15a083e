package porchlight.cli.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import porchlight.facts.Antivirus;
import porchlight.facts.AutoLogin;
import porchlight.facts.Clock;
import porchlight.facts.Device;
import porchlight.facts.Disks;
import porchlight.facts.Dns;
import porchlight.facts.DnsAnswers;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Firewall;
import porchlight.facts.Gateway;
import porchlight.facts.Hosts;
import porchlight.facts.Integrity;
import porchlight.facts.Lan;
import porchlight.facts.Listening;
import porchlight.facts.Management;
import porchlight.facts.NameBroadcast;
import porchlight.facts.OsSupport;
import porchlight.facts.PasswordManager;
import porchlight.facts.Patches;
import porchlight.facts.PhishingProtection;
import porchlight.facts.Place;
import porchlight.facts.Portal;
import porchlight.facts.Proxy;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reboot;
import porchlight.facts.RemoteTools;
import porchlight.facts.RouterExposure;
import porchlight.facts.ScreenLock;
import porchlight.facts.Sharing;
import porchlight.facts.TlsChains;
import porchlight.facts.TrustedRoots;
import porchlight.facts.Updating;
import porchlight.facts.Vpn;
import porchlight.facts.Wifi;
import porchlight.facts.WifiAutoJoin;

/** The screen of {@code porchlight facts}: a fact, and right of it what is known of it. */
public final class FactScreen {
  private static final int NAME = 16;

  private FactScreen() {}

  public static String render(Facts facts, Set<Fact> wanted, Look look) {
    var sheet = new Sheet(look);
    for (Fact fact : Fact.values()) {
      if (!wanted.contains(fact)) {
        continue;
      }
      boolean known = facts.reading(fact) instanceof Known;
      String name = fact.word();
      for (String line : lines(fact, facts)) {
        sheet.labelled(sheet.padded(name, NAME), Ink.BOLD, line, known ? Ink.PLAIN : Ink.BLIND);
        name = "";
      }
    }
    return sheet.toString();
  }

  private static List<String> lines(Fact fact, Facts facts) {
    return switch (facts.reading(fact)) {
      case Unknown<?>(var reason, var detail) ->
          List.of("could not tell (" + reason.word() + "): " + detail);
      case Known<?>(Device device) -> List.of(words(device));
      case Known<?>(Wifi.Joined(var link, var network, var security)) ->
          List.of(
              "joined "
                  + (network.isEmpty() ? "a hidden network" : network)
                  + " on "
                  + link
                  + ": "
                  + security.label());
      case Known<?>(Wifi.NotInUse(var because)) -> List.of(because);
      case Known<?>(Dns(var resolvers, var by)) -> words(resolvers, by);
      case Known<?>(Gateway(var hops)) -> words(hops);
      case Known<?>(Vpn(var ipv4, var ipv6)) ->
          List.of("IPv4: " + words(ipv4), "IPv6: " + words(ipv6));
      case Known<?>(Firewall(var ipv4, var ipv6, var settings)) ->
          List.of("IPv4: " + words(ipv4), "IPv6: " + words(ipv6));
      case Known<?>(Listening(var services)) -> services(services);
      case Known<?>(Patches patches) -> words(patches);
      case Known<?>(OsSupport support) -> List.of(words(support));
      case Known<?>(Disks disks) -> UpkeepWords.of(disks);
      case Known<?>(Reboot reboot) -> UpkeepWords.of(reboot);
      case Known<?>(Updating updating) -> UpkeepWords.of(updating);
      case Known<?>(Hosts hosts) -> UpkeepWords.of(hosts);
      case Known<?>(ScreenLock lock) -> PeopleWords.of(lock);
      case Known<?>(WifiAutoJoin join) -> PeopleWords.of(join);
      case Known<?>(AutoLogin autoLogin) -> AccessWords.of(autoLogin);
      case Known<?>(Clock clock) -> UpkeepWords.of(clock);
      case Known<?>(NameBroadcast nameBroadcast) -> AccessWords.of(nameBroadcast);
      case Known<?>(Lan lan) -> LanWords.of(lan);
      case Known<?>(PhishingProtection known) -> BrowserWords.of(known);
      case Known<?>(Proxy proxy) -> AccessWords.of(proxy);
      case Known<?>(PasswordManager known) -> BrowserWords.of(known);
      case Known<?>(RemoteTools tools) -> AccessWords.of(tools);
      case Known<?>(Antivirus antivirus) -> UpkeepWords.of(antivirus);
      case Known<?>(Integrity known) -> IntegrityWords.of(known);
      case Known<?>(Management known) -> IntegrityWords.of(known);
      case Known<?>(TrustedRoots known) -> IntegrityWords.of(known);
      case Known<?>(Sharing known) -> IntegrityWords.of(known);
      case Known<?>(DnsAnswers answers) -> OutsideWords.of(answers);
      case Known<?>(Place place) -> PlaceWords.of(place);
      case Known<?>(Portal portal) -> OutsideWords.of(portal);
      case Known<?>(TlsChains chains) -> OutsideWords.of(chains);
      case Known<?>(RouterExposure exposure) -> OutsideWords.of(exposure);
      case Known<?>(var other) -> List.of(String.valueOf(other));
    };
  }

  private static String words(Device device) {
    var words = new StringJoiner(", ");
    for (String word :
        List.of(
            device.name(),
            (device.system() + " " + device.version()).strip(),
            device.arch(),
            device.model())) {
      if (!word.isBlank()) {
        words.add(word);
      }
    }
    return words.toString();
  }

  private static List<String> words(List<Dns.Resolver> resolvers, String by) {
    var lines = new ArrayList<String>();
    for (Dns.Resolver resolver : resolvers) {
      lines.add(
          resolver.address()
              + (resolver.link().isEmpty() ? "" : " on " + resolver.link())
              + ", "
              + resolver.transport().word());
    }
    lines.add("managed by " + by);
    return lines;
  }

  private static List<String> words(List<Gateway.Hop> hops) {
    var lines = new ArrayList<String>();
    for (Gateway.Hop hop : hops) {
      lines.add(
          (hop.address().isEmpty() ? "no address" : hop.address())
              + " on "
              + hop.link()
              + (hop.mac().isEmpty() ? "" : ", " + hop.mac()));
    }
    return lines.isEmpty() ? List.of("none: this laptop is on no network") : lines;
  }

  private static String words(Vpn.Path path) {
    return switch (path) {
      case Vpn.Path.Tunnel(var link, var kind) -> "through " + link + " (" + kind + ")";
      case Vpn.Path.Direct(var link) -> "straight out by " + link;
      case Vpn.Path.NoRoute() -> "no way out";
    };
  }

  private static String words(Firewall.Side side) {
    return words(side.ordinary())
        + (side.differs() ? "; with special calls " + words(side.crafted()) : "");
  }

  private static String words(Firewall.Reached reached) {
    var ports = new StringJoiner(", ");
    reached.ports().forEach(one -> ports.add(one.word()));
    return switch (reached.inbound()) {
      case BLOCKED -> "blocked: nothing is let in";
      case PORTS -> "let in: " + ports;
      case OPEN -> "open: any port is let in";
      case UNKNOWN ->
          "could not tell: " + reached.why() + (ports.length() == 0 ? "" : "; let in: " + ports);
    };
  }

  private static List<String> services(List<Listening.Service> services) {
    var lines = new ArrayList<String>();
    for (Listening.Service service : services) {
      lines.add(
          service.port()
              + "/"
              + service.protocol().word()
              + " on "
              + service.address()
              + (service.process().isEmpty() ? "" : " by " + service.process()));
    }
    return lines.isEmpty() ? List.of("no service listens") : lines;
  }

  private static List<String> words(Patches patches) {
    var lines = new ArrayList<String>();
    lines.add(
        patches.pending().size()
            + " security updates wait, according to "
            + patches.manager()
            + " as of "
            + patches.asOf());
    for (Patches.Pending one : patches.pending()) {
      lines.add(one.name() + " " + one.installed() + " → " + one.available());
    }
    patches.beside().forEach(one -> lines.add("not judged: " + one));
    return lines;
  }

  private static String words(OsSupport support) {
    return support.system()
        + support.until().map(day -> " until " + day).orElse(" is updated continuously")
        + support.extendedUntil().map(day -> ", extended until " + day).orElse("")
        + "; data as of "
        + support.dataAsOf();
  }
}

package porchlight.json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.AutoLogin;
import porchlight.facts.Clock;
import porchlight.facts.Disks;
import porchlight.facts.Dns;
import porchlight.facts.DnsAnswers;
import porchlight.facts.Facts;
import porchlight.facts.Firewall.Inbound;
import porchlight.facts.Firewall.Ports;
import porchlight.facts.Firewall.Protocol;
import porchlight.facts.Firewall.Side;
import porchlight.facts.Hosts;
import porchlight.facts.Lan;
import porchlight.facts.Listening;
import porchlight.facts.Management;
import porchlight.facts.NameBroadcast;
import porchlight.facts.Patches;
import porchlight.facts.Place;
import porchlight.facts.Portal;
import porchlight.facts.Proxy;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Reboot;
import porchlight.facts.RemoteTools;
import porchlight.facts.RouterExposure;
import porchlight.facts.SampleAnswers;
import porchlight.facts.SampleFacts;
import porchlight.facts.SampleLan;
import porchlight.facts.ScreenLock;
import porchlight.facts.TlsChains;
import porchlight.facts.Unseen;
import porchlight.facts.Updating;
import porchlight.facts.Vpn;
import porchlight.facts.Wifi;
import porchlight.facts.WifiAutoJoin;

/** Facts that between them have every form that a document may show. */
final class FactsInEveryForm {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  static final Ports SSH = new Ports(Protocol.TCP, 22, 22);

  private FactsInEveryForm() {}

  /** Facts that together take every shape there is. */
  static List<Facts> every() {
    var all = new ArrayList<Facts>();
    for (Wifi.Security security : Wifi.Security.values()) {
      all.add(new SampleFacts().wifi("Attic", security).build());
    }
    for (Dns.Transport transport : Dns.Transport.values()) {
      all.add(
          new SampleFacts()
              .dns(
                  Reading.known(
                      new Dns(List.of(new Dns.Resolver("192.0.2.1", "", transport)), "by")))
              .build());
    }
    for (Inbound inbound : Inbound.values()) {
      all.add(
          new SampleFacts()
              .firewall(new Side(inbound, List.of(SSH), "why"), Side.blocked())
              .build());
    }
    all.add(
        new SampleFacts()
            .firewall(
                new Side(Side.blocked().ordinary(), Side.only(List.of(SSH)).crafted()),
                Side.blocked())
            .build());
    all.add(
        new SampleFacts()
            .management(Reading.known(new Management.Enrolled("mdm.example.com", true)))
            .build());
    for (Place.Proof proof : Place.Proof.values()) {
      all.add(
          new SampleFacts()
              .place(
                  new Place.Spot(
                      "wlan0",
                      Optional.of("AAAAAAAAAAAAAAAAAAAAAA"),
                      List.of(Place.Sign.values()),
                      Reading.known(Optional.of(new Place.Met(NOON, NOON, 2))),
                      Optional.of(new Place.Label(Place.Kind.HOME, Place.By.PERSON, proof))))
              .lan(Reading.known(new SampleLan().category(Lan.Category.PRIVATE).build()))
              .build());
    }
    for (Listening.Reach reach : Listening.Reach.values()) {
      for (Protocol protocol : Protocol.values()) {
        all.add(
            new SampleFacts()
                .listening(new Listening.Service(protocol, "::", 22, reach, ""))
                .build());
      }
    }
    for (Reason reason : Reason.values()) {
      all.add(SampleFacts.blind(reason, "detail"));
    }
    all.add(
        new SampleFacts()
            .wifi(Reading.known(new Wifi.NotInUse("no adapter")))
            .vpn(new Vpn.Path.Tunnel("wg0", "wireguard"), new Vpn.Path.Direct("wlan0"))
            .patches(
                Reading.known(
                    new Patches(
                        "apt",
                        List.of(new Patches.Pending("openssl", "1", "2")),
                        Instant.EPOCH,
                        List.of("3 snaps"))))
            .build());
    all.addAll(upkeep());
    all.addAll(people());
    all.addAll(access());
    return all;
  }

  private static List<Facts> access() {
    var all = new ArrayList<Facts>();
    all.add(
        new SampleFacts()
            .dnsAnswers(
                Reading.known(
                    SampleAnswers.of(
                        SampleAnswers.server(
                            "192.0.2.1",
                            false,
                            List.of(
                                SampleAnswers.asked(
                                    DnsAnswers.Purpose.IDENTITY,
                                    false,
                                    List.of(),
                                    SampleAnswers.silent()))))))
            .build());
    for (Portal.Seen seen :
        List.of(
            new Portal.Seen.Sent(),
            new Portal.Seen.Other(200),
            new Portal.Seen.Trouble(503),
            new Portal.Seen.Silent(Reason.TIMED_OUT, "why"))) {
      all.add(new SampleFacts().portal(seen).build());
    }
    var asked = new ArrayList<RouterExposure.Asked>();
    for (RouterExposure.Service service : RouterExposure.Service.values()) {
      asked.add(new RouterExposure.Asked(service, new RouterExposure.Seen.Open()));
    }
    asked.add(
        new RouterExposure.Asked(
            RouterExposure.Service.PCP, new RouterExposure.Seen.Silent(Reason.TIMED_OUT, "why")));
    asked.add(
        new RouterExposure.Asked(RouterExposure.Service.PCP, new RouterExposure.Seen.Closed()));
    var routers = List.of(new RouterExposure.Router("192.168.1.1", asked));
    all.add(
        new SampleFacts()
            .routerExposure(Reading.known(new RouterExposure(Optional.of(SampleFacts.AT), routers)))
            .build());
    for (TlsChains.Seen seen :
        List.of(
            new TlsChains.Seen.Foreign("CN=x", "why", List.of("00")),
            new TlsChains.Seen.Silent(Reason.TIMED_OUT, "why"))) {
      all.add(
          new SampleFacts()
              .tlsChains(
                  Reading.known(
                      new TlsChains(
                          SampleFacts.AT, List.of(new TlsChains.Site("www.example.com", seen)))))
              .build());
    }
    for (AutoLogin.Entry entry :
        List.of(
            new AutoLogin.Entry.Opens("ann", "autologin-user"),
            new AutoLogin.Entry.Unclear(Reason.STALE, "why"))) {
      var door = new AutoLogin.Door("GDM", entry);
      all.add(
          new SampleFacts().autoLogin(Reading.known(new AutoLogin.Doors(List.of(door)))).build());
    }
    all.add(new SampleFacts().autoLogin(Reading.known(new AutoLogin.NoDoor("none"))).build());
    var unseen = Optional.of(new Unseen(Reason.STALE, "why"));
    for (Proxy.Way way :
        List.of(
            new Proxy.Way.Fixed("proxy.example.com", 0),
            new Proxy.Way.Script("https", "pac.example.com"),
            new Proxy.Way.Discovered())) {
      var settings = List.of(new Proxy.Setting("GNOME", "ann", way));
      all.add(new SampleFacts().proxy(Reading.known(new Proxy(settings, unseen))).build());
    }
    var tool = new RemoteTools.Found(RemoteTools.Tool.XRDP, List.of("xrdp.service"), List.of());
    var tools = new RemoteTools(List.of(tool), unseen);
    all.add(new SampleFacts().remoteTools(Reading.known(tools)).build());
    for (NameBroadcast.Way way : NameBroadcast.Way.values()) {
      var asking = List.of(new NameBroadcast.Asking(way, "by", ""));
      all.add(
          new SampleFacts()
              .nameBroadcast(Reading.known(new NameBroadcast(asking, unseen)))
              .build());
    }
    return all;
  }

  private static List<Facts> upkeep() {
    var all = new ArrayList<Facts>();
    Reading<Disks.Protection> blind = Reading.unknown(Reason.NEEDS_PRIVILEGE, "denied");
    for (Disks.Protection protection : Disks.Protection.values()) {
      var places =
          List.of(new Disks.Place("/", Reading.known(protection)), new Disks.Place("swap", blind));
      all.add(new SampleFacts().disks(Reading.known(new Disks(places))).build());
    }
    for (Reboot reboot :
        List.of(
            new Reboot.Pending(List.of("libc6")),
            new Reboot.NotPending("6.1"),
            new Reboot.DoesNotApply("no kernel"))) {
      all.add(new SampleFacts().reboot(Reading.known(reboot)).build());
    }
    var pointed = List.of(new Hosts.Entry("www.example.com", "192.0.2.7"));
    all.add(
        new SampleFacts()
            .updating(Reading.known(new Updating("dnf-automatic", List.of("off"))))
            .hosts(Reading.known(new Hosts(true, pointed, 1)))
            .build());
    return all;
  }

  private static List<Facts> people() {
    var all = new ArrayList<Facts>();
    all.add(
        new SampleFacts()
            .screenLock(
                Reading.known(
                    new ScreenLock.Desktops(
                        List.of(
                            new ScreenLock.Seat("ann", "GNOME", new ScreenLock.Lock.Never("off")),
                            new ScreenLock.Seat(
                                "", "", new ScreenLock.Lock.Unclear(Reason.STALE, "why"))))))
            .wifiAutoJoin(Reading.known(new WifiAutoJoin.NoAdapter()))
            .clock(Reading.known(new Clock.NotKept("off")))
            .build());
    all.add(
        new SampleFacts()
            .screenLock(Reading.known(new ScreenLock.NoDesktop("none")))
            .clock(Reading.known(new Clock.DoesNotApply("a container")))
            .wifiAutoJoin(
                Reading.known(
                    new WifiAutoJoin.Saved(
                        List.of(
                            new WifiAutoJoin.Profile("Lounge", WifiAutoJoin.Weakness.OPEN, "iwd")),
                        1,
                        Optional.of(new WifiAutoJoin.Unseen(Reason.STALE, "why")))))
            .build());
    return all;
  }
}

package porchlight.facts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Firewall.Protocol;
import porchlight.facts.Firewall.Side;
import porchlight.facts.Listening.Reach;

/** Facts for tests: a laptop in good order on a good network, but for what a test changes. */
public final class SampleFacts {
  public static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");

  private Reading<Device> device =
      Reading.known(
          new Device("aurora", "linux", "Debian GNU/Linux", "13 (trixie)", "amd64", "LENOVO 21HD"));
  private Reading<Wifi> wifi =
      Reading.known(new Wifi.Joined("wlan0", "Attic", Wifi.Security.WPA2_WPA3));
  private Reading<Dns> dns =
      Reading.known(
          new Dns(
              List.of(new Dns.Resolver("9.9.9.9", "wlan0", Dns.Transport.AUTHENTICATED)),
              "systemd-resolved"));
  private Reading<Gateway> gateway =
      Reading.known(
          new Gateway(List.of(new Gateway.Hop("192.168.1.1", "wlan0", "02:00:5e:00:00:01"))));
  private Reading<Vpn> vpn =
      Reading.known(new Vpn(new Vpn.Path.Direct("wlan0"), new Vpn.Path.NoRoute()));
  private Reading<Firewall> firewall = Reading.known(new Firewall(Side.blocked(), Side.blocked()));
  private Reading<Listening> listening =
      Reading.known(
          new Listening(
              List.of(
                  new Listening.Service(Protocol.TCP, "127.0.0.1", 631, Reach.LOOPBACK, "cupsd"))));
  private Reading<Patches> patches =
      Reading.known(new Patches("apt", List.of(), Instant.parse("2026-11-21T20:11:00Z")));
  private Reading<OsSupport> osSupport =
      Reading.known(
          new OsSupport(
              "Debian 13",
              Optional.of(LocalDate.of(2028, 8, 9)),
              Optional.of(LocalDate.of(2030, 6, 30)),
              LocalDate.of(2026, 11, 1)));

  private Reading<Disks> disks =
      Reading.known(
          new Disks(
              List.of(
                  new Disks.Place("/", Reading.known(Disks.Protection.ENCRYPTED)),
                  new Disks.Place("swap", Reading.known(Disks.Protection.ENCRYPTED)))));
  private Reading<Reboot> reboot = Reading.known(new Reboot.NotPending("6.12.48+deb13-amd64"));
  private Reading<Updating> updating =
      Reading.known(new Updating("unattended-upgrades", List.of()));
  private Reading<Hosts> hosts = Reading.known(new Hosts(true, List.of(), 0));
  private Reading<ScreenLock> screenLock =
      Reading.known(
          new ScreenLock.Desktops(
              List.of(
                  new ScreenLock.Seat(
                      "ann",
                      "GNOME",
                      new ScreenLock.Lock.After(java.time.Duration.ofMinutes(5))))));
  private Reading<Lan> lan = Reading.known(new SampleLan().build());
  private Reading<Remembered> remembered = Reading.known(Remembered.NOTHING);
  private Reading<WifiAutoJoin> wifiAutoJoin =
      Reading.known(new WifiAutoJoin.Saved(List.of(), 3, Optional.empty()));

  private Reading<AutoLogin> autoLogin =
      Reading.known(
          new AutoLogin.Doors(List.of(new AutoLogin.Door("GDM", new AutoLogin.Entry.Asks()))));

  private Reading<Clock> clock =
      Reading.known(new Clock.Kept("systemd-timesyncd", Optional.of(AT.minusSeconds(600))));

  private Reading<NameBroadcast> nameBroadcast =
      Reading.known(new NameBroadcast(List.of(), Optional.empty()));

  private Reading<PhishingProtection> phishingProtection =
      Reading.known(
          new PhishingProtection(
              List.of(
                  new PhishingProtection.Profile(
                      "ann",
                      "Firefox",
                      "x7k2p9qa.default-release",
                      new PhishingProtection.Warning.On("the browser's default"),
                      new PhishingProtection.Names.Laptops("the browser's default")))));

  private Reading<Proxy> proxy = Reading.known(new Proxy(List.of(), Optional.empty()));
  private Reading<RemoteTools> remoteTools =
      Reading.known(new RemoteTools(List.of(), Optional.empty()));

  private Reading<PasswordManager> passwordManager =
      Reading.known(
          new PasswordManager(
              List.of(
                  new PasswordManager.Place(
                      "ann",
                      "Firefox",
                      "x7k2p9qa.default-release",
                      new PasswordManager.Keeper.Dedicated("Bitwarden")))));

  private Reading<Antivirus> antivirus =
      Reading.known(
          new Antivirus(
              List.of(
                  new Antivirus.Product(
                      "ClamAV",
                      Reading.known(true),
                      Reading.known(Instant.parse("2026-11-22T07:30:00Z")),
                      Reading.known(false),
                      Duration.ZERO))));

  private Reading<Integrity> integrity =
      Reading.known(
          new Integrity(
              List.of(
                  new Integrity.Guard(
                      Integrity.Kind.SECURE_BOOT, Reading.known(Integrity.State.ON)))));
  private Reading<Management> management =
      Reading.known(new Management.DoesNotApply("Linux has no such enrolment"));
  private Reading<TrustedRoots> trustedRoots =
      Reading.known(new TrustedRoots(List.of(), Optional.empty()));
  private Instant at = AT;
  private Reading<Reporting> reporting = Reading.known(new Reporting.ToNobody());
  private Reading<Sharing> sharing =
      Reading.known(
          new Sharing(
              List.of(
                  new Sharing.Offer(
                      Sharing.Kind.PRINTERS, Reading.known(Sharing.Audience.NOBODY)))));
  private Reading<Place> place =
      Reading.known(
          new Place(
              List.of(
                  new Place.Spot(
                      "wlan0",
                      Optional.of("AAAAAAAAAAAAAAAAAAAAAA"),
                      List.of(Place.Sign.PASSWORD_WIFI, Place.Sign.HOME_RANGE),
                      Reading.known(Optional.empty()),
                      Optional.empty()))));

  public SampleFacts place(Reading<Place> other) {
    place = other;
    return this;
  }

  /** On networks of these. */
  public SampleFacts place(Place.Spot... spots) {
    return place(Reading.known(new Place(List.of(spots))));
  }

  public SampleFacts device(Reading<Device> other) {
    device = other;
    return this;
  }

  private Reading<Portal> portal =
      Reading.known(
          new Portal(
              AT,
              List.of(
                  new Portal.Page(
                      "http://www.example.com/", "192.0.2.80", false, new Portal.Seen.Right()))));
  private Reading<TlsChains> tlsChains =
      Reading.known(
          new TlsChains(
              AT, List.of(new TlsChains.Site("www.example.com", new TlsChains.Seen.Good(false)))));
  private Reading<RouterExposure> routerExposure = Reading.known(RouterExposure.NOT_ASKED);
  private Reading<DnsAnswers> dnsAnswers = Reading.known(SampleAnswers.honest("9.9.9.9"));

  public SampleFacts at(Instant other) {
    at = other;
    return this;
  }

  public SampleFacts wifi(Reading<Wifi> other) {
    wifi = other;
    return this;
  }

  /** Joined to a network of that name. */
  public SampleFacts wifi(String network, Wifi.Security security) {
    return wifi(Reading.known(new Wifi.Joined("wlan0", network, security)));
  }

  public SampleFacts dns(Reading<Dns> other) {
    dns = other;
    return this;
  }

  /** Names are answered by these, in plain text. */
  public SampleFacts dns(String... addresses) {
    var resolvers =
        List.of(addresses).stream()
            .map(address -> new Dns.Resolver(address, "", Dns.Transport.PLAIN))
            .toList();
    return dns(Reading.known(new Dns(resolvers, "resolv.conf")));
  }

  public SampleFacts gateway(Reading<Gateway> other) {
    gateway = other;
    return this;
  }

  public SampleFacts vpn(Reading<Vpn> other) {
    vpn = other;
    return this;
  }

  public SampleFacts vpn(Vpn.Path ipv4, Vpn.Path ipv6) {
    return vpn(Reading.known(new Vpn(ipv4, ipv6)));
  }

  public SampleFacts firewall(Reading<Firewall> other) {
    firewall = other;
    return this;
  }

  public SampleFacts firewall(Side ipv4, Side ipv6) {
    return firewall(Reading.known(new Firewall(ipv4, ipv6)));
  }

  public SampleFacts listening(Reading<Listening> other) {
    listening = other;
    return this;
  }

  public SampleFacts listening(Listening.Service... services) {
    return listening(Reading.known(new Listening(List.of(services))));
  }

  public SampleFacts patches(Reading<Patches> other) {
    patches = other;
    return this;
  }

  public SampleFacts osSupport(Reading<OsSupport> other) {
    osSupport = other;
    return this;
  }

  public SampleFacts disks(Reading<Disks> other) {
    disks = other;
    return this;
  }

  public SampleFacts reboot(Reading<Reboot> other) {
    reboot = other;
    return this;
  }

  public SampleFacts updating(Reading<Updating> other) {
    updating = other;
    return this;
  }

  public SampleFacts hosts(Reading<Hosts> other) {
    hosts = other;
    return this;
  }

  public SampleFacts screenLock(Reading<ScreenLock> other) {
    screenLock = other;
    return this;
  }

  public SampleFacts wifiAutoJoin(Reading<WifiAutoJoin> other) {
    wifiAutoJoin = other;
    return this;
  }

  public SampleFacts autoLogin(Reading<AutoLogin> other) {
    autoLogin = other;
    return this;
  }

  public SampleFacts clock(Reading<Clock> other) {
    clock = other;
    return this;
  }

  public SampleFacts nameBroadcast(Reading<NameBroadcast> other) {
    nameBroadcast = other;
    return this;
  }

  public SampleFacts lan(Reading<Lan> other) {
    lan = other;
    return this;
  }

  public SampleFacts remembered(Reading<Remembered> other) {
    remembered = other;
    return this;
  }

  public SampleFacts phishingProtection(Reading<PhishingProtection> other) {
    phishingProtection = other;
    return this;
  }

  public SampleFacts proxy(Reading<Proxy> other) {
    proxy = other;
    return this;
  }

  public SampleFacts passwordManager(Reading<PasswordManager> other) {
    passwordManager = other;
    return this;
  }

  public SampleFacts remoteTools(Reading<RemoteTools> other) {
    remoteTools = other;
    return this;
  }

  public SampleFacts antivirus(Reading<Antivirus> other) {
    antivirus = other;
    return this;
  }

  public SampleFacts integrity(Reading<Integrity> other) {
    integrity = other;
    return this;
  }

  public SampleFacts management(Reading<Management> other) {
    management = other;
    return this;
  }

  public SampleFacts trustedRoots(Reading<TrustedRoots> other) {
    trustedRoots = other;
    return this;
  }

  public SampleFacts reporting(Reading<Reporting> other) {
    reporting = other;
    return this;
  }

  public SampleFacts sharing(Reading<Sharing> other) {
    sharing = other;
    return this;
  }

  public SampleFacts portal(Portal.Seen... seen) {
    var pages = new java.util.ArrayList<Portal.Page>();
    for (Portal.Seen one : seen) {
      pages.add(new Portal.Page("http://www.example.com/", "192.0.2.80", false, one));
    }
    return portal(Reading.known(new Portal(AT, pages)));
  }

  public SampleFacts portal(Reading<Portal> other) {
    portal = other;
    return this;
  }

  public SampleFacts tlsChains(Reading<TlsChains> other) {
    tlsChains = other;
    return this;
  }

  public SampleFacts routerExposure(Reading<RouterExposure> other) {
    routerExposure = other;
    return this;
  }

  public SampleFacts dnsAnswers(Reading<DnsAnswers> other) {
    dnsAnswers = other;
    return this;
  }

  public Facts build() {
    return new Facts(
        at,
        device,
        wifi,
        dns,
        gateway,
        vpn,
        firewall,
        listening,
        patches,
        osSupport,
        disks,
        reboot,
        updating,
        hosts,
        screenLock,
        wifiAutoJoin,
        autoLogin,
        clock,
        nameBroadcast,
        lan,
        phishingProtection,
        passwordManager,
        remembered,
        proxy,
        remoteTools,
        antivirus,
        integrity,
        management,
        trustedRoots,
        sharing,
        dnsAnswers,
        reporting,
        portal,
        tlsChains,
        place,
        routerExposure);
  }

  /** Nothing could be read, for that reason. */
  public static Facts blind(Reason reason, String detail) {
    return new Facts(
        AT,
        Reading.unknown(reason, detail),
        Reading.unknown(reason, detail),
        Reading.unknown(reason, detail),
        Reading.unknown(reason, detail),
        Reading.unknown(reason, detail),
        Reading.unknown(reason, detail),
        Reading.unknown(reason, detail),
        Reading.unknown(reason, detail),
        Reading.unknown(reason, detail),
        Reading.unknown(reason, detail),
        Reading.unknown(reason, detail),
        Reading.unknown(reason, detail),
        Reading.unknown(reason, detail),
        Reading.unknown(reason, detail),
        Reading.unknown(reason, detail),
        Reading.unknown(reason, detail),
        Reading.unknown(reason, detail),
        Reading.unknown(reason, detail),
        Reading.unknown(reason, detail),
        Reading.unknown(reason, detail),
        Reading.unknown(reason, detail),
        Reading.unknown(reason, detail),
        Reading.unknown(reason, detail),
        Reading.unknown(reason, detail),
        Reading.unknown(reason, detail),
        Reading.unknown(reason, detail),
        Reading.unknown(reason, detail),
        Reading.unknown(reason, detail),
        Reading.unknown(reason, detail),
        Reading.unknown(reason, detail),
        Reading.unknown(reason, detail),
        Reading.unknown(reason, detail),
        Reading.unknown(reason, detail),
        Reading.unknown(reason, detail),
        Reading.unknown(reason, detail));
  }
}

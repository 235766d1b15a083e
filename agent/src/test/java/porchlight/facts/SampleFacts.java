package porchlight.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import porchlight.facts.Firewall.Side;

/** Facts for tests: a laptop in good order on a good network, but for what a test changes. */
public final class SampleFacts {
  public static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");

  /** By the kind of fact; {@link #with} alone puts them in, so each is of its kind. */
  private final Map<Class<?>, Reading<?>> readings = new HashMap<>(new GoodLaptop().readings());

  private Instant at = AT;

  private <T> SampleFacts with(Class<T> kind, Reading<T> reading) {
    readings.put(kind, reading);
    return this;
  }

  @SuppressWarnings("unchecked")
  private <T> Reading<T> of(Class<T> kind) {
    return (Reading<T>) Objects.requireNonNull(readings.get(kind));
  }

  public SampleFacts at(Instant other) {
    at = other;
    return this;
  }

  public SampleFacts device(Reading<Device> other) {
    return with(Device.class, other);
  }

  public SampleFacts wifi(Reading<Wifi> other) {
    return with(Wifi.class, other);
  }

  /** Joined to a network of that name. */
  public SampleFacts wifi(String network, Wifi.Security security) {
    return wifi(Reading.known(new Wifi.Joined("wlan0", network, security)));
  }

  public SampleFacts dns(Reading<Dns> other) {
    return with(Dns.class, other);
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
    return with(Gateway.class, other);
  }

  public SampleFacts vpn(Reading<Vpn> other) {
    return with(Vpn.class, other);
  }

  public SampleFacts vpn(Vpn.Path ipv4, Vpn.Path ipv6) {
    return vpn(Reading.known(new Vpn(ipv4, ipv6)));
  }

  public SampleFacts firewall(Reading<Firewall> other) {
    return with(Firewall.class, other);
  }

  public SampleFacts firewall(Side ipv4, Side ipv6) {
    return firewall(Reading.known(new Firewall(ipv4, ipv6)));
  }

  public SampleFacts listening(Reading<Listening> other) {
    return with(Listening.class, other);
  }

  public SampleFacts listening(Listening.Service... services) {
    return listening(Reading.known(new Listening(List.of(services))));
  }

  public SampleFacts patches(Reading<Patches> other) {
    return with(Patches.class, other);
  }

  public SampleFacts osSupport(Reading<OsSupport> other) {
    return with(OsSupport.class, other);
  }

  public SampleFacts disks(Reading<Disks> other) {
    return with(Disks.class, other);
  }

  public SampleFacts reboot(Reading<Reboot> other) {
    return with(Reboot.class, other);
  }

  public SampleFacts updating(Reading<Updating> other) {
    return with(Updating.class, other);
  }

  public SampleFacts hosts(Reading<Hosts> other) {
    return with(Hosts.class, other);
  }

  public SampleFacts screenLock(Reading<ScreenLock> other) {
    return with(ScreenLock.class, other);
  }

  public SampleFacts wifiAutoJoin(Reading<WifiAutoJoin> other) {
    return with(WifiAutoJoin.class, other);
  }

  public SampleFacts autoLogin(Reading<AutoLogin> other) {
    return with(AutoLogin.class, other);
  }

  public SampleFacts clock(Reading<Clock> other) {
    return with(Clock.class, other);
  }

  public SampleFacts nameBroadcast(Reading<NameBroadcast> other) {
    return with(NameBroadcast.class, other);
  }

  public SampleFacts lan(Reading<Lan> other) {
    return with(Lan.class, other);
  }

  public SampleFacts phishingProtection(Reading<PhishingProtection> other) {
    return with(PhishingProtection.class, other);
  }

  public SampleFacts passwordManager(Reading<PasswordManager> other) {
    return with(PasswordManager.class, other);
  }

  public SampleFacts remembered(Reading<Remembered> other) {
    return with(Remembered.class, other);
  }

  public SampleFacts proxy(Reading<Proxy> other) {
    return with(Proxy.class, other);
  }

  public SampleFacts remoteTools(Reading<RemoteTools> other) {
    return with(RemoteTools.class, other);
  }

  public SampleFacts antivirus(Reading<Antivirus> other) {
    return with(Antivirus.class, other);
  }

  public SampleFacts integrity(Reading<Integrity> other) {
    return with(Integrity.class, other);
  }

  public SampleFacts management(Reading<Management> other) {
    return with(Management.class, other);
  }

  public SampleFacts trustedRoots(Reading<TrustedRoots> other) {
    return with(TrustedRoots.class, other);
  }

  public SampleFacts sharing(Reading<Sharing> other) {
    return with(Sharing.class, other);
  }

  public SampleFacts dnsAnswers(Reading<DnsAnswers> other) {
    return with(DnsAnswers.class, other);
  }

  public SampleFacts reporting(Reading<Reporting> other) {
    return with(Reporting.class, other);
  }

  public SampleFacts portal(Reading<Portal> other) {
    return with(Portal.class, other);
  }

  public SampleFacts portal(Portal.Seen... seen) {
    var pages = new ArrayList<Portal.Page>();
    for (Portal.Seen one : seen) {
      pages.add(new Portal.Page("http://www.example.com/", "192.0.2.80", false, one));
    }
    return portal(Reading.known(new Portal(AT, pages)));
  }

  public SampleFacts tlsChains(Reading<TlsChains> other) {
    return with(TlsChains.class, other);
  }

  public SampleFacts place(Reading<Place> other) {
    return with(Place.class, other);
  }

  /** On networks of these. */
  public SampleFacts place(Place.Spot... spots) {
    return place(Reading.known(new Place(List.of(spots))));
  }

  public SampleFacts routerExposure(Reading<RouterExposure> other) {
    return with(RouterExposure.class, other);
  }

  public Facts build() {
    return new Facts(
        at,
        of(Device.class),
        of(Wifi.class),
        of(Dns.class),
        of(Gateway.class),
        of(Vpn.class),
        of(Firewall.class),
        of(Listening.class),
        of(Patches.class),
        of(OsSupport.class),
        of(Disks.class),
        of(Reboot.class),
        of(Updating.class),
        of(Hosts.class),
        of(ScreenLock.class),
        of(WifiAutoJoin.class),
        of(AutoLogin.class),
        of(Clock.class),
        of(NameBroadcast.class),
        of(Lan.class),
        of(PhishingProtection.class),
        of(PasswordManager.class),
        of(Remembered.class),
        of(Proxy.class),
        of(RemoteTools.class),
        of(Antivirus.class),
        of(Integrity.class),
        of(Management.class),
        of(TrustedRoots.class),
        of(Sharing.class),
        of(DnsAnswers.class),
        of(Reporting.class),
        of(Portal.class),
        of(TlsChains.class),
        of(Place.class),
        of(RouterExposure.class));
  }

  /** Nothing could be read, for that reason. */
  public static Facts blind(Reason reason, String detail) {
    return unread(reason, detail).build();
  }

  /** The same, to which what could be read is added. */
  public static SampleFacts unread(Reason reason, String detail) {
    var blind = new SampleFacts();
    blind.readings.replaceAll((kind, reading) -> Reading.unknown(reason, detail));
    return blind;
  }
}

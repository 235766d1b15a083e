package porchlight.facts;

import static porchlight.facts.SampleFacts.AT;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.facts.Firewall.Protocol;
import porchlight.facts.Firewall.Side;
import porchlight.facts.Listening.Reach;

/** What is read of a laptop in good order on a good network. */
final class GoodLaptop {
  private final Map<Class<?>, Reading<?>> readings = new HashMap<>();

  GoodLaptop() {
    system();
    network();
    people();
  }

  /** By the kind of fact. */
  Map<Class<?>, Reading<?>> readings() {
    return readings;
  }

  private <T> void known(Class<T> kind, T fact) {
    readings.put(kind, Reading.known(fact));
  }

  private void system() {
    known(
        Device.class,
        new Device("aurora", "linux", "Debian GNU/Linux", "13 (trixie)", "amd64", "LENOVO 21HD"));
    known(Patches.class, new Patches("apt", List.of(), Instant.parse("2026-11-21T20:11:00Z")));
    known(
        OsSupport.class,
        new OsSupport(
            "Debian 13",
            Optional.of(LocalDate.of(2028, 8, 9)),
            Optional.of(LocalDate.of(2030, 6, 30)),
            LocalDate.of(2026, 11, 1)));
    known(
        Disks.class,
        new Disks(
            List.of(
                new Disks.Place("/", Reading.known(Disks.Protection.ENCRYPTED)),
                new Disks.Place("swap", Reading.known(Disks.Protection.ENCRYPTED)))));
    known(Reboot.class, new Reboot.NotPending("6.12.48+deb13-amd64"));
    known(Updating.class, new Updating("unattended-upgrades", List.of()));
    known(Clock.class, new Clock.Kept("systemd-timesyncd", Optional.of(AT.minusSeconds(600))));
    known(
        Antivirus.class,
        new Antivirus(
            List.of(
                new Antivirus.Product(
                    "ClamAV",
                    Reading.known(true),
                    Reading.known(Instant.parse("2026-11-22T07:30:00Z")),
                    Reading.known(false),
                    Duration.ZERO))));
    known(
        Integrity.class,
        new Integrity(
            List.of(
                new Integrity.Guard(
                    Integrity.Kind.SECURE_BOOT, Reading.known(Integrity.State.ON)))));
    known(Management.class, new Management.DoesNotApply("Linux has no such enrolment"));
    known(TrustedRoots.class, new TrustedRoots(List.of(), Optional.empty()));
  }

  private void network() {
    known(Wifi.class, new Wifi.Joined("wlan0", "Attic", Wifi.Security.WPA2_WPA3));
    known(
        Dns.class,
        new Dns(
            List.of(new Dns.Resolver("9.9.9.9", "wlan0", Dns.Transport.AUTHENTICATED)),
            "systemd-resolved"));
    known(
        Gateway.class,
        new Gateway(List.of(new Gateway.Hop("192.168.1.1", "wlan0", "02:00:5e:00:00:01"))));
    known(Vpn.class, new Vpn(new Vpn.Path.Direct("wlan0"), new Vpn.Path.NoRoute()));
    known(Firewall.class, new Firewall(Side.blocked(), Side.blocked()));
    known(
        Listening.class,
        new Listening(
            List.of(
                new Listening.Service(Protocol.TCP, "127.0.0.1", 631, Reach.LOOPBACK, "cupsd"))));
    known(Hosts.class, new Hosts(true, List.of(), 0));
    known(WifiAutoJoin.class, new WifiAutoJoin.Saved(List.of(), 3, Optional.empty()));
    known(NameBroadcast.class, new NameBroadcast(List.of(), Optional.empty()));
    known(Lan.class, new SampleLan().build());
    known(Remembered.class, Remembered.NOTHING);
    known(Proxy.class, new Proxy(List.of(), Optional.empty()));
    known(DnsAnswers.class, SampleAnswers.honest("9.9.9.9"));
    known(
        Portal.class,
        new Portal(
            AT,
            List.of(
                new Portal.Page(
                    "http://www.example.com/", "192.0.2.80", false, new Portal.Seen.Right()))));
    known(
        TlsChains.class,
        new TlsChains(
            AT, List.of(new TlsChains.Site("www.example.com", new TlsChains.Seen.Good(false)))));
    known(
        Place.class,
        new Place(
            List.of(
                new Place.Spot(
                    "wlan0",
                    Optional.of("AAAAAAAAAAAAAAAAAAAAAA"),
                    List.of(Place.Sign.PASSWORD_WIFI, Place.Sign.HOME_RANGE),
                    Reading.known(Optional.empty()),
                    Optional.empty()))));
    known(RouterExposure.class, RouterExposure.NOT_ASKED);
  }

  private void people() {
    known(
        ScreenLock.class,
        new ScreenLock.Desktops(
            List.of(
                new ScreenLock.Seat(
                    "ann", "GNOME", new ScreenLock.Lock.After(Duration.ofMinutes(5))))));
    known(
        AutoLogin.class,
        new AutoLogin.Doors(List.of(new AutoLogin.Door("GDM", new AutoLogin.Entry.Asks()))));
    known(
        PhishingProtection.class,
        new PhishingProtection(
            List.of(
                new PhishingProtection.Profile(
                    "ann",
                    "Firefox",
                    "x7k2p9qa.default-release",
                    new PhishingProtection.Warning.On("the browser's default"),
                    new PhishingProtection.Names.Laptops("the browser's default")))));
    known(
        PasswordManager.class,
        new PasswordManager(
            List.of(
                new PasswordManager.Place(
                    "ann",
                    "Firefox",
                    "x7k2p9qa.default-release",
                    new PasswordManager.Keeper.Dedicated("Bitwarden")))));
    known(RemoteTools.class, new RemoteTools(List.of(), Optional.empty()));
    known(
        Sharing.class,
        new Sharing(
            List.of(
                new Sharing.Offer(Sharing.Kind.PRINTERS, Reading.known(Sharing.Audience.NOBODY)))));
    known(Reporting.class, new Reporting.ToNobody());
  }
}

package porchlight.cli;

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
import porchlight.facts.Portal;
import porchlight.facts.Proxy;
import porchlight.facts.Reading;
import porchlight.facts.Reboot;
import porchlight.facts.RemoteTools;
import porchlight.facts.Right;
import porchlight.facts.RouterExposure;
import porchlight.facts.ScreenLock;
import porchlight.facts.Sharing;
import porchlight.facts.TlsChains;
import porchlight.facts.TrustedRoots;
import porchlight.facts.Updating;
import porchlight.facts.Vpn;
import porchlight.facts.Wifi;
import porchlight.facts.WifiAutoJoin;
import porchlight.gather.First;
import porchlight.gather.Gatherer;

/** An operating system that says just these facts. */
public record FactsGatherer(Facts facts) implements Gatherer {
  @Override
  public Right right(Fact fact) {
    return fact == Fact.FIREWALL ? Right.root("the loaded rules") : Right.user();
  }

  @Override
  public Reading<Device> device() {
    return facts.device();
  }

  @Override
  public Reading<Wifi> wifi() {
    return facts.wifi();
  }

  @Override
  public Reading<Dns> dns() {
    return facts.dns();
  }

  @Override
  public Reading<Gateway> gateway() {
    return facts.gateway();
  }

  @Override
  public Reading<Vpn> vpn() {
    return facts.vpn();
  }

  @Override
  public Reading<Firewall> firewall() {
    return facts.firewall();
  }

  @Override
  public Reading<Listening> listening() {
    return facts.listening();
  }

  @Override
  public Reading<Patches> patches() {
    return facts.patches();
  }

  @Override
  public Reading<OsSupport> osSupport() {
    return facts.osSupport();
  }

  @Override
  public Reading<Disks> disks() {
    return facts.disks();
  }

  @Override
  public Reading<Reboot> reboot() {
    return facts.reboot();
  }

  @Override
  public Reading<Updating> updating() {
    return facts.updating();
  }

  @Override
  public Reading<Hosts> hosts() {
    return facts.hosts();
  }

  @Override
  public Reading<ScreenLock> screenLock() {
    return facts.screenLock();
  }

  @Override
  public Reading<WifiAutoJoin> wifiAutoJoin() {
    return facts.wifiAutoJoin();
  }

  @Override
  public Reading<AutoLogin> autoLogin() {
    return facts.autoLogin();
  }

  @Override
  public Reading<Clock> clock() {
    return facts.clock();
  }

  @Override
  public Reading<NameBroadcast> nameBroadcast() {
    return facts.nameBroadcast();
  }

  @Override
  public Reading<Lan> lan() {
    return facts.lan();
  }

  @Override
  public Reading<PhishingProtection> phishingProtection() {
    return facts.phishingProtection();
  }

  @Override
  public Reading<Proxy> proxy() {
    return facts.proxy();
  }

  @Override
  public Reading<PasswordManager> passwordManager() {
    return facts.passwordManager();
  }

  @Override
  public Reading<RemoteTools> remoteTools() {
    return facts.remoteTools();
  }

  @Override
  public Reading<Antivirus> antivirus() {
    return facts.antivirus();
  }

  @Override
  public Reading<Integrity> integrity() {
    return facts.integrity();
  }

  @Override
  public Reading<Management> management() {
    return facts.management();
  }

  @Override
  public Reading<TrustedRoots> trustedRoots() {
    return facts.trustedRoots();
  }

  @Override
  public Reading<Sharing> sharing() {
    return facts.sharing();
  }

  @Override
  public Reading<DnsAnswers> dnsAnswers(First first) {
    return facts.dnsAnswers();
  }

  @Override
  public Reading<Portal> portal(First first) {
    return facts.portal();
  }

  @Override
  public Reading<TlsChains> tlsChains(First first) {
    return facts.tlsChains();
  }

  @Override
  public Reading<RouterExposure> routerExposure(First first) {
    return facts.routerExposure();
  }
}

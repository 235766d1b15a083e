package porchlight.gather;

import porchlight.facts.Antivirus;
import porchlight.facts.AutoLogin;
import porchlight.facts.Clock;
import porchlight.facts.Device;
import porchlight.facts.Disks;
import porchlight.facts.Dns;
import porchlight.facts.DnsAnswers;
import porchlight.facts.Fact;
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
import porchlight.facts.Reason;
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

/**
 * An operating system whose facts Porchlight does not read yet: honest about every one of them.
 *
 * @param system its name for the message: {@code Windows}
 */
public record Unread(String system) implements Gatherer {

  private <T> Reading<T> notYet() {
    return Reading.unknown(
        Reason.NOT_SUPPORTED, "this version of Porchlight does not read it on " + system);
  }

  @Override
  public Right right(Fact fact) {
    return Right.notRead();
  }

  @Override
  public Reading<Device> device() {
    return notYet();
  }

  @Override
  public Reading<Wifi> wifi() {
    return notYet();
  }

  @Override
  public Reading<Dns> dns() {
    return notYet();
  }

  @Override
  public Reading<Gateway> gateway() {
    return notYet();
  }

  @Override
  public Reading<Vpn> vpn() {
    return notYet();
  }

  @Override
  public Reading<Firewall> firewall() {
    return notYet();
  }

  @Override
  public Reading<Listening> listening() {
    return notYet();
  }

  @Override
  public Reading<Patches> patches() {
    return notYet();
  }

  @Override
  public Reading<OsSupport> osSupport() {
    return notYet();
  }

  @Override
  public Reading<Disks> disks() {
    return notYet();
  }

  @Override
  public Reading<Reboot> reboot() {
    return notYet();
  }

  @Override
  public Reading<Updating> updating() {
    return notYet();
  }

  @Override
  public Reading<Hosts> hosts() {
    return notYet();
  }

  @Override
  public Reading<ScreenLock> screenLock() {
    return notYet();
  }

  @Override
  public Reading<WifiAutoJoin> wifiAutoJoin() {
    return notYet();
  }

  @Override
  public Reading<AutoLogin> autoLogin() {
    return notYet();
  }

  @Override
  public Reading<Clock> clock() {
    return notYet();
  }

  @Override
  public Reading<NameBroadcast> nameBroadcast() {
    return notYet();
  }

  @Override
  public Reading<Lan> lan() {
    return notYet();
  }

  @Override
  public Reading<PhishingProtection> phishingProtection() {
    return notYet();
  }

  @Override
  public Reading<Proxy> proxy() {
    return notYet();
  }

  @Override
  public Reading<PasswordManager> passwordManager() {
    return notYet();
  }

  @Override
  public Reading<RemoteTools> remoteTools() {
    return notYet();
  }

  @Override
  public Reading<Antivirus> antivirus() {
    return notYet();
  }

  @Override
  public Reading<Integrity> integrity() {
    return notYet();
  }

  @Override
  public Reading<Management> management() {
    return notYet();
  }

  @Override
  public Reading<TrustedRoots> trustedRoots() {
    return notYet();
  }

  @Override
  public Reading<Sharing> sharing() {
    return notYet();
  }

  @Override
  public Reading<DnsAnswers> dnsAnswers(First first) {
    return notYet();
  }

  @Override
  public Reading<Portal> portal(First first) {
    return notYet();
  }

  @Override
  public Reading<TlsChains> tlsChains(First first) {
    return notYet();
  }

  @Override
  public Reading<RouterExposure> routerExposure(First first) {
    return notYet();
  }
}

package porchlight.gather.linux;

import java.util.List;
import java.util.Optional;
import porchlight.facts.Antivirus;
import porchlight.facts.AutoLogin;
import porchlight.facts.Clock;
import porchlight.facts.Device;
import porchlight.facts.Disks;
import porchlight.facts.Dns;
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
import porchlight.facts.Proxy;
import porchlight.facts.Reading;
import porchlight.facts.Reboot;
import porchlight.facts.RemoteTools;
import porchlight.facts.Right;
import porchlight.facts.ScreenLock;
import porchlight.facts.Sharing;
import porchlight.facts.TrustedRoots;
import porchlight.facts.Updating;
import porchlight.facts.Vpn;
import porchlight.facts.Wifi;
import porchlight.facts.WifiAutoJoin;
import porchlight.gather.AskedOnce;
import porchlight.gather.linux.antivirus.LinuxAntivirus;
import porchlight.gather.linux.browsers.LinuxPasswordManager;
import porchlight.gather.linux.browsers.LinuxPhishingProtection;
import porchlight.gather.linux.clock.LinuxClock;
import porchlight.gather.linux.disks.LinuxDisks;
import porchlight.gather.linux.dns.LinuxDns;
import porchlight.gather.linux.dns.LinuxNameBroadcast;
import porchlight.gather.linux.firewall.LinuxFirewall;
import porchlight.gather.linux.integrity.LinuxIntegrity;
import porchlight.gather.linux.integrity.LinuxTrustedRoots;
import porchlight.gather.linux.login.LinuxAutoLogin;
import porchlight.gather.linux.patches.LinuxPatches;
import porchlight.gather.linux.people.LinuxProxy;
import porchlight.gather.linux.people.LinuxScreenLock;
import porchlight.gather.linux.ports.LinuxListening;
import porchlight.gather.linux.remote.LinuxRemoteTools;
import porchlight.gather.linux.route.LinuxGateway;
import porchlight.gather.linux.route.LinuxLan;
import porchlight.gather.linux.route.LinuxVpn;
import porchlight.gather.linux.upkeep.LinuxReboot;
import porchlight.gather.linux.upkeep.LinuxUpdating;
import porchlight.gather.linux.wifi.LinuxWifi;
import porchlight.gather.linux.wifi.LinuxWifiAutoJoin;
import porchlight.gather.network.AsksTheNetwork;
import porchlight.machine.Machine;

/** Linux: which source answers for which fact. */
public final class LinuxGatherer implements AsksTheNetwork {
  private final Machine machine;

  /**
   * For facts that have sources in common, which are programs: each is started once, and they have
   * all seen the same. Not for the Wi-Fi, which is looked at again while it connects.
   */
  private final Machine once;

  public LinuxGatherer(Machine machine) {
    this.machine = machine;
    this.once = new AskedOnce(machine);
  }

  @Override
  public Machine machine() {
    return machine;
  }

  @Override
  public Right right(Fact fact) {
    return LinuxRights.of(fact);
  }

  @Override
  public Reading<Device> device() {
    return LinuxDevice.read(machine);
  }

  @Override
  public Reading<Wifi> wifi() {
    return LinuxWifi.read(machine);
  }

  @Override
  public Reading<Dns> dns() {
    return LinuxDns.read(machine);
  }

  @Override
  public Reading<Gateway> gateway() {
    return LinuxGateway.read(once);
  }

  @Override
  public Reading<Vpn> vpn() {
    return LinuxVpn.read(once);
  }

  @Override
  public Reading<Firewall> firewall() {
    return LinuxFirewall.read(once, Optional.empty());
  }

  @Override
  public Reading<Listening> listening() {
    return LinuxListening.read(machine);
  }

  @Override
  public Reading<Patches> patches() {
    return LinuxPatches.read(machine);
  }

  @Override
  public Reading<OsSupport> osSupport() {
    return LinuxOsSupport.read(machine);
  }

  @Override
  public Reading<Disks> disks() {
    return LinuxDisks.read(machine);
  }

  @Override
  public Reading<Reboot> reboot() {
    return LinuxReboot.read(machine);
  }

  @Override
  public Reading<Updating> updating() {
    return LinuxUpdating.read(machine);
  }

  @Override
  public Reading<Hosts> hosts() {
    return LinuxHosts.read(machine);
  }

  @Override
  public Reading<ScreenLock> screenLock() {
    return LinuxScreenLock.read(machine);
  }

  @Override
  public Reading<WifiAutoJoin> wifiAutoJoin() {
    return LinuxWifiAutoJoin.read(machine);
  }

  @Override
  public Reading<AutoLogin> autoLogin() {
    return LinuxAutoLogin.read(machine);
  }

  @Override
  public Reading<Clock> clock() {
    return LinuxClock.read(machine);
  }

  @Override
  public Reading<NameBroadcast> nameBroadcast() {
    return LinuxNameBroadcast.read(machine);
  }

  @Override
  public Reading<Lan> lan() {
    return LinuxLan.read(once);
  }

  @Override
  public Reading<PhishingProtection> phishingProtection() {
    return LinuxPhishingProtection.read(machine);
  }

  @Override
  public Reading<Proxy> proxy() {
    return LinuxProxy.read(machine);
  }

  @Override
  public Reading<PasswordManager> passwordManager() {
    return LinuxPasswordManager.read(machine);
  }

  @Override
  public Reading<RemoteTools> remoteTools() {
    return LinuxRemoteTools.read(machine);
  }

  @Override
  public Reading<Antivirus> antivirus() {
    return LinuxAntivirus.read(machine);
  }

  @Override
  public Reading<Integrity> integrity() {
    return LinuxIntegrity.read(machine);
  }

  @Override
  public Reading<Management> management() {
    return LinuxIntegrity.management();
  }

  @Override
  public Reading<TrustedRoots> trustedRoots() {
    return LinuxTrustedRoots.read(machine);
  }

  @Override
  public Reading<Sharing> sharing() {
    return LinuxIntegrity.sharing();
  }

  @Override
  public List<String> fronts() {
    return LinuxDns.fronts(machine);
  }
}

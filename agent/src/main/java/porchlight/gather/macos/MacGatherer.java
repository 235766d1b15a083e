package porchlight.gather.macos;

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
import porchlight.gather.macos.antivirus.MacAntivirus;
import porchlight.gather.macos.browsers.MacPasswordManager;
import porchlight.gather.macos.browsers.MacPhishingProtection;
import porchlight.gather.macos.integrity.MacIntegrity;
import porchlight.gather.macos.integrity.MacManagement;
import porchlight.gather.macos.integrity.MacTrustedRoots;
import porchlight.gather.macos.network.MacFirewall;
import porchlight.gather.macos.network.MacGateway;
import porchlight.gather.macos.network.MacLan;
import porchlight.gather.macos.network.MacListening;
import porchlight.gather.macos.network.MacNameBroadcast;
import porchlight.gather.macos.network.MacVpn;
import porchlight.gather.macos.network.Scutil;
import porchlight.gather.macos.network.ScutilProxy;
import porchlight.gather.macos.people.MacAutoLogin;
import porchlight.gather.macos.people.MacScreenLock;
import porchlight.gather.macos.remote.MacRemoteTools;
import porchlight.gather.macos.sharing.MacSharing;
import porchlight.gather.macos.upkeep.MacPatches;
import porchlight.gather.macos.upkeep.MacReboot;
import porchlight.gather.macos.upkeep.MacUpdating;
import porchlight.gather.macos.wifi.MacWifi;
import porchlight.gather.macos.wifi.MacWifiAutoJoin;
import porchlight.gather.network.AsksTheNetwork;
import porchlight.machine.Machine;

/** macOS: which source answers for which fact, each source asked once. */
public record MacGatherer(Machine machine) implements AsksTheNetwork {

  public MacGatherer {
    machine = new AskedOnce(machine);
  }

  @Override
  public Right right(Fact fact) {
    return MacRights.of(fact);
  }

  @Override
  public Reading<Device> device() {
    return MacDevice.read(machine);
  }

  @Override
  public Reading<Wifi> wifi() {
    return MacWifi.read(machine);
  }

  @Override
  public Reading<Dns> dns() {
    return Scutil.read(machine);
  }

  @Override
  public Reading<Gateway> gateway() {
    return MacGateway.read(machine);
  }

  @Override
  public Reading<Vpn> vpn() {
    return MacVpn.read(machine);
  }

  @Override
  public Reading<Firewall> firewall() {
    return MacFirewall.read(machine);
  }

  @Override
  public Reading<Listening> listening() {
    return MacListening.read(machine);
  }

  @Override
  public Reading<Patches> patches() {
    return MacPatches.read(machine);
  }

  @Override
  public Reading<OsSupport> osSupport() {
    return MacOsSupport.read(machine);
  }

  @Override
  public Reading<Disks> disks() {
    return FileVault.read(machine);
  }

  @Override
  public Reading<Reboot> reboot() {
    return MacReboot.read(machine);
  }

  @Override
  public Reading<Updating> updating() {
    return MacUpdating.read(machine);
  }

  @Override
  public Reading<Hosts> hosts() {
    return MacHosts.read(machine);
  }

  @Override
  public Reading<ScreenLock> screenLock() {
    return MacScreenLock.read(machine);
  }

  @Override
  public Reading<WifiAutoJoin> wifiAutoJoin() {
    return MacWifiAutoJoin.read(machine);
  }

  @Override
  public Reading<AutoLogin> autoLogin() {
    return MacAutoLogin.read(machine);
  }

  @Override
  public Reading<Clock> clock() {
    return MacClock.read(machine);
  }

  @Override
  public Reading<NameBroadcast> nameBroadcast() {
    return MacNameBroadcast.read(machine);
  }

  @Override
  public Reading<Lan> lan() {
    return MacLan.read(machine);
  }

  @Override
  public Reading<PhishingProtection> phishingProtection() {
    return MacPhishingProtection.read(machine);
  }

  @Override
  public Reading<Proxy> proxy() {
    return ScutilProxy.read(machine);
  }

  @Override
  public Reading<PasswordManager> passwordManager() {
    return MacPasswordManager.read(machine);
  }

  @Override
  public Reading<RemoteTools> remoteTools() {
    return MacRemoteTools.read(machine);
  }

  @Override
  public Reading<Antivirus> antivirus() {
    return MacAntivirus.read(machine);
  }

  @Override
  public Reading<Integrity> integrity() {
    return MacIntegrity.read(machine);
  }

  @Override
  public Reading<Management> management() {
    return MacManagement.read(machine);
  }

  @Override
  public Reading<TrustedRoots> trustedRoots() {
    return MacTrustedRoots.read(machine);
  }

  @Override
  public Reading<Sharing> sharing() {
    return MacSharing.read(machine);
  }
}

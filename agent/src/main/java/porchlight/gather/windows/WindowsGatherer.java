package porchlight.gather.windows;

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
import porchlight.gather.network.AsksTheNetwork;
import porchlight.gather.windows.browsers.WinPasswordManager;
import porchlight.gather.windows.browsers.WinPhishingProtection;
import porchlight.gather.windows.firewall.WinFirewall;
import porchlight.gather.windows.network.WinDns;
import porchlight.gather.windows.network.WinGateway;
import porchlight.gather.windows.network.WinLan;
import porchlight.gather.windows.network.WinNameBroadcast;
import porchlight.gather.windows.network.WinProxy;
import porchlight.gather.windows.network.WinVpn;
import porchlight.gather.windows.people.WinAutoLogin;
import porchlight.gather.windows.people.WinScreenLock;
import porchlight.gather.windows.ports.WinListening;
import porchlight.gather.windows.remote.WinRemoteTools;
import porchlight.gather.windows.remote.WinSharing;
import porchlight.gather.windows.security.WinAntivirus;
import porchlight.gather.windows.security.WinDisks;
import porchlight.gather.windows.security.WinIntegrity;
import porchlight.gather.windows.upkeep.WinClock;
import porchlight.gather.windows.upkeep.WinManagement;
import porchlight.gather.windows.upkeep.WinOsSupport;
import porchlight.gather.windows.upkeep.WinPatches;
import porchlight.gather.windows.upkeep.WinReboot;
import porchlight.gather.windows.upkeep.WinTrustedRoots;
import porchlight.gather.windows.upkeep.WinUpdating;
import porchlight.gather.windows.wifi.WinWifi;
import porchlight.gather.windows.wifi.WinWifiAutoJoin;
import porchlight.machine.Machine;

/** Windows: which source answers for which fact, each source asked once. */
public record WindowsGatherer(Machine machine) implements AsksTheNetwork {

  public WindowsGatherer {
    machine = new AskedOnce(machine);
  }

  @Override
  public Right right(Fact fact) {
    return WindowsRights.of(fact);
  }

  @Override
  public Reading<Device> device() {
    return WinDevice.read(machine);
  }

  @Override
  public Reading<Wifi> wifi() {
    return WinWifi.read(machine);
  }

  @Override
  public Reading<Dns> dns() {
    return WinDns.read(machine);
  }

  @Override
  public Reading<Gateway> gateway() {
    return WinGateway.read(machine);
  }

  @Override
  public Reading<Vpn> vpn() {
    return WinVpn.read(machine);
  }

  @Override
  public Reading<Firewall> firewall() {
    return WinFirewall.read(machine);
  }

  @Override
  public Reading<Listening> listening() {
    return WinListening.read(machine);
  }

  @Override
  public Reading<Patches> patches() {
    return WinPatches.read(machine);
  }

  @Override
  public Reading<OsSupport> osSupport() {
    return WinOsSupport.read(machine);
  }

  @Override
  public Reading<Disks> disks() {
    return WinDisks.read(machine);
  }

  @Override
  public Reading<Reboot> reboot() {
    return WinReboot.read(machine);
  }

  @Override
  public Reading<Updating> updating() {
    return WinUpdating.read(machine);
  }

  @Override
  public Reading<Hosts> hosts() {
    return WinHosts.read(machine);
  }

  @Override
  public Reading<ScreenLock> screenLock() {
    return WinScreenLock.read(machine);
  }

  @Override
  public Reading<WifiAutoJoin> wifiAutoJoin() {
    return WinWifiAutoJoin.read(machine);
  }

  @Override
  public Reading<AutoLogin> autoLogin() {
    return WinAutoLogin.read(machine);
  }

  @Override
  public Reading<Clock> clock() {
    return WinClock.read(machine);
  }

  @Override
  public Reading<NameBroadcast> nameBroadcast() {
    return WinNameBroadcast.read(machine);
  }

  @Override
  public Reading<Lan> lan() {
    return WinLan.read(machine);
  }

  @Override
  public Reading<PhishingProtection> phishingProtection() {
    return WinPhishingProtection.read(machine);
  }

  @Override
  public Reading<Proxy> proxy() {
    return WinProxy.read(machine);
  }

  @Override
  public Reading<PasswordManager> passwordManager() {
    return WinPasswordManager.read(machine);
  }

  @Override
  public Reading<RemoteTools> remoteTools() {
    return WinRemoteTools.read(machine);
  }

  @Override
  public Reading<Antivirus> antivirus() {
    return WinAntivirus.read(machine);
  }

  @Override
  public Reading<Integrity> integrity() {
    return WinIntegrity.read(machine);
  }

  @Override
  public Reading<Management> management() {
    return WinManagement.read(machine);
  }

  @Override
  public Reading<TrustedRoots> trustedRoots() {
    return WinTrustedRoots.read(machine);
  }

  @Override
  public Reading<Sharing> sharing() {
    return WinSharing.read(machine);
  }
}

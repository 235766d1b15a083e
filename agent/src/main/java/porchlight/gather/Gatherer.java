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
 * One operating system: how each fact is read on it. A new fact is a compile error in every one of
 * them.
 */
public interface Gatherer {
  /** What it takes to read that fact here. */
  Right right(Fact fact);

  Reading<Device> device();

  Reading<Wifi> wifi();

  Reading<Dns> dns();

  Reading<Gateway> gateway();

  Reading<Vpn> vpn();

  Reading<Firewall> firewall();

  Reading<Listening> listening();

  Reading<Patches> patches();

  Reading<OsSupport> osSupport();

  Reading<Disks> disks();

  Reading<Reboot> reboot();

  Reading<Updating> updating();

  Reading<Hosts> hosts();

  Reading<ScreenLock> screenLock();

  Reading<WifiAutoJoin> wifiAutoJoin();

  Reading<AutoLogin> autoLogin();

  Reading<Clock> clock();

  Reading<NameBroadcast> nameBroadcast();

  Reading<Lan> lan();

  Reading<PhishingProtection> phishingProtection();

  Reading<Proxy> proxy();

  Reading<PasswordManager> passwordManager();

  Reading<RemoteTools> remoteTools();

  Reading<Antivirus> antivirus();

  Reading<Integrity> integrity();

  Reading<Management> management();

  Reading<TrustedRoots> trustedRoots();

  Reading<Sharing> sharing();

  Reading<DnsAnswers> dnsAnswers(First first);

  Reading<Portal> portal(First first);

  Reading<TlsChains> tlsChains(First first);

  Reading<RouterExposure> routerExposure(First first);
}

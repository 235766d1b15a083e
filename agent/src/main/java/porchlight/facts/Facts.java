package porchlight.facts;

import java.time.Instant;

/**
 * Everything that was read of one machine at one time. Time is a fact, so judging needs no clock;
 * so is what this agent itself remembers, which no machine is asked for.
 */
public record Facts(
    Instant at,
    Reading<Device> device,
    Reading<Wifi> wifi,
    Reading<Dns> dns,
    Reading<Gateway> gateway,
    Reading<Vpn> vpn,
    Reading<Firewall> firewall,
    Reading<Listening> listening,
    Reading<Patches> patches,
    Reading<OsSupport> osSupport,
    Reading<Disks> disks,
    Reading<Reboot> reboot,
    Reading<Updating> updating,
    Reading<Hosts> hosts,
    Reading<ScreenLock> screenLock,
    Reading<WifiAutoJoin> wifiAutoJoin,
    Reading<AutoLogin> autoLogin,
    Reading<Clock> clock,
    Reading<NameBroadcast> nameBroadcast,
    Reading<Lan> lan,
    Reading<PhishingProtection> phishingProtection,
    Reading<PasswordManager> passwordManager,
    Reading<Remembered> remembered,
    Reading<Proxy> proxy,
    Reading<RemoteTools> remoteTools,
    Reading<Antivirus> antivirus,
    Reading<Integrity> integrity,
    Reading<Management> management,
    Reading<TrustedRoots> trustedRoots,
    Reading<Sharing> sharing,
    Reading<DnsAnswers> dnsAnswers,
    Reading<Reporting> reporting,
    Reading<Portal> portal,
    Reading<TlsChains> tlsChains,
    Reading<Place> place,
    Reading<RouterExposure> routerExposure) {

  /** The reading of the fact with that name. */
  public Reading<?> reading(Fact fact) {
    return switch (fact) {
      case DEVICE -> device;
      case WIFI -> wifi;
      case DNS -> dns;
      case GATEWAY -> gateway;
      case VPN -> vpn;
      case FIREWALL -> firewall;
      case LISTENING -> listening;
      case PATCHES -> patches;
      case OS_SUPPORT -> osSupport;
      case DISKS -> disks;
      case REBOOT -> reboot;
      case UPDATING -> updating;
      case HOSTS -> hosts;
      case SCREEN_LOCK -> screenLock;
      case WIFI_AUTO_JOIN -> wifiAutoJoin;
      case AUTO_LOGIN -> autoLogin;
      case CLOCK -> clock;
      case NAME_BROADCAST -> nameBroadcast;
      case LAN -> lan;
      case PHISHING_PROTECTION -> phishingProtection;
      case PROXY -> proxy;
      case PASSWORD_MANAGER -> passwordManager;
      case REMOTE_TOOLS -> remoteTools;
      case ANTIVIRUS -> antivirus;
      case INTEGRITY -> integrity;
      case MANAGEMENT -> management;
      case TRUSTED_ROOTS -> trustedRoots;
      case SHARING -> sharing;
      case DNS_ANSWERS -> dnsAnswers;
      case PORTAL -> portal;
      case TLS_CHAINS -> tlsChains;
      case PLACE -> place;
      case ROUTER_EXPOSURE -> routerExposure;
    };
  }
}

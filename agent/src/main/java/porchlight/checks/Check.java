package porchlight.checks;

import java.util.Set;
import porchlight.facts.Fact;
import porchlight.facts.Facts;

/**
 * One question asked of the facts. A record: its fields are its parameters, its judgment is one
 * pure method.
 */
public sealed interface Check
    permits WifiEncryption,
        DnsResolvers,
        Vpn,
        Firewall,
        ListeningServices,
        OsPatches,
        OsSupport,
        DiskEncryption,
        RebootPending,
        AutoUpdates,
        HostsFile,
        ScreenLock,
        WifiAutoJoin,
        AutoLogin,
        DnsEncryption,
        Clock,
        Reporting,
        NameBroadcast,
        GatewayIdentity,
        Place,
        PhishingProtection,
        Proxy,
        PasswordManager,
        RemoteAccessTools,
        Antivirus,
        SystemIntegrity,
        Management,
        TrustedRoots,
        Sharing,
        DnsIntegrity,
        DnsFiltering,
        CaptivePortal,
        TlsInterception,
        RouterExposure {

  /**
   * The name in policies, reports, pages and on screens: {@code WifiEncryption} is {@code
   * wifi-encryption}.
   */
  default String id() {
    return idOf(getClass());
  }

  /** The name of that kind of check. */
  static String idOf(Class<? extends Check> kind) {
    var id = new StringBuilder();
    for (char letter : kind.getSimpleName().toCharArray()) {
      id.append(Character.isUpperCase(letter) && !id.isEmpty() ? "-" : "");
      id.append(Character.toLowerCase(letter));
    }
    return id.toString();
  }

  /** The facts that are looked at. */
  Set<Fact> needs();

  /** The judgment; never throws, whatever the facts. */
  Verdict judge(Facts facts);
}

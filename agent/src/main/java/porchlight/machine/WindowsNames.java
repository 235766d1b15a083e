package porchlight.machine;

import java.util.List;
import java.util.regex.Pattern;
import porchlight.machine.Redaction.Personal;

/** Where answers of Windows name people, networks and companies. */
final class WindowsNames {
  private static final Personal SSID =
      new Personal(Pattern.compile("(?m)^(?:ssid|profile)=(.+)$"), "network");
  private static final Personal NETWORK =
      new Personal(Pattern.compile("(?m)^name=(.+)$"), "network");
  private static final Personal ADAPTER =
      new Personal(Pattern.compile("(?m)^name=(?!(?:Wi-Fi|Ethernet)(?: \\d+)?$)(.+)$"), "link");
  private static final Personal DOMAIN =
      new Personal(Pattern.compile("(?m)^(?:suffix|domain|searchList)=([^\\s,]+)"), "domain");
  private static final Personal PROXY =
      new Personal(
          Pattern.compile("(?m)^(?:proxy|script)=(?:[a-z]+=)?+(?:[a-z]+://)?+([A-Za-z][^/:;\\s]*)"),
          "host");

  /** A home folder is called after its owner, wherever its path stands, doubled or not. */
  static final Personal HOME =
      new Personal(
          Pattern.compile(
              "(?i)[a-z]:\\\\{1,2}Users\\\\{1,2}(?!(?:Public|Default|All Users|Default User)(?:[\\\\\"]|$))"
                  + "([^\\\\/:*?\"<>|\\r\\n]+)"),
          "person");

  /** Values that are names, of machines, domains, people and networks. */
  private static final Personal VALUE =
      new Personal(
          Pattern.compile(
              "(?im)^\"(?:ComputerName|HostName|NV HostName|(?:NV |Dhcp)?Domain|SearchList|DefaultUserName"
                  + "|DefaultDomainName|LastUsedUsername|LastLoggedOnUser|ProfileName|FirstNetwork"
                  + "|RegisteredOwner|RegisteredOrganization|TenantName|UserEmail|UPN)\"="
                  + "\"(.+)\"$"),
          "name");

  /** As it is told; where the machine makes no name of it, none is known to be in it. */
  private static final Personal HINT =
      new Personal(Pattern.compile("(?im)^\"DhcpNetworkHint\"=\"(?:ssid:)?(.+)\"$"), "network");

  /** The host of a server or proxy, which may be called after a company. */
  private static final Personal SERVER =
      new Personal(
          Pattern.compile(
              "(?im)^\"(?:[a-z0-9]+\\.)?(?:ProxyServer|AutoConfigURL|WUServer|WUStatusServer"
                  + "|UpdateServiceUrl(?:Alternate)?|DiscoveryServiceFullURL)\"=\"(?:[a-z]+=)?+"
                  + "(?:[a-z]+://)?+([a-z][^\"/:;\\s]*)"),
          "host");

  private static final Personal WMI =
      new Personal(
          Pattern.compile("(?m)^(?:Domain|DNSDomain|DNSHostName|CSName|SystemName|UserName)=(.+)$"),
          "name");

  private WindowsNames() {}

  static List<Personal> in(WindowsQuestion question) {
    return switch (question) {
      case ReadRegistry registry -> List.of(VALUE, HINT, SERVER, HOME);
      case ReadWmi wmi -> List.of(WMI, HOME);
      case ReadServices services -> List.of();
      case InstalledPrograms programs -> List.of();
      case WindowsNative subject ->
          switch (subject) {
            case WLAN -> List.of(SSID);
            case ADAPTERS -> List.of(ADAPTER, DOMAIN);
            case DNS_SETTINGS -> List.of(DOMAIN);
            case NETWORKS -> List.of(NETWORK);
            case PROXY -> List.of(PROXY);
            case ROUTES,
                BEST_ROUTE,
                NEIGHBOURS,
                LISTENERS,
                PEOPLE,
                FIREWALL,
                UPDATES,
                UPDATE_SEARCH,
                SECURITY_HEALTH,
                VOLUMES,
                POWER ->
                List.of();
          };
    };
  }
}

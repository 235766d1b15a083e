package porchlight.gather.windows.network;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an adapter is, by the number of its kind and by its maker's untranslated description. */
sealed interface AdapterKind {
  /** A radio of a local network. */
  record Wifi() implements AdapterKind {}

  /** A cable, or what acts like one. */
  record Wired() implements AdapterKind {}

  /** Another way straight out: a mobile network, a telephone. */
  record Mobile() implements AdapterKind {}

  /** A tunnel; {@code kind} as in the fact. */
  record Tunnel(String kind) implements AdapterKind {}

  /** A line that is dialled: a VPN, or the way to the provider itself. */
  record Dialled() implements AdapterKind {}

  /** This laptop itself. */
  record Loopback() implements AdapterKind {}

  /** Neither hardware nor anything known. */
  record Other() implements AdapterKind {}

  int ETHERNET = 6;
  int PPP = 23;
  int VIRTUAL = 53;
  int FAST_ETHERNET = 62;
  int RADIO = 71;
  int GIGABIT_ETHERNET = 117;
  int TUNNEL = 131;
  int BRIDGE = 209;
  int MOBILE = 243;
  int MOBILE_TOO = 244;

  /** They encrypt what they carry; nobody but who installed them chose these words. */
  Pattern VPN =
      Pattern.compile(
          "(?i)\\b(WireGuard|Wintun|Tailscale|NordLynx|NordVPN|TAP-Windows|TAP-NordVPN"
              + "|TAP-ProtonVPN|TAP-Surfshark|OpenVPN|Cisco AnyConnect|Cisco Secure Client"
              + "|Fortinet SSL VPN|Fortinet Virtual|FortiClient|PANGP|GlobalProtect"
              + "|Juniper Networks Virtual|Pulse Secure|Ivanti|Check Point Virtual|SonicWall"
              + "|F5 Networks VPN|Cloudflare|Zscaler|ExpressVPN|ProtonVPN|Mullvad|Surfshark"
              + "|Windscribe|CyberGhost|Private Internet Access|SoftEther|VPN Client Adapter|ZeroTier"
              + "|Hamachi|Netskope|WatchGuard|Viscosity|Twingate|NetBird|Sophos SSL VPN|Kerio VPN)\\b");

  /** They carry what the machine's own network carries, without hardware of their own. */
  Pattern SWITCH =
      Pattern.compile(
          "(?i)\\b(Hyper-V Virtual Ethernet|VMware Virtual Ethernet|VirtualBox Host-Only"
              + "|Multiplexor Driver|MAC Bridge|Network Bridge)\\b.*");

  Pattern TRANSITION = Pattern.compile("(?i)\\b(Teredo|ISATAP|6to4)\\b");
  Pattern AIR = Pattern.compile("(?i)\\b(Wi-?Fi|Wireless|WLAN|802\\.11\\w*)\\b");

  static AdapterKind of(Adapter adapter) {
    String words = adapter.description() + " " + adapter.name();
    Matcher transition = TRANSITION.matcher(words);
    Matcher vpn = VPN.matcher(words);
    return switch (adapter.type()) {
      case Adapter.LOOPBACK -> new Loopback();
      case RADIO -> new Wifi();
      case MOBILE, MOBILE_TOO -> new Mobile();
      case PPP -> new Dialled();
      case TUNNEL ->
          transition.find() ? tunnel(transition) : vpn.find() ? tunnel(vpn) : new Other();
      case ETHERNET, FAST_ETHERNET, GIGABIT_ETHERNET, VIRTUAL, BRIDGE ->
          vpn.find() ? tunnel(vpn) : wired(adapter, words);
      case -1 -> transition.find() ? tunnel(transition) : vpn.find() ? tunnel(vpn) : told(adapter);
      default -> new Other();
    };
  }

  private static AdapterKind tunnel(Matcher words) {
    return new Tunnel(words.group(1).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
  }

  private static AdapterKind wired(Adapter adapter, String words) {
    return adapter.hardware().orElse(false) || SWITCH.matcher(words).find()
        ? new Wired()
        : new Other();
  }

  /** Of one that a program printed, which knows no numbers. */
  private static AdapterKind told(Adapter adapter) {
    if (adapter.mac().isEmpty()) {
      return new Other();
    }
    return AIR.matcher(adapter.description()).find() ? new Wifi() : new Wired();
  }
}

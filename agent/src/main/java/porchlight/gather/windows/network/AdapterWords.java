package porchlight.gather.windows.network;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what an adapter is. */
final class AdapterWords {
  private static final int ETHERNET = 6;
  private static final int PPP = 23;
  private static final int VIRTUAL = 53;
  private static final int FAST_ETHERNET = 62;
  private static final int RADIO = 71;
  private static final int GIGABIT_ETHERNET = 117;
  private static final int TUNNEL = 131;
  private static final int BRIDGE = 209;
  private static final int MOBILE = 243;
  private static final int MOBILE_TOO = 244;

  /** They encrypt what they carry; nobody but who installed them chose these words. */
  private static final Pattern VPN =
      Pattern.compile(
          "(?i)\\b(WireGuard|Wintun|Tailscale|NordLynx|NordVPN|TAP-Windows|TAP-NordVPN"
              + "|TAP-ProtonVPN|TAP-Surfshark|OpenVPN|Cisco AnyConnect|Cisco Secure Client"
              + "|Fortinet SSL VPN|Fortinet Virtual|FortiClient|PANGP|GlobalProtect"
              + "|Juniper Networks Virtual|Pulse Secure|Ivanti|Check Point Virtual|SonicWall"
              + "|F5 Networks VPN|Cloudflare|Zscaler|ExpressVPN|ProtonVPN|Mullvad|Surfshark"
              + "|Windscribe|CyberGhost|Private Internet Access|SoftEther|VPN Client Adapter|ZeroTier"
              + "|Hamachi|Netskope|WatchGuard|Viscosity|Twingate|NetBird|Sophos SSL VPN|Kerio VPN)\\b");

  /** They carry what the machine's own network carries, without hardware of their own. */
  private static final Pattern SWITCH =
      Pattern.compile(
          "(?i)\\b(Hyper-V Virtual Ethernet|VMware Virtual Ethernet|VirtualBox Host-Only"
              + "|Multiplexor Driver|MAC Bridge|Network Bridge)\\b.*");

  private static final Pattern TRANSITION = Pattern.compile("(?i)\\b(Teredo|ISATAP|6to4)\\b");
  private static final Pattern AIR =
      Pattern.compile("(?i)\\b(Wi-?Fi|Wireless|WLAN|802\\.11\\w*)\\b");

  private AdapterWords() {}

  static AdapterKind kind(Adapter adapter) {
    // People name connections as they like; the description is its maker's.
    String words =
        adapter.type() < 0 ? adapter.description() + " " + adapter.name() : adapter.description();
    Matcher transition = TRANSITION.matcher(words);
    Matcher vpn = VPN.matcher(words);
    return switch (adapter.type()) {
      case Adapter.LOOPBACK -> new AdapterKind.Loopback();
      case RADIO -> new AdapterKind.Wifi();
      case MOBILE, MOBILE_TOO -> new AdapterKind.Mobile();
      case PPP -> new AdapterKind.Dialled();
      case TUNNEL ->
          transition.find()
              ? tunnel(transition)
              : vpn.find() ? tunnel(vpn) : new AdapterKind.Other();
      case ETHERNET, FAST_ETHERNET, GIGABIT_ETHERNET, VIRTUAL, BRIDGE ->
          vpn.find() ? tunnel(vpn) : wired(adapter, words);
      case -1 -> transition.find() ? tunnel(transition) : vpn.find() ? tunnel(vpn) : told(adapter);
      default -> new AdapterKind.Other();
    };
  }

  private static AdapterKind tunnel(Matcher words) {
    return new AdapterKind.Tunnel(
        words.group(1).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
  }

  private static AdapterKind wired(Adapter adapter, String words) {
    return adapter.hardware().orElse(false) || SWITCH.matcher(words).find()
        ? new AdapterKind.Wired()
        : new AdapterKind.Other();
  }

  /** Of one that a program printed, which knows no numbers. */
  private static AdapterKind told(Adapter adapter) {
    if (adapter.mac().isEmpty()) {
      return new AdapterKind.Other();
    }
    return AIR.matcher(adapter.description()).find()
        ? new AdapterKind.Wifi()
        : new AdapterKind.Wired();
  }
}

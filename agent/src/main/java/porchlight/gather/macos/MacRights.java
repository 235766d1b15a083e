package porchlight.gather.macos;

import porchlight.facts.Fact;
import porchlight.facts.Right;

/** What it takes to read each fact on macOS. */
final class MacRights {
  private MacRights() {}

  static Right of(Fact fact) {
    return switch (fact) {
      case DEVICE,
          WIFI,
          DNS,
          GATEWAY,
          VPN,
          PATCHES,
          OS_SUPPORT,
          DISKS,
          HOSTS,
          AUTO_LOGIN,
          LAN,
          PROXY,
          REBOOT,
          NAME_BROADCAST,
          ANTIVIRUS,
          DNS_ANSWERS,
          PORTAL,
          TLS_CHAINS ->
          Right.user();
      case INTEGRITY, MANAGEMENT, ROUTER_EXPOSURE -> Right.user();
      case TRUSTED_ROOTS ->
          Right.userBut("whom the person at the screen trusts, when that is somebody else");
      case SHARING ->
          Right.userBut("what the person at the screen offers, when that is somebody else");
      case PLACE -> Right.userBut("which places were met before");
      case FIREWALL -> Right.userBut("the rules of pf that are loaded");
      case LISTENING -> Right.userBut("the names of other people's programs");
      case UPDATING -> Right.userBut("what is declared by a management server");
      case SCREEN_LOCK ->
          Right.userBut("the settings of the person at the screen, when that is somebody else");
      case WIFI_AUTO_JOIN -> Right.root("the list, and Full Disk Access, which macOS asks for");
      case CLOCK -> Right.root("macOS tells only administrators");
      case PHISHING_PROTECTION ->
          Right.userBut("the settings of other people; Safari's with Full Disk Access only");
      case PASSWORD_MANAGER -> Right.userBut("the settings of other people");
      case REMOTE_TOOLS -> Right.userBut("what other people run");
    };
  }
}

package porchlight.gather.windows;

import porchlight.facts.Fact;
import porchlight.facts.Right;

/** What it takes to read each fact on Windows. */
final class WindowsRights {
  private WindowsRights() {}

  static Right of(Fact fact) {
    return switch (fact) {
      case DEVICE -> Right.user();
      case WIFI -> Right.user();
      case DNS -> Right.user();
      case GATEWAY -> Right.user();
      case VPN -> Right.user();
      case FIREWALL -> Right.user();
      case LISTENING ->
          Right.userBut("the names of other people's programs, where the system hides them");
      case PATCHES -> Right.user();
      case OS_SUPPORT -> Right.user();
      case DISKS -> Right.user();
      case REBOOT -> Right.user();
      case UPDATING -> Right.user();
      case HOSTS -> Right.user();
      case SCREEN_LOCK -> Right.userBut("the settings of other people");
      case WIFI_AUTO_JOIN -> Right.user();
      case AUTO_LOGIN -> Right.user();
      case CLOCK -> Right.user();
      case NAME_BROADCAST -> Right.user();
      case LAN -> Right.user();
      case PHISHING_PROTECTION -> Right.userBut("the settings of other people");
      case PROXY -> Right.userBut("the settings of other people");
      case PASSWORD_MANAGER -> Right.userBut("the settings of other people");
      case REMOTE_TOOLS -> Right.userBut("what other people installed for themselves");
      case ANTIVIRUS -> Right.user();
      case INTEGRITY -> Right.user();
      case MANAGEMENT -> Right.user();
      case TRUSTED_ROOTS -> Right.userBut("whom other people here trust");
      case SHARING -> Right.userBut("what other people offer");
      case DNS_ANSWERS, PORTAL, TLS_CHAINS, ROUTER_EXPOSURE -> Right.user();
      case PLACE -> Right.userBut("which places were met before");
    };
  }
}

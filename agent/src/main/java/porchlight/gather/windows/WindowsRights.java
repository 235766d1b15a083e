package porchlight.gather.windows;

import porchlight.facts.Fact;
import porchlight.facts.Right;

/** What it takes to read each fact on Windows. */
final class WindowsRights {
  private WindowsRights() {}

  static Right of(Fact fact) {
    return switch (fact) {
      case DEVICE -> Right.user();
      case WIFI -> Right.notRead();
      case DNS -> Right.notRead();
      case GATEWAY -> Right.notRead();
      case VPN -> Right.notRead();
      case FIREWALL -> Right.user();
      case LISTENING ->
          Right.userBut("the names of other people's programs, where the system hides them");
      case PATCHES -> Right.notRead();
      case OS_SUPPORT -> Right.notRead();
      case DISKS -> Right.notRead();
      case REBOOT -> Right.notRead();
      case UPDATING -> Right.notRead();
      case HOSTS -> Right.notRead();
      case SCREEN_LOCK -> Right.notRead();
      case WIFI_AUTO_JOIN -> Right.notRead();
      case AUTO_LOGIN -> Right.notRead();
      case CLOCK -> Right.notRead();
      case NAME_BROADCAST -> Right.notRead();
      case LAN -> Right.notRead();
      case PHISHING_PROTECTION -> Right.notRead();
      case PROXY -> Right.notRead();
      case PASSWORD_MANAGER -> Right.notRead();
      case REMOTE_TOOLS -> Right.notRead();
      case ANTIVIRUS -> Right.notRead();
      case INTEGRITY -> Right.notRead();
      case MANAGEMENT -> Right.notRead();
      case TRUSTED_ROOTS -> Right.notRead();
      case SHARING -> Right.notRead();
      case DNS_ANSWERS, PORTAL, TLS_CHAINS, ROUTER_EXPOSURE -> Right.user();
      case PLACE -> Right.userBut("which places were met before");
    };
  }
}

package porchlight.gather.linux;

import porchlight.facts.Fact;
import porchlight.facts.Right;

/** What each fact needs on Linux; tests hold it to machines that deny what only root may see. */
final class LinuxRights {
  private LinuxRights() {}

  static Right of(Fact fact) {
    return switch (fact) {
      case DEVICE, WIFI, GATEWAY, VPN, LAN -> Right.user();
      case DNS -> Right.userBut("who is asked behind a local resolver other than systemd-resolved");
      case PATCHES, OS_SUPPORT, DISKS, REBOOT, UPDATING, HOSTS, AUTO_LOGIN, CLOCK -> Right.user();
      case FIREWALL -> Right.root("the loaded rules; CAP_NET_ADMIN is enough");
      case LISTENING -> Right.userBut("the names of other people's programs");
      case SCREEN_LOCK -> Right.userBut("the settings of other people");
      case WIFI_AUTO_JOIN -> Right.userBut("how saved networks are protected");
      case NAME_BROADCAST -> Right.user();
      case PHISHING_PROTECTION -> Right.userBut("the settings of other people");
      case PROXY -> Right.userBut("the settings of other people");
      case PASSWORD_MANAGER -> Right.userBut("the settings of other people");
      case REMOTE_TOOLS -> Right.userBut("what other people run, where the system hides it");
      case ANTIVIRUS -> Right.user();
      case INTEGRITY, MANAGEMENT, TRUSTED_ROOTS, DNS_ANSWERS, PORTAL, TLS_CHAINS -> Right.user();
      case ROUTER_EXPOSURE -> Right.user();
      case SHARING -> Right.notRead();
      case PLACE -> Right.userBut("which places were met before");
    };
  }
}

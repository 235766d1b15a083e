package porchlight.facts;

import java.util.Locale;
import java.util.Optional;

/** The facts there are, by name. The order is that of every list of them. */
public enum Fact {
  DEVICE,
  WIFI,
  DNS,
  GATEWAY,
  VPN,
  FIREWALL,
  LISTENING,
  PATCHES,
  OS_SUPPORT,
  DISKS,
  REBOOT,
  UPDATING,
  HOSTS,
  SCREEN_LOCK,
  WIFI_AUTO_JOIN,
  AUTO_LOGIN,
  CLOCK,
  NAME_BROADCAST,
  LAN,
  PHISHING_PROTECTION,
  PROXY,
  PASSWORD_MANAGER,
  REMOTE_TOOLS,
  ANTIVIRUS,
  INTEGRITY,
  MANAGEMENT,
  TRUSTED_ROOTS,
  SHARING,
  DNS_ANSWERS,
  PORTAL,
  TLS_CHAINS,
  PLACE,
  ROUTER_EXPOSURE;

  /** The word used in JSON and on the command line: {@code os-support}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The fact of that word. */
  public static Optional<Fact> of(String word) {
    for (Fact fact : values()) {
      if (fact.word().equals(word)) {
        return Optional.of(fact);
      }
    }
    return Optional.empty();
  }
}

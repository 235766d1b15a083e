package porchlight.central.demo;

import java.util.List;

/** What a check says when it passes, and how heavy it weighs when it does not. */
record Sentence(String check, String severity, int weight, String passed) {
  private static Sentence critical(String check, String passed) {
    return new Sentence(check, "critical", 40, passed);
  }

  private static Sentence high(String check, String passed) {
    return new Sentence(check, "high", 20, passed);
  }

  private static Sentence medium(String check, String passed) {
    return new Sentence(check, "medium", 10, passed);
  }

  private static Sentence low(String check, String passed) {
    return new Sentence(check, "low", 3, passed);
  }

  /** Every check of the demo, as the shipped policy weighs it. */
  static final List<Sentence> ALL =
      List.of(
          high("wifi-encryption", "The Wi-Fi is encrypted well enough for the policy."),
          critical("firewall", "A stranger on this network reaches no port of this laptop."),
          medium("dns-resolvers", "The name servers are ones that the policy allows."),
          high("dns-integrity", "Names that are known were answered as they should be."),
          medium("gateway-identity", "The gateway is the one that was met before."),
          high("tls-interception", "Public authorities vouch for the sites that were asked."),
          medium("captive-portal", "Nobody stands between this laptop and the internet."),
          medium("vpn", "The policy asks for no tunnel here."),
          medium("os-patches", "No security update waits; the lists are 3 h old."),
          high("os-support", "This version of the system gets security fixes."),
          high("disk-encryption", "The system disk is encrypted."),
          low("screen-lock", "The screen locks after 10 minutes."),
          low("auto-updates", "Security updates install themselves."),
          low("wifi-auto-join", "No open network is joined without asking."),
          low("password-manager", "A password manager is there for every user."),
          low("remote-access-tools", "No remote control is there but the policy's own."),
          low("antivirus", "The antivirus is on and 1 day old."),
          medium("proxy", "No proxy is set."),
          medium("hosts-file", "The hosts file misleads nobody."),
          low("clock", "The clock is right to the second."));
}

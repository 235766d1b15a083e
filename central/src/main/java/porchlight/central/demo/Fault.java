package porchlight.central.demo;

import java.util.List;
import java.util.Optional;

/**
 * What a check says when it does not pass.
 *
 * @param reason why it could not tell; empty when it failed
 * @param evidence names and values in turns
 */
record Fault(String check, String because, Optional<String> reason, List<String> evidence) {
  Fault {
    evidence = List.copyOf(evidence);
  }

  static Fault fails(String check, String because, String... evidence) {
    return new Fault(check, because, Optional.empty(), List.of(evidence));
  }

  static Fault blind(String check, String because, String reason) {
    return new Fault(check, because, Optional.of(reason), List.of());
  }

  static final Fault OPEN_WIFI =
      fails(
          "wifi-encryption",
          "The Wi-Fi is open: everybody near can read along.",
          "security",
          "open",
          "band",
          "2.4 GHz");
  static final Fault NO_VPN =
      fails(
          "vpn",
          "No traffic is in a tunnel; this policy asks for one on public hotspots.",
          "IPv4",
          "not in a tunnel",
          "IPv6",
          "not in a tunnel");
  static final Fault ROGUE_RESOLVER =
      fails(
          "dns-resolvers",
          "1 of 2 name servers is one that the policy refuses.",
          "resolver",
          "85.255.112.36, refused",
          "resolver",
          "1.1.1.1",
          "from",
          "DHCP");
  static final Fault LYING_NAMES =
      fails(
          "dns-integrity",
          "A name that is known was answered with another address.",
          "a.root-servers.net",
          "85.255.112.41 instead of 198.41.0.4",
          "asked",
          "85.255.112.36");
  static final Fault GATEWAY_CHANGED =
      fails(
          "gateway-identity",
          "Another box answers for the gateway than before.",
          "gateway",
          "10.20.0.1",
          "before",
          "a switch maker's",
          "now",
          "a laptop maker's");
  static final Fault STRANGERS_GET_IN =
      fails(
          "firewall",
          "A stranger on this network reaches 3 ports of this laptop.",
          "tcp 22",
          "sshd",
          "tcp 3389",
          "remote desktop",
          "tcp 5900",
          "screen sharing");
  static final Fault READ_ALONG =
      fails(
          "tls-interception",
          "Somebody else than the site's authority vouches for www.example.com.",
          "issuer",
          "FortiGate CA",
          "expected",
          "a public authority");
  static final Fault DISK_OPEN =
      fails("disk-encryption", "The system disk is not encrypted.", "volume", "system");
  static final Fault OUT_OF_SUPPORT =
      fails(
          "os-support",
          "This version gets no security fixes since 14 Oct 2025.",
          "version",
          "22H2",
          "ended",
          "2025-10-14");
  static final Fault PATCHES =
      fails(
          "os-patches",
          "7 security updates wait to be installed, the oldest for 19 days.",
          "waits",
          "openssl 3.0.15 → 3.0.17",
          "waits",
          "browser engine 141 → 143");
  static final Fault ANTIVIRUS_OLD =
      fails(
          "antivirus",
          "The antivirus knows nothing newer than 16 days ago.",
          "signatures",
          "16 days old");
  static final Fault NO_LOCK =
      fails(
          "screen-lock",
          "The screen locks after 45 minutes; the policy asks for 15.",
          "locks after",
          "45 min");
  static final Fault NO_AUTO_UPDATES =
      fails("auto-updates", "Security updates are not installed automatically.");
  static final Fault JOINS_OPEN =
      fails("wifi-auto-join", "3 open networks would be joined without asking.", "networks", "3");
  static final Fault REMOTE_TOOL =
      fails(
          "remote-access-tools",
          "A remote control tool is there that is not the policy's own.",
          "tool",
          "AnyDesk");
  static final Fault PORTAL =
      blind("dns-integrity", "A captive portal stands before the internet.", "not-understood");
  static final Fault NO_RIGHTS =
      blind(
          "disk-encryption", "Whether the disk is encrypted only root may see.", "needs-privilege");
  static final Fault NO_CONSENT =
      blind("password-manager", "Two profiles could not be read.", "needs-consent");
  static final Fault FIREWALL_UNREAD =
      blind("firewall", "What the firewall lets in only root may see.", "needs-privilege");
}

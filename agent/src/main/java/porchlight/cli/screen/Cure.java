package porchlight.cli.screen;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import porchlight.checks.Verdict;
import porchlight.facts.Reason;

/** What would let a blind check see. */
final class Cure {
  private static final String SEPARATE = "; ";
  private static final String NOT_THERE = " is not there";

  /** The packages that bring the programs we ask, by the name that most distributions use. */
  private static final Map<String, String> PACKAGES =
      Map.of(
          "nft", "nftables",
          "iptables-save", "iptables",
          "ip6tables-save", "iptables",
          "iw", "iw",
          "ss", "iproute2",
          "ip", "iproute2",
          "nmcli", "network-manager",
          "resolvectl", "systemd-resolved",
          "ipset", "ipset",
          "dnf", "dnf");

  private Cure() {}

  /**
   * One sentence.
   *
   * @param system {@code linux}, {@code macos} or {@code windows}
   * @param root whether it was root, or an administrator, who could not see
   */
  static String of(Verdict verdict, String system, boolean root) {
    return switch (verdict.reason().orElse(Reason.NOT_UNDERSTOOD)) {
      case NEEDS_PRIVILEGE -> privilege(system, root);
      case NEEDS_CONSENT ->
          "the operating system asks for your consent first; grant it and look again";
      case TOOL_MISSING -> missing(verdict.because());
      case TIMED_OUT ->
          "look again; if it stays so, send us what porchlight facts --record FILE writes";
      case NOT_UNDERSTOOD -> "send us what porchlight facts --record FILE writes";
      case STALE -> "refresh the package lists, then look again";
      case NOT_SUPPORTED -> "nothing can be done here: this version of Porchlight cannot see it";
      case TURNED_OFF -> "it was not asked for";
    };
  }

  private static String privilege(String system, boolean root) {
    if (root) {
      return "even root was refused: look from outside the container or sandbox";
    }
    return system.equals("windows")
        ? "look as an administrator"
        : "look as root: sudo porchlight check";
  }

  private static String missing(String because) {
    Set<String> packages = new LinkedHashSet<>();
    for (String program : notThere(because)) {
      String known = PACKAGES.get(program);
      if (known != null) {
        packages.add(known);
      }
    }
    List<String> names = new ArrayList<>(packages);
    return switch (names.size()) {
      case 0 -> "nothing here knows it; install what the operating system usually reads it with";
      case 1 -> "install the package " + names.get(0);
      default -> "install one of the packages " + String.join(", ", names);
    };
  }

  private static List<String> notThere(String because) {
    var programs = new ArrayList<String>();
    for (String part : because.split(SEPARATE, -1)) {
      if (part.endsWith(NOT_THERE)) {
        int blank = part.indexOf(' ');
        programs.add(part.substring(0, blank));
      }
    }
    return programs;
  }
}

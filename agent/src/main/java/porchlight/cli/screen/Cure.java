package porchlight.cli.screen;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import porchlight.checks.Evidence;
import porchlight.checks.Verdict;
import porchlight.facts.Reason;

/** What would let a blind check see. */
public final class Cure {
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
   * What to do; empty when nothing can be done.
   *
   * @param system {@code linux}, {@code macos} or {@code windows}
   * @param root whether it was root, or an administrator, who could not see
   */
  public static String of(Verdict verdict, String system, boolean root) {
    return switch (verdict.reason().orElse(Reason.NOT_UNDERSTOOD)) {
      case NEEDS_PRIVILEGE -> privilege(system, root);
      case NEEDS_CONSENT ->
          system.equals("macos")
              ? "give the program that asks (Terminal, or Porchlight's own) Full Disk Access:"
                  + " System Settings, Privacy & Security; then look again"
              : "the operating system asks for your consent first; grant it and look again";
      case TOOL_MISSING -> missing(verdict.because());
      case TIMED_OUT ->
          "look again; if it stays so, send us what porchlight facts --record FILE writes";
      case NOT_UNDERSTOOD -> "send us what porchlight facts --record FILE writes";
      case STALE -> stale(verdict);
      case NOT_SUPPORTED, TURNED_OFF -> "";
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

  private static String stale(Verdict verdict) {
    if (verdict.because().contains("this laptop's clock")) {
      return "see that the clock of this laptop is right, then look again";
    }
    for (Evidence seen : verdict.evidence()) {
      switch (seen.name() + " " + seen.value()) {
        case "according to apt" -> {
          return "refresh the package lists: sudo apt-get update";
        }
        case "according to dnf" -> {
          return "refresh the package lists: sudo dnf makecache";
        }
        case "according to zypper" -> {
          return "refresh the package lists: sudo zypper refresh";
        }
        case "according to softwareupdate" -> {
          return "let macOS look for updates: softwareupdate -l";
        }
        default -> {}
      }
    }
    return "refresh the package lists, then look again";
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
      case 0 -> "no program here knows it; porchlight commands lists those that would";
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

package porchlight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import porchlight.facts.Fact;
import porchlight.facts.Right;
import porchlight.gather.macos.MacCaptures;
import porchlight.machine.Answer;

/**
 * What docs/macos.md says of each fact and version is what the captures say of themselves. A
 * capture whose version is a range, or not known, vouches for none.
 */
class MacDocsTest {
  private static final Path PAGE = Path.of("../docs/macos.md");
  private static final List<String> VERSIONS = List.of("12", "13", "14", "15", "26", "27");
  private static final String HEAD =
      "| fact | " + String.join(" | ", VERSIONS) + " |\n|---|" + "---|".repeat(6) + "\n";
  private static final Pattern VERSION =
      Pattern.compile("(12|13|14|15|26|27)(?:\\.[\\dx]+)*(?: .*)?");

  /** The captures that a fact's readers are held to: beginnings of their names. */
  private static final Map<Fact, List<String>> SOURCES = sources();

  private static Map<Fact, List<String>> sources() {
    String version = "softwareupdate/sw_vers_";
    String settings = "softwareupdate/defaults-SoftwareUpdate_";
    var all = new EnumMap<Fact, List<String>>(Fact.class);
    all.put(Fact.DEVICE, List.of(version));
    all.put(
        Fact.WIFI,
        List.of(
            "wifi/ipconfig-",
            "wifi/SPAirPortDataType_json_",
            "wifi/SPAirPortDataType_xml_",
            "networksetup/listallhardwareports_"));
    all.put(Fact.DNS, List.of("dns/scutil-"));
    all.put(Fact.GATEWAY, List.of("route/netstat-", "arp/"));
    all.put(Fact.LAN, List.of("route/netstat-", "arp/", "ifconfig/"));
    all.put(Fact.VPN, List.of("route/route-get", "ifconfig/"));
    all.put(
        Fact.FIREWALL,
        List.of(
            "firewall/socketfilterfw_getglobalstate_",
            "firewall/socketfilterfw_all-get_",
            "firewall/SPFirewallDataType_",
            "firewall/pfctl",
            "firewall/systemextensionsctl"));
    all.put(Fact.LISTENING, List.of("sharing/launchctl-print_"));
    all.put(Fact.PATCHES, List.of(version, settings, "softwareupdate/softwareupdate-l"));
    all.put(Fact.OS_SUPPORT, List.of(version));
    all.put(Fact.DISKS, List.of("filevault/"));
    all.put(Fact.UPDATING, List.of(settings));
    all.put(Fact.SCREEN_LOCK, List.of("softwareupdate/defaults-read_missing-key"));
    all.put(Fact.WIFI_AUTO_JOIN, List.of("known-networks/"));
    all.put(Fact.PROXY, List.of("proxy/"));
    all.put(Fact.CLOCK, List.of("clock/systemsetup-getusingnetworktime_"));
    all.put(Fact.NAME_BROADCAST, List.of("launchd/"));
    all.put(Fact.REMOTE_TOOLS, List.of("launchd/"));
    all.put(Fact.ANTIVIRUS, List.of("antivirus/", "firewall/systemextensionsctl"));
    all.put(Fact.INTEGRITY, List.of("sip/", "gatekeeper/", "secureboot/SPiBridge"));
    all.put(Fact.MANAGEMENT, List.of("mdm/profiles-status-"));
    all.put(Fact.SHARING, List.of("airdrop/", "sharing/launchctl-print_", "sharing/cupsctl_"));
    return all;
  }

  private static Set<String> real(Fact fact) {
    var real = new HashSet<String>();
    for (String row : MacCaptures.text("PROVENANCE.tsv").lines().skip(1).toList()) {
      String[] cells = row.split("\t", -1);
      Matcher version = VERSION.matcher(cells[2]);
      if (version.matches()
          && SOURCES.getOrDefault(fact, List.of()).stream().anyMatch(cells[0]::startsWith)) {
        real.add(version.group(1));
      }
    }
    return real;
  }

  private static String row(Fact fact, boolean read) {
    Set<String> real = real(fact);
    var cells = new ArrayList<String>();
    for (String version : VERSIONS) {
      cells.add(!read ? "not read" : real.contains(version) ? "**real**" : "composed");
    }
    return "| " + fact.word() + " | " + String.join(" | ", cells) + " |\n";
  }

  @Test
  void the_table_of_versions_says_what_the_captures_say() throws IOException {
    var gatherer = OperatingSystem.gatherer("macos", question -> new Answer.Missing());
    var table = new StringBuilder();
    for (Fact fact : Fact.values()) {
      table.append(row(fact, gatherer.right(fact).need() != Right.Need.NOT_READ));
    }
    String text = Files.readString(PAGE);
    assertTrue(text.contains(HEAD), "no table of versions");
    int start = text.indexOf(HEAD) + HEAD.length();
    int end = text.indexOf("\n\n", start) + 1;
    if (System.getProperty("golden", "").equals("accept")) {
      Files.writeString(PAGE, text.substring(0, start) + table + text.substring(end));
      return;
    }
    assertEquals(table.toString(), text.substring(start, end), "-Dgolden=accept rewrites it");
  }
}

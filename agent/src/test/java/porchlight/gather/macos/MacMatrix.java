package porchlight.gather.macos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import porchlight.machine.Answer;
import porchlight.machine.Recorded;
import porchlight.machine.Recorded.Exchange;
import porchlight.machine.TranscriptText;

/**
 * Whole Macs, one for each major version and each situation. Composed, not recorded: what tells one
 * version from another is taken from a remembered Mac of that version, what tells the situation
 * from real captures, and where there are none from documentation.
 */
public final class MacMatrix {
  private static final Path MACHINES = Path.of("src/test/machines");

  /** For each version the remembered Mac that says how that version speaks. */
  public static final Map<String, String> VERSIONS =
      Map.of(
          "12", "macos-12-home",
          "13", "macos-13-cafe",
          "14", "macos-14-corporate-vpn",
          "15", "macos-15-no-root",
          "26", "macos-26-home-vpn",
          "27", "macos-27-cafe-needs-root");

  /** Where it is, and as whom it is looked at. */
  public static final List<String> SITUATIONS = List.of("home", "cafe", "corporate-vpn", "no-root");

  private static final String THEIRS = "$ launchctl asuser 501 sudo -n -u #501 ";
  private static final String TIME = "$ systemsetup -getusingnetworktime";
  private static final String MANY =
      MacCaptures.text("ifconfig/ifconfig_apple-silicon_many-utun_vpn-utun8_14.6.txt");
  private static final String FULL =
      MacCaptures.text("wifi/ipconfig-getsummary_wpa3-sae_redacted_full_26.6.2.txt");
  private static final String OPEN =
      MacCaptures.text("wifi/ipconfig-getsummary_open-redacted_26_trimmed.txt");
  private static final String HALF = MacCaptures.text("route/route-get-1_vpn-half-default_13.txt");

  private final Map<String, Answer> answers = new LinkedHashMap<>();

  private MacMatrix() {}

  /** That Mac. */
  public static Recorded of(String version, String situation) {
    var mac = new MacMatrix();
    Recorded base = base(version);
    base.exchanges().forEach(one -> mac.answers.put(one.question(), one.answer()));
    mac.personal();
    mac.says("$ id -u", situation.equals("no-root") ? "501\n" : "0\n");
    mac.says("$ scutil --proxy", "<dictionary> {\n}\n");
    switch (situation) {
      case "home", "no-root" -> mac.home();
      case "cafe" -> mac.cafe();
      case "worst" -> mac.worst();
      default -> mac.vpn();
    }
    if (situation.equals("no-root")) {
      mac.withoutRoot(version);
    } else {
      mac.asRoot();
    }
    return new Recorded(
        "A Mac with macOS " + version + ", " + situation + ". Composed, not recorded.",
        base.at(),
        "macos",
        mac.answers.entrySet().stream()
            .map(one -> new Exchange(one.getKey(), one.getValue()))
            .toList());
  }

  private static Recorded base(String version) {
    try {
      return TranscriptText.read(
          Files.readString(MACHINES.resolve(VERSIONS.getOrDefault(version, "") + ".txt")));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    } catch (TranscriptText.NotATranscript wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  /** What one's own self would be told, root is told of the person at the screen, and back. */
  private void personal() {
    for (var one : Map.copyOf(answers).entrySet()) {
      if (one.getKey().startsWith(THEIRS)) {
        answers.putIfAbsent("$ " + one.getKey().substring(THEIRS.length()), one.getValue());
      } else if (one.getKey()
          .matches(
              "\\$ (defaults (-currentHost )?read com\\.|sysadminctl -screenLock|security dump-trust-settings$).*")) {
        answers.putIfAbsent(THEIRS + one.getKey().substring(2), one.getValue());
      }
    }
    answers.put("$ stat -f %u:%Su /dev/console", new Answer.Said(0, "501:person-1\n"));
  }

  private void says(String question, String text) {
    answers.put(question, new Answer.Said(0, text));
  }

  /** Written after documentation: two services, and what is set for the first. */
  private void settings(String dns) {
    says(
        "? json /Library/Preferences/SystemConfiguration preferences.plist"
            + " NetworkServices/*/Interface/DeviceName,NetworkServices/*/DNS/ServerAddresses,"
            + "NetworkServices/*/DNS/ServerAddresses/*",
        "{\"NetworkServices\":{\"A\":{\"DNS\":"
            + dns
            + ",\"Interface\":{\"DeviceName\":\"en0\"}},"
            + "\"B\":{\"Interface\":{\"DeviceName\":\"bridge0\"}}}}\n");
  }

  private void home() {
    settings("{\"ServerAddresses\":[\"192.168.1.1\"]}");
    wifi(13, FULL);
    ways("route/netstat-nr_plain-lan_13-14_excerpt.txt", "en0");
    says("$ scutil --dns", MacCaptures.text("dns/scutil-dns_router_old-reach-format_10.12.txt"));
    firewall(
        MacCaptures.text("firewall/socketfilterfw_getglobalstate_enabled.txt"),
        "firewall/SPFirewallDataType_json_on_block+local_no-admin.json");
  }

  private void cafe() {
    settings("{}");
    wifi(0, OPEN);
    ways("route/netstat-nr_plain-lan_13-14_excerpt.txt", "en0");
    says("$ scutil --dns", MacCaptures.text("dns/scutil-dns_router_old-reach-format_10.12.txt"));
    firewall(
        MacCaptures.text("firewall/socketfilterfw_getglobalstate_disabled_no-root_26.5.txt"),
        "firewall/SPFirewallDataType_json_off_no-admin_27.json");
  }

  /** In the café, with all turned off that can be, and all offered that can be. */
  private void worst() {
    cafe();
    says("$ fdesetup status", MacCaptures.text("filevault/fdesetup-status_off-deferred.txt"));
    says(
        "$ csrutil status",
        MacCaptures.text("sip/csrutil_enabled-custom-all-disabled_10.11beta.txt"));
    answers.put(
        "$ spctl --status",
        new Answer.Said(1, MacCaptures.text("gatekeeper/spctl-status_disabled_14.7.4.txt")));
    says(
        "$ security dump-trust-settings -d",
        """
        Number of trusted certs = 2
        Cert 0: Example Corp Root CA
           Number of trust settings : 0
        Cert 1: Another
           Number of trust settings : 1
           Trust Setting 0:
              Policy OID            : SSL
              Result Type           : kSecTrustSettingsResultTrustRoot
        """);
    says(
        "$ cupsctl",
        MacCaptures.text("sharing/cupsctl_share-printers-off_26.5.txt")
            .replace("_share_printers=0", "_share_printers=1"));
    says(
        "$ defaults read /Library/Preferences/com.apple.loginwindow",
        "{\n    autoLoginUser = \"person-1\";\n    GuestEnabled = 1;\n}\n");
    says("$ scutil --proxy", MacCaptures.text("proxy/scutil-proxy_pac_10.15.txt"));
    says("? read /etc/hosts", "127.0.0.1 localhost\n192.0.2.66 www.bank.example.com\n");
    says(
        "$ plutil -convert xml1 -o - /Library/Preferences/com.apple.wifi.known-networks.plist",
        MacCaptures.text(
                "known-networks/com.apple.wifi.known-networks_3-networks_open-wpa2-wpa3.plist")
            .replaceAll("<key>AutoJoinDisabled</key>\\s*<true/>", ""));
    for (String prefix : List.of("$ ", THEIRS)) {
      says(prefix + "defaults read com.apple.sharingd DiscoverableMode", "Everyone\n");
      answers.put(
          prefix + "sysadminctl -screenLock status",
          new Answer.Said(0, "", "2026-09-20 sysadminctl[4711:815] screenLock is off\n"));
    }
  }

  /** Over a phone, everything through the company's WireGuard. */
  private void vpn() {
    wifi(4, FULL.replace("WPA3_SAE", "WPA2_PSK"));
    ways("route/netstat-nr_wireguard-full-tunnel_13.4.1_excerpt.txt", "utun3");
    says("$ ifconfig utun3", block("utun8").replace("utun8", "utun3"));
    says("$ scutil --dns", MacCaptures.text("dns/scutil-dns_split-vpn-corp-domain.txt"));
    firewall(
        MacCaptures.text("firewall/socketfilterfw_getglobalstate_state2_new-wording_15.txt"), "");
  }

  private void wifi(int offered, String summary) {
    says(
        "? native wifi",
        "interface=en0\npower=1\nmode=1\nchannel=36\nsecurity=" + offered + "\nssid=\n");
    says("$ ipconfig getsummary en0", summary);
  }

  private void ways(String table, String link) {
    says("$ netstat -rn", MacCaptures.text(table));
    says("$ arp -an", "? (172.20.10.1) at 0:4:ed:f2:96:dc on en0 ifscope [ethernet]\n");
    says("$ route -n get 84.205.64.1", HALF.replace("utun3", link));
    says("$ route -n get 193.0.14.129", HALF.replace("utun3", link));
    answers.put(
        "$ route -n get -inet6 2001:7fd::1",
        new Answer.Said(1, "", "route: writing to routing socket: not in table\n"));
    says("$ ifconfig en0", block("en0"));
  }

  /** What ifconfig says of one interface, out of a real answer for all. */
  private static String block(String link) {
    String start = link + ": flags";
    boolean[] in = {false};
    return MANY.lines()
        .filter(line -> {
          in[0] = line.startsWith("\t") ? in[0] : line.startsWith(start);
          return in[0];
        })
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private void firewall(String state, String profile) {
    says(
        "$ socketfilterfw --getglobalstate --getblockall --getstealthmode --getallowsigned",
        state
            + MacCaptures.text("firewall/socketfilterfw_getblockall_disabled_no-root_2026-07.txt"));
    String told =
        profile.isEmpty()
            ? MacCaptures.text("firewall/SPFirewallDataType_json_off_no-admin_27.json")
                .replace("allow_all", "block_all")
            : MacCaptures.text(profile);
    says("$ system_profiler -json SPFirewallDataType", told);
  }

  private void asRoot() {
    answers.putIfAbsent(
        "$ pfctl -s info",
        new Answer.Said(0, MacCaptures.text("firewall/pfctl-si_enabled_trimmed_2026-04.txt")));
    answers.putIfAbsent(
        "$ pfctl -s rules",
        new Answer.Said(0, MacCaptures.text("firewall/pfctl-sr_default-ruleset.txt")));
    says(TIME, MacCaptures.text("clock/systemsetup-getusingnetworktime_on_2021.txt"));
    base("26").exchanges().stream()
        .filter(one -> one.question().contains("SoftwareUpdateDDMStatePersistence"))
        .forEach(one -> answers.put(one.question(), one.answer()));
  }

  private void withoutRoot(String version) {
    var denied = new Answer.Said(1, "", MacCaptures.text("firewall/pfctl-s-info_not-root_26.txt"));
    answers.put(
        TIME,
        new Answer.Said(1, MacCaptures.text("clock/systemsetup-getremotelogin_no-admin.txt"), ""));
    answers.put("$ pfctl -s info", denied);
    answers.put("$ pfctl -s rules", denied);
    answers.put(
        "$ plutil -convert xml1 -o - /Library/Preferences/com.apple.wifi.known-networks.plist",
        new Answer.Said(
            1,
            "/Library/Preferences/com.apple.wifi.known-networks.plist: file does not exist or is"
                + " not readable or is not a regular file (Error Domain=NSCocoaErrorDomain"
                + " Code=257 \"The file couldn’t be opened because you don’t have permission to"
                + " view it.\")\n"));
    answers.keySet().removeIf(question -> question.startsWith(THEIRS));
    if (version.equals("15")) {
      answers.put(
          "$ socketfilterfw --getglobalstate --getblockall --getstealthmode --getallowsigned",
          new Answer.Said(1, "Must be root to change settings.\n"));
    }
  }
}

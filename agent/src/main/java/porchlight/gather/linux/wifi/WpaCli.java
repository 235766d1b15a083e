package porchlight.gather.linux.wifi;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Wifi;
import porchlight.facts.Wifi.Joined;
import porchlight.facts.Wifi.Security;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.LinkName;
import porchlight.machine.Machine;
import porchlight.machine.Run;

/** {@code wpa_cli}: what wpa_supplicant negotiated; for root. */
final class WpaCli {
  static final Run STATUS = Run.of("wpa_cli", "-i", Run.LINK, "status").hiding("^ssid=(.*)$");

  private static final Set<String> IDLE = Set.of("DISCONNECTED", "INACTIVE", "INTERFACE_DISABLED");
  private static final Set<String> CONNECTING =
      Set.of("AUTHENTICATING", "ASSOCIATING", "ASSOCIATED", "4WAY_HANDSHAKE", "GROUP_HANDSHAKE");
  private static final Set<String> AES = Set.of("CCMP", "CCMP-256", "GCMP", "GCMP-256");
  private static final Set<String> PSK =
      Set.of("WPA2-PSK", "FT-PSK", "WPA2-PSK-SHA256", "WPA2-PSK-SHA384", "FT-PSK-SHA384");
  private static final Set<String> SAE = Set.of("SAE", "FT-SAE", "SAE-EXT-KEY", "FT-SAE-EXT-KEY");
  private static final Set<String> EAP =
      Set.of(
          "WPA2/IEEE 802.1X/EAP",
          "FT-EAP",
          "FT-EAP-SHA384",
          "WPA2-EAP-SHA256",
          "WPA2-EAP-SHA384",
          "WPA2-EAP-SUITE-B",
          "WPA2-EAP-SUITE-B-192",
          "FILS-SHA256",
          "FILS-SHA384",
          "FT-FILS-SHA256",
          "FT-FILS-SHA384");

  private WpaCli() {}

  static Reading<Wifi> wifi(Machine machine, LinkName link) {
    return Settling.look(machine, STATUS, link, WpaCli::seen);
  }

  static Reading<Seen> seen(Run question, String link, Answer answer) {
    return Answers.read(
        question,
        answer,
        said -> {
          String all = said.text() + said.error();
          if (said.code() != 0 && all.contains("Permission denied")) {
            return Reading.unknown(Reason.NEEDS_PRIVILEGE, "wpa_cli: only for root");
          }
          if (said.code() != 0 && all.contains("No such file or directory")) {
            return Reading.unknown(Reason.TOOL_MISSING, "wpa_supplicant does not run on " + link);
          }
          var fields = fields(said.text());
          return said.code() == 0 && fields.isPresent()
              ? seen(question, link, fields.get())
              : Answers.notUnderstood(question, "exit " + said.code() + " " + all);
        });
  }

  /** Empty when a key has two values. */
  private static Optional<Map<String, String>> fields(String text) {
    var found = new HashMap<String, String>();
    for (String line : text.lines().toList()) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        String value = line.substring(equals + 1);
        String before = found.put(line.substring(0, equals), value);
        if (before != null && !before.equals(value)) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(found);
  }

  private static Reading<Seen> seen(Run question, String link, Map<String, String> fields) {
    String state = fields.getOrDefault("wpa_state", "");
    String mode = fields.getOrDefault("mode", "station");
    if (IDLE.contains(state) || (state.equals("COMPLETED") && isAccessPoint(mode))) {
      return Seen.notConnected();
    }
    if (!mode.equals("station") && !mode.equals("IBSS")) {
      return Answers.notUnderstood(question, "mode " + mode);
    }
    if (state.equals("SCANNING")) { // without a network in range it scans for ever
      return Reading.known(new Seen.Connecting(Reading.known(new Wifi.NotInUse("not connected"))));
    }
    if (CONNECTING.contains(state) || fields.getOrDefault("key_mgmt", "").equals("WPS")) {
      return Settling.connecting(link);
    }
    if (!state.equals("COMPLETED")) {
      return Answers.notUnderstood(question, "wpa_state " + state);
    }
    return security(fields)
        .map(security ->
            Seen.settled(
                new Joined(link, NetworkName.unescaped(fields.getOrDefault("ssid", "")), security)))
        .orElseGet(() -> Answers.notUnderstood(question, "key_mgmt " + fields.get("key_mgmt")));
  }

  /** This laptop is the one that others join. */
  private static boolean isAccessPoint(String mode) {
    return mode.equals("AP") || mode.startsWith("P2P GO");
  }

  private static Optional<Security> security(Map<String, String> fields) {
    String akm = fields.getOrDefault("key_mgmt", "");
    String pairwise = fields.getOrDefault("pairwise_cipher", "");
    String group = fields.getOrDefault("group_cipher", "");
    if (pairwise.startsWith("WEP") || group.startsWith("WEP") || akm.contains("(no WPA)")) {
      return Optional.of(Security.WEP);
    }
    if (akm.equals("NONE")) {
      return pairwise.equals("NONE") && group.equals("NONE")
          ? Optional.of(Security.OPEN)
          : Optional.empty();
    }
    boolean isOld = akm.equals("WPA-PSK") || akm.equals("WPA/IEEE 802.1X/EAP");
    boolean isModern = PSK.contains(akm) || SAE.contains(akm) || EAP.contains(akm);
    if (isOld || (isModern && pairwise.equals("TKIP"))) {
      return Optional.of(Security.WPA);
    }
    if (isModern && AES.contains(pairwise) && group.equals("TKIP")) {
      return Optional.of(Security.WPA_WPA2);
    }
    return AES.contains(pairwise) && (AES.contains(group) || group.equals("GTK_NOT_USED"))
        ? modern(akm, fields.getOrDefault("pmf", ""))
        : Optional.empty();
  }

  /** WPA3 alone demands protected management frames; beside WPA2 they are only offered. */
  private static Optional<Security> modern(String akm, String protectedFrames) {
    if (SAE.contains(akm)) {
      return Optional.of(protectedFrames.equals("2") ? Security.WPA3 : Security.WPA2_WPA3);
    }
    if (akm.equals("OWE")) {
      return Optional.of(Security.OWE);
    }
    if (PSK.contains(akm)) {
      return Optional.of(Security.WPA2);
    }
    return EAP.contains(akm) ? Optional.of(Security.ENTERPRISE) : Optional.empty();
  }
}

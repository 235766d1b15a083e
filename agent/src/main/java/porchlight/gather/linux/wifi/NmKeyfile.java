package porchlight.gather.linux.wifi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.WifiAutoJoin.Profile;
import porchlight.facts.WifiAutoJoin.Weakness;
import porchlight.gather.Answers;

/** One saved connection in the form of nm-settings-keyfile(5). */
record NmKeyfile(String uuid, boolean isWifi, Optional<Profile> weak) {
  private static final Set<String> CONNECTION = Set.of("connection");
  private static final Set<String> WIFI = Set.of("wifi", "802-11-wireless");
  private static final Set<String> SECURITY = Set.of("wifi-security", "802-11-wireless-security");
  private static final Set<String> NOT_JOINED = Set.of("ap", "adhoc", "mesh");
  private static final Set<String> GOOD =
      Set.of("wpa-psk", "sae", "wpa-eap", "wpa-eap-suite-b-192");
  private static final Pattern BYTES = Pattern.compile("(?:\\d{1,3};){1,32}");
  private static final String BY = "NetworkManager";

  static Reading<NmKeyfile> of(String text) {
    var values = new HashMap<String, String>();
    boolean wifi = false;
    boolean secured = false;
    String section = "";
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.startsWith("[")) {
        section = section(line);
        wifi |= section.equals("wifi");
        secured |= section.equals("security");
      } else if (line.indexOf('=') > 0) {
        int equals = line.indexOf('=');
        String key = line.substring(0, equals).strip();
        if (!section.isEmpty()) {
          values.put(section + "." + key, line.substring(equals + 1).strip());
        }
      } else {
        return notUnderstood("a line that sets nothing");
      }
    }
    String type = values.getOrDefault("connection.type", "");
    String uuid = values.getOrDefault("connection.uuid", "");
    if (type.isEmpty() && uuid.isEmpty() && !wifi) {
      return notUnderstood("no connection in it");
    }
    // Without a type it is told by its sections.
    return WIFI.contains(type) || (type.isEmpty() && wifi)
        ? wifi(uuid, values, secured)
        : Reading.known(new NmKeyfile(uuid, false, Optional.empty()));
  }

  private static String section(String line) {
    String name = line.endsWith("]") ? line.substring(1, line.length() - 1) : "";
    if (CONNECTION.contains(name)) {
      return "connection";
    }
    return WIFI.contains(name) ? "wifi" : SECURITY.contains(name) ? "security" : "";
  }

  private static Reading<NmKeyfile> wifi(String uuid, Map<String, String> values, boolean secured) {
    String joins = values.getOrDefault("connection.autoconnect", "true");
    String mode = values.getOrDefault("wifi.mode", "infrastructure");
    if (joins.equals("false") || joins.equals("0") || NOT_JOINED.contains(mode)) {
      return Reading.known(new NmKeyfile(uuid, true, Optional.empty()));
    }
    if (!(joins.equals("true") || joins.equals("1")) || !mode.equals("infrastructure")) {
      return notUnderstood("autoconnect=" + joins + ", mode=" + mode);
    }
    String name =
        text(values.getOrDefault("wifi.ssid", values.getOrDefault("connection.id", "a network")));
    String management = values.getOrDefault("security.key-mgmt", "");
    if (GOOD.contains(management)) {
      return Reading.known(new NmKeyfile(uuid, true, Optional.empty()));
    }
    Optional<Weakness> weakness =
        switch (management) {
          case "" -> secured ? Optional.empty() : Optional.of(Weakness.OPEN);
          case "none", "ieee8021x" -> Optional.of(Weakness.WEP);
          case "owe" -> Optional.of(Weakness.OWE);
          default -> Optional.empty();
        };
    return weakness.isEmpty()
        ? notUnderstood("key-mgmt=" + management)
        : Reading.known(
            new NmKeyfile(
                uuid, true, weakness.map(weak -> new Profile(Answers.brief(name), weak, BY))));
  }

  /** A name that is not plain ASCII is written as the numbers of its bytes. */
  private static String text(String ssid) {
    if (!BYTES.matcher(ssid).matches()) {
      return ssid;
    }
    var bytes = new ByteArrayOutputStream();
    for (String number : List.of(ssid.split(";"))) {
      bytes.write(Integer.parseInt(number));
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static Reading<NmKeyfile> notUnderstood(String what) {
    return Reading.unknown(Reason.NOT_UNDERSTOOD, Answers.brief(what));
  }
}

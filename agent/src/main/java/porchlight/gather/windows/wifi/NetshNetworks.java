package porchlight.gather.windows.wifi;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import porchlight.facts.Wifi.Security;
import porchlight.gather.windows.Lines;
import porchlight.gather.windows.Lines.Row;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Run;

/**
 * {@code netsh wlan show networks mode=bssid}: the networks around, each with its kind, its
 * authentication and its cipher, then its access points. What it says of the one that is joined
 * helps out where the radio's own rows say too little.
 */
final class NetshNetworks {
  static final Run SHOW =
      Run.of(NetshInterfaces.NETSH, "wlan", "show", "networks", "mode=bssid")
          .hiding("^SSID \\d+ : (.+)$");

  private static final Pattern BSSID = Pattern.compile("(?i)[0-9a-f]{2}(?::[0-9a-f]{2}){5}");
  private static final Pattern NUMBERED = Pattern.compile("\\D+\\d{1,4}");

  private NetshNetworks() {}

  static Optional<Security> security(Machine machine, String accessPoint) {
    return BSSID.matcher(accessPoint).matches()
        ? of(machine.ask(SHOW), accessPoint)
        : Optional.empty();
  }

  /** Of the network of that access point; empty where it is not told, or told in two ways. */
  static Optional<Security> of(Answer answer, String accessPoint) {
    if (!(answer instanceof Answer.Said said) || said.code() != 0) {
      return Optional.empty();
    }
    List<String> lines = Lines.of(said.text());
    Optional<Security> found = Optional.empty();
    Optional<Security> current = Optional.empty();
    for (int i = 0; i < lines.size(); i++) {
      Optional<Row> row = Row.of(lines.get(i));
      boolean isNetwork =
          Lines.indent(lines.get(i)) == 0
              && row.filter(one -> NUMBERED.matcher(one.label()).matches()).isPresent();
      if (isNetwork) {
        current = security(lines, i);
      } else if (row.filter(one -> one.value().equalsIgnoreCase(accessPoint)).isPresent()) {
        if (current.isEmpty() || (found.isPresent() && !found.equals(current))) {
          return Optional.empty();
        }
        found = current;
      }
    }
    return found;
  }

  /** Behind the name: the kind, the authentication, the cipher, and then an access point. */
  private static Optional<Security> security(List<String> lines, int name) {
    return BSSID.matcher(value(lines, name + 4)).matches()
        ? Words.of(value(lines, name + 2), value(lines, name + 3))
        : Optional.empty();
  }

  private static String value(List<String> lines, int row) {
    return row < lines.size() ? Row.of(lines.get(row)).map(Row::value).orElse("") : "";
  }
}

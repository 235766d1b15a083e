package porchlight.gather.windows.network;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.gather.windows.Lines;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/** {@code getmac}: which hardware address belongs to which GUID; ipconfig knows no GUIDs. */
final class GetMac {
  static final Run TABLE = Run.of("C:\\Windows\\System32\\getmac.exe");

  private static final Pattern ROW =
      Pattern.compile("\\s*([0-9A-Fa-f-]{17})\\s+\\\\Device\\\\Tcpip_(\\{[0-9A-Fa-f-]{36}})");

  private GetMac() {}

  /** By hardware address; those that two adapters have are left out. */
  static Map<String, String> read(Answer answer) {
    Map<String, String> found = new HashMap<>();
    if (answer instanceof Answer.Said said) {
      for (String line : Lines.of(said.text())) {
        Matcher row = ROW.matcher(line);
        if (row.matches()) {
          Macs.of(row.group(1)).ifPresent(mac -> found.merge(mac, row.group(2), (one, two) -> ""));
        }
      }
    }
    return found;
  }
}

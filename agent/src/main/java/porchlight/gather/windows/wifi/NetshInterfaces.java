package porchlight.gather.windows.wifi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.facts.Wifi;
import porchlight.facts.Wifi.Security;
import porchlight.gather.Answers;
import porchlight.gather.windows.Lines;
import porchlight.gather.windows.Lines.Row;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Run;

/**
 * {@code netsh wlan show interfaces}, in any language, asked only where the library does not
 * answer. Each radio has its name, its description, its GUID; {@link NetshRadio} has the rest.
 */
final class NetshInterfaces {
  static final String NETSH = "C:\\Windows\\System32\\netsh.exe";
  static final Run SHOW =
      Run.of(NETSH, "wlan", "show", "interfaces")
          .hiding("^ *SSID +: (.+)$")
          .hiding("^ *(?:Prof\\p{L}*|Perfil|Проф\\p{L}*|Προφίλ|配置文件|設定檔|プロファイル|프로필) *: (.+)$");

  private static final Pattern GUID =
      Pattern.compile("(?i)\\{?[0-9a-fx]{8}(?:-[0-9a-fx]{4}){3}-[0-9a-fx]{12,13}}?");
  private static final String CONSENT = "ms-settings:privacy-location";
  private static final Pattern NO_RADIO =
      Pattern.compile(
          "(?i)[^:\\r\\n]*(?:no wireless interface|keine drahtlosschnittstelle"
              + "|aucune interface sans fil|没有无线接口|무선 인터페이스가 없습니다)[^:\\r\\n]*");
  private static final int BEFORE_GUID = 2;
  private static final int INDENT = 15;

  private NetshInterfaces() {}

  static Reading<Wifi> read(Machine machine) {
    return Answers.read(SHOW, machine.ask(SHOW), said -> parse(said, machine));
  }

  private static Reading<Wifi> parse(Answer.Said said, Machine machine) {
    var rows = new ArrayList<Row>();
    for (String line : Lines.of(said.text())) {
      // A line without a label, far to the right, goes on with the one above it.
      boolean isMore = Lines.indent(line) > INDENT;
      rows.add(Row.of(line).orElse(isMore ? new Row("", line.strip()) : new Row(line.strip(), "")));
    }
    var starts = new ArrayList<Integer>();
    for (int i = BEFORE_GUID; i < rows.size(); i++) {
      if (GUID.matcher(rows.get(i).value()).matches()) {
        starts.add(i - BEFORE_GUID);
      }
    }
    if (starts.isEmpty() && said.text().contains(CONSENT)) {
      return WinWifi.needsConsent();
    }
    if (NO_RADIO.matcher(said.text().strip()).matches()) {
      return WinWifi.together(List.of());
    }
    if (said.code() != 0) {
      return Answers.notUnderstood(SHOW, "code " + said.code() + " " + said.text());
    }
    var all = new ArrayList<Reading<Wifi>>();
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : rows.size();
      all.add(read(NetshRadio.after(rows.subList(starts.get(i), end), BEFORE_GUID), machine));
    }
    if (starts.isEmpty()) {
      // Some people mask their GUIDs; then there is one radio, below the title.
      int title = !rows.isEmpty() && rows.getFirst().value().isEmpty() ? 1 : 0;
      List<Row> body = rows.subList(title, rows.size());
      all.add(read(NetshRadio.alone(body), machine));
    }
    return WinWifi.together(all);
  }

  private static Reading<Wifi> read(NetshRadio radio, Machine machine) {
    if (radio.isApart()) {
      return Reading.known(new Wifi.NotInUse(WinWifi.NONE_JOINED));
    }
    if (!radio.isJoined()) {
      return Answers.notUnderstood(SHOW, "it does not say what the radio does");
    }
    var security = radio.security().or(() -> NetshNetworks.security(machine, radio.accessPoint()));
    return security.isEmpty()
        ? Answers.notUnderstood(SHOW, "it does not say how the link is encrypted")
        : Reading.known(
            new Wifi.Joined(
                radio.link(), radio.network(), least(security.get(), radio.network(), machine)));
  }

  /** That a network takes WPA2 as well stands in its profile only. */
  private static Security least(Security security, String network, Machine machine) {
    return security == Security.WPA3 && NetshProfiles.letsLessBe(machine, network)
        ? Security.WPA2_WPA3
        : security;
  }

  static Optional<Row> at(List<Row> rows, int index) {
    return index >= 0 && index < rows.size() ? Optional.of(rows.get(index)) : Optional.empty();
  }
}

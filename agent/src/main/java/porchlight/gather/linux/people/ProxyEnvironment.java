package porchlight.gather.linux.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Proxy.Setting;
import porchlight.facts.Proxy.Way;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.gather.ProxyText;
import porchlight.gather.Told;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;
import porchlight.machine.Question.ReadSettings;

/** Proxies in the environment that everybody's sessions start with. */
final class ProxyEnvironment {
  private static final List<String> KEYS =
      List.of(
          "http_proxy",
          "https_proxy",
          "ftp_proxy",
          "socks_proxy",
          "all_proxy",
          "HTTP_PROXY",
          "HTTPS_PROXY",
          "FTP_PROXY",
          "SOCKS_PROXY",
          "ALL_PROXY");

  static final ReadSettings ALL = new ReadSettings("/etc", "environment", KEYS);
  static final ListFolder PARTS = new ListFolder("/etc/environment.d");
  static final ListFolder SHELLS = new ListFolder("/etc/profile.d");

  private ProxyEnvironment() {}

  static ReadSettings file(ListFolder folder, String name) {
    return new ReadSettings(folder.path(), name, KEYS);
  }

  /** Each file's; one that cannot be read is not left out in silence. */
  static List<Reading<List<Setting>>> read(Machine machine) {
    var all = new ArrayList<Reading<List<Setting>>>();
    all.add(settings(ALL, machine));
    all.addAll(folder(machine, PARTS, ".conf"));
    all.addAll(folder(machine, SHELLS, ".sh"));
    return all;
  }

  private static List<Reading<List<Setting>>> folder(
      Machine machine, ListFolder folder, String end) {
    Answer answer = machine.ask(folder);
    if (answer instanceof Answer.Missing) {
      return List.of();
    }
    Reading<List<String>> names =
        Answers.read(folder, answer, said -> Reading.known(said.text().lines().toList()));
    return switch (names) {
      case Reading.Unknown<List<String>> unknown -> List.of(unknown.as());
      case Reading.Known<List<String>>(var known) ->
          known.stream()
              .filter(name -> name.endsWith(end))
              .map(name -> settings(file(folder, name), machine))
              .toList();
    };
  }

  private static Reading<List<Setting>> settings(ReadSettings file, Machine machine) {
    Answer answer = machine.ask(file);
    String name = file.folder() + "/" + file.path();
    return answer instanceof Answer.Missing
        ? Reading.known(List.of())
        : Told.read(file, name, answer, said -> settings(name, said.text()));
  }

  /** A bracket, or a variable that was set before and is only exported. */
  private static boolean isNoSetting(String line) {
    return line.startsWith("[")
        || line.equals("}")
        || line.endsWith("={")
        || (line.indexOf('=') < 0 && KEYS.contains(line.split("\\s", -1)[0]));
  }

  private static Reading<List<Setting>> settings(String name, String text) {
    var values = new HashMap<String, String>();
    for (String raw : text.lines().toList()) {
      String line = raw.strip().replaceFirst("^export\\s+", "");
      int equals = line.indexOf('=');
      if (equals > 0 && KEYS.contains(line.substring(0, equals).strip())) {
        values.put(
            line.substring(0, equals).strip(),
            ProxyText.plain(line.substring(equals + 1).replaceFirst("\\s*;.*", "")));
      } else if (!isNoSetting(line)) {
        return Reading.unknown(Reason.NOT_UNDERSTOOD, name + ": " + Answers.brief(line));
      }
    }
    var settings = new ArrayList<Setting>();
    for (String value : values.values()) {
      Optional<Way> way = ProxyText.fixed(value);
      if (way.isPresent()) {
        settings.add(new Setting(name, "", way.get()));
      } else if (!value.isEmpty()) {
        return Reading.unknown(Reason.NOT_UNDERSTOOD, name + ": a proxy that is not plainly named");
      }
    }
    return Reading.known(settings.stream().distinct().toList());
  }
}

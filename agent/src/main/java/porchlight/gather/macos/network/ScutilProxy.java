package porchlight.gather.macos.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Proxy;
import porchlight.facts.Proxy.Setting;
import porchlight.facts.Proxy.Way;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.macos.Refusal;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.Run;

/**
 * {@code scutil --proxy}: the proxies that programs are given by the system now, whoever set them.
 * Those of single interfaces stand further in and serve only programs that bind to one.
 */
public final class ScutilProxy {
  static final Run PROXY =
      Run.of("scutil", "--proxy")
          .hiding("^ +\\w+User : (.+)$")
          .hiding("^ +ProxyAutoConfigURLString : \\w+://[^/\\s]+/(.+)$")
          .hiding("^ +ProxyAutoConfigJavaScript : (.+)$");

  /** All that may be asked. */
  public static final List<Question> QUESTIONS = List.of(PROXY);

  private static final String BY = "macOS";
  private static final List<String> KINDS =
      List.of("HTTP", "HTTPS", "SOCKS", "FTP", "RTSP", "Gopher");
  private static final Pattern KEY = Pattern.compile("  ([A-Za-z_]+) : (.*)");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:-]{1,253}");
  private static final Pattern SCRIPT =
      Pattern.compile(
          "([A-Za-z][A-Za-z0-9+.-]{0,20})://(?:[^/@\\s]*@)?([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::\\d{1,5})?(?:/\\S*)?");

  private ScutilProxy() {}

  public static Reading<Proxy> read(Machine machine) {
    return read(machine.ask(PROXY));
  }

  static Reading<Proxy> read(Answer answer) {
    return Answers.read(
        PROXY,
        answer,
        said -> said.code() == 0 ? parse(said.text()) : Refusal.because(PROXY, said));
  }

  private static Reading<Proxy> parse(String text) {
    List<String> lines = text.stripTrailing().lines().toList();
    if (lines.size() < 2
        || !lines.getFirst().equals("<dictionary> {")
        || !lines.getLast().equals("}")) {
      return Answers.notUnderstood(PROXY, text);
    }
    Map<String, String> values = new HashMap<>();
    for (String line : lines.subList(1, lines.size() - 1)) {
      Matcher row = KEY.matcher(line);
      if (row.matches() && values.put(row.group(1), row.group(2).strip()) != null) {
        return Answers.notUnderstood(PROXY, row.group(1) + " comes twice");
      }
      if (!row.matches() && !line.startsWith("   ") && !line.equals("  }")) {
        return Answers.notUnderstood(PROXY, line);
      }
    }
    return proxy(values);
  }

  private static Reading<Proxy> proxy(Map<String, String> values) {
    var settings = new ArrayList<Setting>();
    for (String kind : KINDS) {
      switch (values.getOrDefault(kind + "Enable", "0")) {
        case "0" -> {}
        case "1" -> {
          var way = fixed(values, kind);
          if (way.isEmpty()) {
            return Answers.notUnderstood(PROXY, kind + "Proxy");
          }
          settings.add(new Setting(BY, "", way.get()));
        }
        default -> {
          return Answers.notUnderstood(PROXY, kind + "Enable");
        }
      }
    }
    for (String key : List.of("ProxyAutoDiscoveryEnable", "ProxyAutoConfigEnable")) {
      switch (values.getOrDefault(key, "0")) {
        case "0" -> {}
        case "1" -> {
          var way =
              key.equals("ProxyAutoConfigEnable")
                  ? script(values)
                  : Optional.<Way>of(new Way.Discovered());
          if (way.isEmpty()) {
            return Answers.notUnderstood(PROXY, "ProxyAutoConfigURLString");
          }
          settings.add(new Setting(BY, "", way.get()));
        }
        default -> {
          return Answers.notUnderstood(PROXY, key);
        }
      }
    }
    return Reading.known(new Proxy(settings.stream().distinct().toList(), Optional.empty()));
  }

  private static Optional<Way> fixed(Map<String, String> values, String kind) {
    String host = values.getOrDefault(kind + "Proxy", "");
    String port = values.getOrDefault(kind + "Port", "0");
    return HOST.matcher(host).matches() && port.matches("[0-9]{1,5}")
        ? Optional.of(new Way.Fixed(host.toLowerCase(Locale.ROOT), Integer.parseInt(port)))
        : Optional.empty();
  }

  private static Optional<Way> script(Map<String, String> values) {
    String url = values.getOrDefault("ProxyAutoConfigURLString", "");
    if (url.startsWith("file:")
        || (url.isEmpty() && values.containsKey("ProxyAutoConfigJavaScript"))) {
      return Optional.of(new Way.Script("file", ""));
    }
    Matcher parts = SCRIPT.matcher(url);
    return parts.matches()
        ? Optional.of(
            new Way.Script(
                parts.group(1).toLowerCase(Locale.ROOT),
                parts.group(2).replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }
}

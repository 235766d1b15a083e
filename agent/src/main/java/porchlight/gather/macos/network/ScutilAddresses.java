package porchlight.gather.macos.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.gather.SystemProxies;
import porchlight.machine.Answer;
import porchlight.machine.Machine;

/** The proxies that macOS gives programs now, as addresses for requests over HTTPS. */
public final class ScutilAddresses {
  private static final Pattern KEY = Pattern.compile("  ([A-Za-z]+) : ([^<]*)");
  private static final Pattern ITEM = Pattern.compile("    \\d+ : (\\S+)");

  private ScutilAddresses() {}

  /** All of them; what cannot be read names none. */
  public static SystemProxies read(Machine machine) {
    return read(machine.ask(ScutilProxy.PROXY));
  }

  static SystemProxies read(Answer answer) {
    if (!(answer instanceof Answer.Said said) || said.code() != 0) {
      return new SystemProxies(List.of(), "");
    }
    Map<String, String> values = new HashMap<>();
    var except = new ArrayList<String>();
    boolean inExceptions = false;
    for (String line : said.text().lines().toList()) {
      Matcher item = ITEM.matcher(line);
      Matcher key = KEY.matcher(line);
      if (line.startsWith("  ExceptionsList : ")) {
        inExceptions = true;
      } else if (inExceptions && item.matches()) {
        except.add(item.group(1));
      } else {
        inExceptions = false;
        if (key.matches()) {
          values.putIfAbsent(key.group(1), key.group(2).strip());
        }
      }
    }
    return new SystemProxies(addresses(values), String.join(",", except));
  }

  private static List<String> addresses(Map<String, String> values) {
    var addresses = new ArrayList<String>();
    if (isOn(values, "ProxyAutoConfigEnable")) {
      addresses.add("pac+" + values.getOrDefault("ProxyAutoConfigURLString", ""));
    }
    if (isOn(values, "HTTPSEnable")) {
      addresses.add("http://" + address(values, "HTTPS"));
    }
    if (isOn(values, "SOCKSEnable")) {
      addresses.add("socks://" + address(values, "SOCKS"));
    }
    return addresses;
  }

  private static boolean isOn(Map<String, String> values, String key) {
    return values.getOrDefault(key, "0").equals("1");
  }

  private static String address(Map<String, String> values, String kind) {
    String host = values.getOrDefault(kind + "Proxy", "");
    return (host.contains(":") ? "[" + host + "]" : host)
        + ":"
        + values.getOrDefault(kind + "Port", "");
  }
}

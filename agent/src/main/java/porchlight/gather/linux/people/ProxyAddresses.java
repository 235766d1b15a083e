package porchlight.gather.linux.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import porchlight.facts.Reading;
import porchlight.gather.ProxyText;
import porchlight.gather.SystemProxies;
import porchlight.gather.linux.people.Accounts.Person;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ReadSettings;

/**
 * The proxies that this Linux tells programs of, as addresses: the environment that our service was
 * given, then the file that everybody's begins with, then the settings of GNOME.
 */
public final class ProxyAddresses {
  /** In the order of curl, which programs follow. */
  private static final List<String> KEYS =
      List.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY");

  private static final List<String> EXCEPT = List.of("no_proxy", "NO_PROXY");

  static final ReadSettings ALL =
      new ReadSettings(
          "/etc",
          "environment",
          List.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"));

  private ProxyAddresses() {}

  /**
   * All of them; what cannot be read names none.
   *
   * @param environment of this process
   */
  public static SystemProxies read(Machine machine, Map<String, String> environment) {
    var addresses = new LinkedHashSet<String>();
    Map<String, String> file = file(machine.ask(ALL));
    first(environment, KEYS, addresses);
    first(file, KEYS, addresses);
    desktops(machine, addresses);
    var except = new LinkedHashSet<String>();
    first(environment, EXCEPT, except);
    first(file, EXCEPT, except);
    return new SystemProxies(List.copyOf(addresses), String.join(",", except));
  }

  private static void first(Map<String, String> values, List<String> keys, Set<String> into) {
    for (String key : keys) {
      String value = values.getOrDefault(key, "").strip();
      if (!value.isEmpty()) {
        into.add(value);
        return;
      }
    }
  }

  private static Map<String, String> file(Answer answer) {
    var values = new HashMap<String, String>();
    if (answer instanceof Answer.Said said) {
      for (String raw : said.text().lines().toList()) {
        String line = raw.strip().replaceFirst("^export\\s+", "");
        int equals = line.indexOf('=');
        if (equals > 0) {
          values.put(
              line.substring(0, equals).strip(), ProxyText.plain(line.substring(equals + 1)));
        }
      }
    }
    return values;
  }

  private static void desktops(Machine machine, Set<String> into) {
    var people = new ArrayList<Person>();
    if (Sessions.read(machine) instanceof Reading.Known<Map<String, Sessions.Kind>>(var desktops)
        && desktops.values().stream().anyMatch(kind -> kind != Sessions.Kind.PLASMA)
        && Accounts.read(machine) instanceof Reading.Known<Accounts>(var accounts)) {
      people.addAll(accounts.people());
    }
    for (Person person : people) {
      if (GnomeProxy.addresses(machine, person) instanceof Reading.Known<List<String>>(var some)) {
        into.addAll(some);
      }
    }
  }
}

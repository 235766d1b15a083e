package porchlight.gather.linux.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.facts.Proxy.Way;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.ProxyText;
import porchlight.gather.linux.people.Accounts.Person;
import porchlight.machine.Machine;
import porchlight.machine.Question.ReadDconf;

/** The proxy in GNOME's settings, which most programs of most desktops go by. */
final class GnomeProxy {
  private static final String MODE = "/system/proxy/mode";
  private static final String SCRIPT = "/system/proxy/autoconfig-url";
  private static final List<String> KINDS = List.of("http", "https", "ftp", "socks");
  static final List<String> KEYS = keys();
  static final List<ReadDconf> DEFAULTS = GnomeSettings.defaults(KEYS);

  private GnomeProxy() {}

  private static List<String> keys() {
    var keys = new ArrayList<String>(List.of(MODE, SCRIPT));
    for (String kind : KINDS) {
      keys.add(host(kind));
      keys.add(port(kind));
    }
    return List.copyOf(keys);
  }

  private static String host(String kind) {
    return "/system/proxy/" + kind + "/host";
  }

  private static String port(String kind) {
    return "/system/proxy/" + kind + "/port";
  }

  static Reading<List<Way>> read(Machine machine, Person person) {
    return GnomeSettings.read(machine, person, KEYS, DEFAULTS).flatMap(GnomeProxy::ways);
  }

  /** The same as addresses, for requests over HTTPS: those that are meant for it, else the rest. */
  static Reading<List<String>> addresses(Machine machine, Person person) {
    return GnomeSettings.read(machine, person, KEYS, DEFAULTS)
        .map(values ->
            switch (values.getOrDefault(MODE, "")) {
              case "'auto'" -> List.of("pac+" + ProxyText.plain(values.getOrDefault(SCRIPT, "")));
              case "'manual'" -> named(values);
              default -> List.of();
            });
  }

  private static List<String> named(Map<String, String> values) {
    var addresses = new ArrayList<String>();
    for (String kind : List.of("https", "http", "socks")) {
      String host = ProxyText.plain(values.getOrDefault(host(kind), ""));
      if (!host.isEmpty()) {
        addresses.add(
            (kind.equals("socks") ? "socks://" : "http://")
                + (host.contains(":") ? "[" + host + "]" : host)
                + ":"
                + values.getOrDefault(port(kind), ""));
      }
    }
    return addresses.stream().distinct().toList();
  }

  private static Reading<List<Way>> ways(Map<String, String> values) {
    return switch (values.getOrDefault(MODE, "")) {
      case "'none'" -> Reading.known(List.of());
      case "'auto'" -> script(values.getOrDefault(SCRIPT, ""));
      case "'manual'" -> fixed(values);
      default -> notUnderstood();
    };
  }

  private static Reading<List<Way>> script(String quoted) {
    return quoted.equals("''")
        ? Reading.known(List.of(new Way.Discovered()))
        : ProxyText.script(ProxyText.plain(quoted))
            .map(way -> Reading.known(List.of(way)))
            .orElseGet(GnomeProxy::notUnderstood);
  }

  private static Reading<List<Way>> fixed(Map<String, String> values) {
    var ways = new ArrayList<Way>();
    for (String kind : KINDS) {
      String host = values.getOrDefault(host(kind), "");
      if (host.equals("''")) {
        continue;
      }
      Optional<Way> way =
          ProxyText.fixed(ProxyText.plain(host) + ":" + values.getOrDefault(port(kind), ""));
      if (way.isEmpty()) {
        return notUnderstood();
      }
      ways.add(way.get());
    }
    return Reading.known(ways.stream().distinct().toList());
  }

  private static <T> Reading<T> notUnderstood() {
    return Reading.unknown(
        Reason.NOT_UNDERSTOOD, "GNOME's proxy setting is of another kind than expected");
  }
}

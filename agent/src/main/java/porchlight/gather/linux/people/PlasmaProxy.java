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
import porchlight.machine.Question.ReadSettings;

/**
 * The proxy in KDE Plasma's settings: {@code ProxyType} 0 none, 1 by address, 2 by a script, 3 as
 * the network says, 4 as the environment says; none where nothing is said.
 */
final class PlasmaProxy {
  private static final List<String> FIXED =
      List.of("httpProxy", "httpsProxy", "ftpProxy", "socksProxy");

  /** The last is the first word of {@code Proxy Config Script}. */
  private static final List<String> KEYS =
      List.of("ProxyType", "httpProxy", "httpsProxy", "ftpProxy", "socksProxy", "Proxy");

  static final ReadSettings SYSTEM = new ReadSettings("/etc/xdg", "kioslaverc", KEYS);

  private static final String OWN = ".config/kioslaverc";

  private PlasmaProxy() {}

  static ReadSettings own(Person person) {
    return person.home().settings(OWN, KEYS);
  }

  static Reading<List<Way>> read(Machine machine, Person person) {
    return PlasmaSettings.read(machine, SYSTEM, own(person), "Proxy Settings")
        .flatMap(PlasmaProxy::ways);
  }

  private static Reading<List<Way>> ways(Map<String, String> values) {
    return switch (values.getOrDefault("ProxyType", "0")) {
      case "0", "4" -> Reading.known(List.of());
      case "1" -> fixed(values);
      case "2" ->
          ProxyText.script(values.getOrDefault("Proxy Config Script", ""))
              .map(way -> Reading.known(List.of(way)))
              .orElseGet(PlasmaProxy::notUnderstood);
      case "3" -> Reading.known(List.of(new Way.Discovered()));
      default -> notUnderstood();
    };
  }

  private static Reading<List<Way>> fixed(Map<String, String> values) {
    var ways = new ArrayList<Way>();
    for (String key : FIXED) {
      String text = values.getOrDefault(key, "");
      Optional<Way> way = ProxyText.fixed(text);
      if (way.isPresent()) {
        ways.add(way.get());
      } else if (!text.isEmpty()) {
        return notUnderstood();
      }
    }
    return Reading.known(ways.stream().distinct().toList());
  }

  private static <T> Reading<T> notUnderstood() {
    return Reading.unknown(Reason.NOT_UNDERSTOOD, "kioslaverc: not a proxy setting as expected");
  }
}

package porchlight.gather.linux.wifi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.WifiAutoJoin.Profile;
import porchlight.facts.WifiAutoJoin.Weakness;
import porchlight.gather.Answers;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;
import porchlight.machine.Question.ReadSettings;

/**
 * The older form in which NetworkManager saves on Red Hat's systems: assignments of a shell, see
 * nm-settings-ifcfg-rh(5). The passwords are in other files, {@code keys-NAME}.
 */
final class Ifcfg {
  static final ListFolder FOLDER = new ListFolder("/etc/sysconfig/network-scripts");
  static final List<String> KEYS =
      List.of("TYPE", "ESSID", "ONBOOT", "KEY_MGMT", "MODE", "SECURITYMODE", "DEFAULTKEY");

  private static final Pattern FILE = Pattern.compile("ifcfg-[^/\\\\\\p{Cntrl}]{1,100}");
  private static final Pattern NOT_READ =
      Pattern.compile(".*(?:~|\\.bak|\\.orig|\\.rej|\\.rpmnew|\\.rpmsave|\\.augnew|\\.augtmp)");
  private static final Set<String> GOOD =
      Set.of("WPA-PSK", "SAE", "WPA-EAP", "WPA-EAP-SUITE-B-192", "WPA-PSK-SHA256");
  private static final Set<String> YES = Set.of("yes", "true", "t", "y", "1");
  private static final Set<String> NO = Set.of("no", "false", "f", "n", "0");

  private Ifcfg() {}

  static SavedNetworks read(Machine machine) {
    return SavedNetworks.in(machine, FOLDER, list -> networks(machine, list));
  }

  private static Reading<List<Optional<Profile>>> networks(Machine machine, String list) {
    var networks = new ArrayList<Optional<Profile>>();
    for (String name : list.lines().toList()) {
      if (!name.startsWith("ifcfg-") || NOT_READ.matcher(name).matches()) {
        continue;
      }
      if (!FILE.matcher(name).matches()) {
        return Answers.notUnderstood(FOLDER, "an odd file name");
      }
      var file = new ReadSettings(FOLDER.path(), name, KEYS);
      switch (Answers.read(file, machine.ask(file), said -> network(said.text()))) {
        case Reading.Known<Optional<Optional<Profile>>>(var network) ->
            network.ifPresent(networks::add);
        case Reading.Unknown<Optional<Optional<Profile>>>(var reason, var detail) -> {
          // The file is called after the network, so it is not named.
          return Reading.unknown(reason, "a saved connection of the form ifcfg could not be read");
        }
      }
    }
    return Reading.known(networks);
  }

  /** Empty for what is no Wi-Fi network; within, empty for one that is not weak. */
  static Reading<Optional<Optional<Profile>>> network(String text) {
    var values = new HashMap<String, String>();
    for (String line : text.lines().map(String::strip).toList()) {
      int equals = line.indexOf('=');
      Optional<String> value = equals > 0 ? value(line.substring(equals + 1)) : Optional.empty();
      if (value.isEmpty()) {
        return unknown("a line that sets nothing");
      }
      values.put(line.substring(0, equals).strip(), value.get());
    }
    String type = values.getOrDefault("TYPE", "").toLowerCase(Locale.ROOT);
    if (!type.equals("wireless") && !(type.isEmpty() && values.containsKey("ESSID"))) {
      return Reading.known(Optional.empty());
    }
    String joins = values.getOrDefault("ONBOOT", "yes").toLowerCase(Locale.ROOT);
    String mode = values.getOrDefault("MODE", "managed").toLowerCase(Locale.ROOT);
    if (!(YES.contains(joins) || NO.contains(joins))
        || !Set.of("managed", "auto", "ad-hoc", "ap", "master").contains(mode)) {
      return unknown("ONBOOT=" + joins + " MODE=" + mode);
    }
    boolean isLeft = NO.contains(joins) || !Set.of("managed", "auto").contains(mode);
    return weakness(values)
        .map(weakness ->
            Optional.of(weakness.filter(weak -> !isLeft).map(weak -> named(values, weak))));
  }

  private static Profile named(Map<String, String> values, Weakness weakness) {
    String name = values.getOrDefault("ESSID", "a network");
    return new Profile(Answers.brief(name), weakness, "NetworkManager");
  }

  private static Reading<Optional<Weakness>> weakness(Map<String, String> values) {
    String management = values.getOrDefault("KEY_MGMT", "");
    if (GOOD.contains(management)) {
      return Reading.known(Optional.empty());
    }
    return switch (management) {
      case "" ->
          Reading.known(
              Optional.of(
                  values.containsKey("DEFAULTKEY") || values.containsKey("SECURITYMODE")
                      ? Weakness.WEP
                      : Weakness.NO_PASSWORD));
      case "NONE", "IEEE8021X" -> Reading.known(Optional.of(Weakness.WEP));
      case "OWE" -> Reading.known(Optional.of(Weakness.OWE));
      default -> unknown("KEY_MGMT=" + management);
    };
  }

  /** Without its quotes; empty for what only a shell could work out. */
  private static Optional<String> value(String text) {
    String value = text.strip();
    if (value.length() >= 2 && value.startsWith("'") && value.endsWith("'")) {
      return Optional.of(value.substring(1, value.length() - 1));
    }
    if (value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")) {
      value = value.substring(1, value.length() - 1);
    }
    return value.contains("$(") || value.contains("`") ? Optional.empty() : Optional.of(value);
  }

  private static <T> Reading<T> unknown(String what) {
    return Reading.unknown(Reason.NOT_UNDERSTOOD, Answers.brief(what));
  }
}

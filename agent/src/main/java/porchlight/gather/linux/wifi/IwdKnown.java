package porchlight.gather.linux.wifi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * The networks that iwd knows: a file each, whose ending says how it is protected (iwd.network(5)).
 */
final class IwdKnown {
  static final ListFolder FOLDER = new ListFolder("/var/lib/iwd");
  static final List<String> KEYS = List.of("AutoConnect");

  private static final Pattern FILE =
      Pattern.compile("(=(?:[0-9a-fA-F]{2}){1,32}|[A-Za-z0-9 _-]{1,32})\\.(open|psk|8021x)");
  private static final Pattern LINE = Pattern.compile("AutoConnect\\s*=\\s*(\\S+)");

  private IwdKnown() {}

  static SavedNetworks read(Machine machine) {
    return SavedNetworks.in(machine, FOLDER, list -> networks(machine, list));
  }

  private static Reading<List<Optional<Profile>>> networks(Machine machine, String list) {
    var networks = new ArrayList<Optional<Profile>>();
    for (String name : list.lines().toList()) {
      var parts = FILE.matcher(name);
      if (!parts.matches()) {
        if (name.endsWith(".open")) {
          return unknown("the name of a known network is not understood");
        }
        continue;
      }
      if (!parts.group(2).equals("open")) {
        networks.add(Optional.empty());
        continue;
      }
      var file = new ReadSettings(FOLDER.path(), name, KEYS);
      switch (Answers.read(file, machine.ask(file), said -> joins(said.text()))) {
        case Reading.Known<Boolean>(var joins) ->
            networks.add(
                joins
                    ? Optional.of(
                        new Profile(Answers.brief(parts.group(1)), Weakness.NO_PASSWORD, "iwd"))
                    : Optional.empty());
        case Reading.Unknown<Boolean>(var reason, var detail) -> {
          return Reading.unknown(reason, "a network that iwd knows could not be read");
        }
      }
    }
    return Reading.known(networks);
  }

  private static Reading<Boolean> joins(String text) {
    boolean joins = true;
    String section = "";
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.startsWith("[")) {
        section = line;
      } else if (section.equals("[Settings]")) {
        var parts = LINE.matcher(line);
        if (!parts.matches() || !parts.group(1).matches("true|false|1|0")) {
          return unknown("AutoConnect is neither true nor false");
        }
        joins = parts.group(1).equals("true") || parts.group(1).equals("1");
      }
    }
    return Reading.known(joins);
  }

  private static <T> Reading<T> unknown(String what) {
    return Reading.unknown(Reason.NOT_UNDERSTOOD, what);
  }
}

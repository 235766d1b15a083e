package porchlight.gather.linux.wifi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.WifiAutoJoin.Profile;
import porchlight.facts.WifiAutoJoin.Weakness;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;
import porchlight.machine.Question.ReadSettings;

/** Debian's older way: the networks in interfaces(5). */
final class Ifupdown {
  static final List<String> KEYS =
      List.of(
          "auto",
          "allow-auto",
          "allow-hotplug",
          "iface",
          "source",
          "source-directory",
          "wireless-essid",
          "wpa-ssid",
          "wpa-key-mgmt",
          "wpa-conf",
          "wpa-roam");
  static final ReadSettings FILE = new ReadSettings("/etc/network", "interfaces", KEYS);
  static final ListFolder MORE = new ListFolder("/etc/network/interfaces.d");

  private static final Set<String> BY_ITSELF = Set.of("auto", "allow-auto", "allow-hotplug");
  private static final String BY = "ifupdown";

  private Ifupdown() {}

  static SavedNetworks read(Machine machine) {
    Answer first = machine.ask(FILE);
    if (first instanceof Answer.Missing) {
      return SavedNetworks.absent();
    }
    Reading<List<String>> lines = Answers.read(FILE, first, said -> lines(machine, said.text()));
    return switch (lines.flatMap(Ifupdown::networks)) {
      case Reading.Known<List<Optional<Profile>>>(var networks) ->
          networks.isEmpty() ? SavedNetworks.absent() : SavedNetworks.of(networks);
      case Reading.Unknown<List<Optional<Profile>>> unknown -> SavedNetworks.unseen(unknown);
    };
  }

  /** Those of the file and of the folder beside it, which it includes as Debian writes it. */
  private static Reading<List<String>> lines(Machine machine, String text) {
    var lines = new ArrayList<String>(text.lines().map(String::strip).toList());
    Answer list = machine.ask(MORE);
    if (list instanceof Answer.Missing) {
      return Reading.known(lines);
    }
    return Answers.read(
        MORE,
        list,
        said -> {
          for (String name : said.text().lines().toList()) {
            if (!name.matches("[A-Za-z0-9_.@+-]{1,80}")) {
              continue; // ifupdown passes those over as well
            }
            var file = new ReadSettings(MORE.path(), name, KEYS);
            Reading<List<String>> more =
                Answers.read(
                    file,
                    machine.ask(file),
                    one -> Reading.known(one.text().lines().map(String::strip).toList()));
            if (!(more instanceof Reading.Known<List<String>>(var known))) {
              return more;
            }
            lines.addAll(known);
          }
          return Reading.known(lines);
        });
  }

  /** One stanza. */
  private static final class Interface {
    final String link;
    String network = "";
    Optional<Weakness> weakness = Optional.empty();

    Interface(String link) {
      this.link = link;
    }
  }

  static Reading<List<Optional<Profile>>> networks(List<String> lines) {
    var byItself = new HashSet<String>();
    var interfaces = new ArrayList<Interface>();
    for (String line : lines) {
      List<String> words = List.of(line.split("\\s+", -1));
      String key = words.get(0);
      String value = line.substring(key.length()).strip();
      if (BY_ITSELF.contains(key)) {
        byItself.addAll(words.subList(1, words.size()));
      } else if (key.startsWith("source")) {
        if (!value.matches("(?:/etc/network/)?interfaces\\.d(?:/\\*(?:\\.[a-z]{1,10})?)?/?")) {
          return unknown(Reason.NOT_SUPPORTED, "includes other files");
        }
      } else if (key.equals("iface") && words.size() > 1) {
        interfaces.add(new Interface(words.get(1)));
      } else if (interfaces.isEmpty() || value.isEmpty() || value.endsWith("\\")) {
        return unknown(Reason.NOT_UNDERSTOOD, "has a line that is not understood");
      } else if (!option(interfaces.get(interfaces.size() - 1), key, value)) {
        return unknown(Reason.NOT_SUPPORTED, "has networks in other files, or " + key + " unknown");
      }
    }
    boolean all = byItself.stream().anyMatch(name -> name.matches(".*[*?\\[/].*"));
    return Reading.known(
        interfaces.stream()
            .filter(one -> !one.network.isEmpty())
            .map(one ->
                one.weakness
                    .filter(weak -> all || byItself.contains(one.link))
                    .map(weak -> new Profile(Answers.brief(one.network), weak, BY)))
            .toList());
  }

  /** False for what is not read. */
  private static boolean option(Interface one, String key, String value) {
    String plain = value.replaceAll("^\"|\"$", "");
    switch (key) {
      case "wireless-essid" -> {
        one.network = plain;
        one.weakness = Optional.of(Weakness.NO_PASSWORD); // or WEP; the key is not looked at
      }
      case "wpa-ssid" -> one.network = plain;
      case "wpa-key-mgmt" -> {
        var words = WpaConf.managements(plain);
        one.network = one.network.isEmpty() ? "any network" : one.network;
        one.weakness = words.map(WpaConf::weakness).orElse(Optional.empty());
        return words.isPresent();
      }
      case "wpa-conf", "wpa-roam" -> {
        // Every file of that folder is read, whether it is named here or not.
        return plain.matches("/etc/wpa_supplicant/[A-Za-z0-9@_.+-]{1,80}\\.conf");
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static <T> Reading<T> unknown(Reason reason, String what) {
    return Reading.unknown(reason, "/etc/network/interfaces " + what);
  }
}

package porchlight.gather.linux.wifi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** The networks in files of wpa_supplicant.conf(5), and in those that netplan writes. */
final class WpaConf {
  static final List<ListFolder> FOLDERS =
      List.of(new ListFolder("/etc/wpa_supplicant"), new ListFolder("/run/netplan"));
  static final List<String> KEYS = List.of("ssid", "key_mgmt", "disabled", "mode");

  private static final Set<String> BLOCKS = Set.of("network={", "cred={", "blob={");
  private static final Set<String> NO_PASSWORD = Set.of("NONE", "OWE", "IEEE8021X");

  private WpaConf() {}

  static SavedNetworks read(Machine machine) {
    SavedNetworks all = SavedNetworks.absent();
    for (ListFolder folder : FOLDERS) {
      Answer list = machine.ask(folder);
      if (list instanceof Answer.Missing) {
        continue;
      }
      Reading<List<String>> names =
          Answers.read(
              folder,
              list,
              said ->
                  Reading.known(
                      said.text().lines().filter(name -> name.endsWith(".conf")).toList()));
      switch (names) {
        case Reading.Known<List<String>>(var known) -> {
          for (String name : known) {
            all = all.and(file(machine, folder, name));
          }
        }
        case Reading.Unknown<List<String>> unknown -> all = all.and(SavedNetworks.unseen(unknown));
      }
    }
    return all;
  }

  private static SavedNetworks file(Machine machine, ListFolder folder, String name) {
    if (!name.matches("[A-Za-z0-9@_.+-]{1,80}")) {
      return SavedNetworks.unseen(
          new Reading.Unknown<>(Reason.NOT_UNDERSTOOD, folder.path() + ": an odd file name"));
    }
    var file = new ReadSettings(folder.path(), name, KEYS);
    Reading<List<Optional<Profile>>> networks =
        Answers.read(file, machine.ask(file), said -> networks(file, said.text()));
    return switch (networks) {
      case Reading.Known<List<Optional<Profile>>>(var known) -> SavedNetworks.of(known);
      case Reading.Unknown<List<Optional<Profile>>> unknown -> SavedNetworks.unseen(unknown);
    };
  }

  private static Reading<List<Optional<Profile>>> networks(ReadSettings file, String text) {
    var networks = new ArrayList<Optional<Profile>>();
    var values = new HashMap<String, String>();
    String block = "";
    for (String line : text.lines().map(String::strip).toList()) {
      int equals = line.indexOf('=');
      if (line.equals("}")) {
        if (block.equals("network={")) {
          Reading<Optional<Profile>> network = network(file, values);
          if (!(network instanceof Reading.Known<Optional<Profile>>(var known))) {
            return network.map(List::of);
          }
          networks.add(known);
        }
        block = "";
      } else if (BLOCKS.contains(line) && block.isEmpty()) {
        block = line;
        values.clear();
      } else if (!block.isEmpty() && equals > 0 && !line.endsWith("={")) {
        values.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
      } else if (line.startsWith("network") || line.endsWith("={") || line.startsWith("[")) {
        return Answers.notUnderstood(file, "blocks that do not close");
      }
    }
    return block.isEmpty()
        ? Reading.known(networks)
        : Answers.notUnderstood(file, "blocks that do not close");
  }

  private static Reading<Optional<Profile>> network(ReadSettings file, Map<String, String> values) {
    String disabled = values.getOrDefault("disabled", "0");
    String mode = values.getOrDefault("mode", "0");
    if (!disabled.matches("[0-2]") || !mode.matches("[0-5]")) {
      return Answers.notUnderstood(file, "disabled=" + disabled + " mode=" + mode);
    }
    // 2 is for persistent groups of Wi-Fi Direct; the modes but 0 do not join networks.
    boolean joins = disabled.equals("0") && mode.equals("0");
    var management = List.of(values.getOrDefault("key_mgmt", "WPA-PSK WPA-EAP").split("\\s+"));
    if (!joins || management.stream().noneMatch(NO_PASSWORD::contains)) {
      return Reading.known(Optional.empty());
    }
    // NONE is nothing at all, or WEP.
    Weakness weakness =
        management.contains("NONE")
            ? Weakness.NO_PASSWORD
            : management.contains("OWE") ? Weakness.OWE : Weakness.WEP;
    String name = values.getOrDefault("ssid", "any network").replaceAll("^\"|\"$", "");
    return Reading.known(Optional.of(new Profile(Answers.brief(name), weakness, "wpa_supplicant")));
  }
}

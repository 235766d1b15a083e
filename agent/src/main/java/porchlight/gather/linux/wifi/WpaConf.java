package porchlight.gather.linux.wifi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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

  /** Where some systems keep the only one. */
  static final ReadSettings ALONE = new ReadSettings("/etc", "wpa_supplicant.conf", KEYS);

  private static final Pattern BLOCK =
      Pattern.compile("(network|cred|blob-base64-[A-Za-z0-9_.-]+)=\\{");
  private static final Set<String> GOOD =
      Set.of(
          "WPA-PSK",
          "WPA-EAP",
          "FT-PSK",
          "FT-EAP",
          "FT-EAP-SHA384",
          "WPA-PSK-SHA256",
          "WPA-EAP-SHA256",
          "WPA-EAP-SHA384",
          "WPA-EAP-SUITE-B",
          "WPA-EAP-SUITE-B-192",
          "SAE",
          "FT-SAE",
          "SAE-EXT-KEY",
          "FT-SAE-EXT-KEY",
          "FILS-SHA256",
          "FILS-SHA384",
          "FT-FILS-SHA256",
          "FT-FILS-SHA384",
          "DPP",
          "WPS");
  private static final Set<String> NO_PASSWORD = Set.of("NONE", "OWE", "IEEE8021X");

  private WpaConf() {}

  static SavedNetworks read(Machine machine) {
    SavedNetworks all =
        machine.ask(ALONE) instanceof Answer.Missing
            ? SavedNetworks.absent()
            : file(machine, ALONE);
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
    return file(machine, new ReadSettings(folder.path(), name, KEYS));
  }

  private static SavedNetworks file(Machine machine, ReadSettings file) {
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
    for (String line : text.lines().map(WpaConf::uncommented).toList()) {
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
      } else if (BLOCK.matcher(line).matches() && block.isEmpty()) {
        block = line;
        values.clear();
      } else if (!block.isEmpty() && equals > 0 && !line.endsWith("={")) {
        values.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
      } else if (!line.isEmpty()) {
        // Also a network whose beginning was not understood.
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
    if (!joins) {
      return Reading.known(Optional.empty());
    }
    String management = values.getOrDefault("key_mgmt", "WPA-PSK WPA-EAP");
    String name = name(values.getOrDefault("ssid", "any network"));
    return managements(management)
        .map(words ->
            Reading.known(
                weakness(words)
                    .map(weak -> new Profile(Answers.brief(name), weak, "wpa_supplicant"))))
        .orElseGet(() -> Answers.notUnderstood(file, "key_mgmt=" + management));
  }

  /** The words of {@code key_mgmt}; empty when one is not known. */
  static Optional<List<String>> managements(String text) {
    var words = List.of(text.strip().split("\\s+"));
    return Optional.of(words)
        .filter(
            all -> all.stream().allMatch(one -> GOOD.contains(one) || NO_PASSWORD.contains(one)));
  }

  /** The weakest way in; NONE is nothing at all, or WEP. */
  static Optional<Weakness> weakness(List<String> managements) {
    if (managements.contains("NONE")) {
      return Optional.of(Weakness.NO_PASSWORD);
    }
    if (managements.contains("OWE")) {
      return Optional.of(Weakness.OWE);
    }
    return managements.contains("IEEE8021X") ? Optional.of(Weakness.WEP) : Optional.empty();
  }

  /** In quotes, in C's escapes as {@code P"…"}, or the figures of its bytes. */
  private static String name(String ssid) {
    if (ssid.startsWith("P\"")) {
      return NetworkName.unescaped(ssid.substring(2).replaceAll("\"$", ""));
    }
    boolean isHex = ssid.length() % 2 == 0 && ssid.matches("[0-9a-fA-F]{2,64}");
    return isHex
        ? new String(HexFormat.of().parseHex(ssid), StandardCharsets.UTF_8)
        : ssid.replaceAll("^\"|\"$", "");
  }

  /** A comment begins with {@code #}, but for one between the first and the last quote. */
  private static String uncommented(String line) {
    int comment = line.indexOf('#', Math.max(quoted(line), 0));
    return (comment < 0 ? line : line.substring(0, comment)).strip();
  }

  private static int quoted(String line) {
    int first = line.indexOf('"');
    int comment = line.indexOf('#');
    return first >= 0 && (comment < 0 || first < comment) ? line.lastIndexOf('"') : -1;
  }
}

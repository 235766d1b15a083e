package porchlight.gather.linux.wifi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.WifiAutoJoin.Profile;
import porchlight.gather.Answers;
import porchlight.gather.linux.Failed;
import porchlight.gather.linux.Terse;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;
import porchlight.machine.Question.ReadSettings;
import porchlight.machine.Run;

/**
 * The connections that NetworkManager has saved. Only root may read them; without root, nmcli still
 * says whether any Wi-Fi connection comes up by itself.
 */
final class NmProfiles {
  static final ListFolder HERE = new ListFolder("/etc/NetworkManager");

  /** A profile in a folder counts for one of the same uuid in the next. */
  static final List<ListFolder> FOLDERS =
      List.of(
          new ListFolder("/run/NetworkManager/system-connections"),
          new ListFolder("/etc/NetworkManager/system-connections"),
          new ListFolder("/usr/lib/NetworkManager/system-connections"));

  static final Run NMCLI =
      Run.of("nmcli", "-t", "-f", "TYPE,AUTOCONNECT,NAME", "connection", "show")
          .hiding("^802-11-wireless:(?:yes|no):(.*)");

  static final List<String> KEYS =
      List.of("uuid", "id", "type", "autoconnect", "ssid", "mode", "key-mgmt", "auth-alg");

  private static final Pattern NOT_A_PROFILE =
      Pattern.compile(
          "\\..*|.*(?:~|\\.nmmeta|\\.sw[px]|\\.rpm(?:save|orig|new)|\\.aug(?:new|tmp))");
  private static final Pattern CONTROL = Pattern.compile("[/\\\\\\p{Cntrl}]");

  private NmProfiles() {}

  static SavedNetworks read(Machine machine) {
    if (machine.ask(HERE) instanceof Answer.Missing) {
      return SavedNetworks.absent();
    }
    return switch (files(machine)) {
      case Reading.Known<List<Optional<Profile>>>(var networks) ->
          SavedNetworks.of(networks).and(Ifcfg.read(machine));
      case Reading.Unknown<List<Optional<Profile>>> unknown
          when unknown.reason() == Reason.NEEDS_PRIVILEGE ->
          withoutRoot(machine, unknown);
      case Reading.Unknown<List<Optional<Profile>>> unknown -> SavedNetworks.unseen(unknown);
    };
  }

  private static Reading<List<Optional<Profile>>> files(Machine machine) {
    var networks = new ArrayList<Optional<Profile>>();
    var uuids = new HashSet<String>();
    for (ListFolder folder : FOLDERS) {
      Answer list = machine.ask(folder);
      if (list instanceof Answer.Missing) {
        continue;
      }
      Reading<List<NmKeyfile>> files =
          Answers.read(folder, list, said -> files(machine, folder, said.text()));
      switch (files) {
        case Reading.Known<List<NmKeyfile>>(var known) ->
            known.stream()
                .filter(file -> file.uuid().isEmpty() || uuids.add(file.uuid()))
                .filter(NmKeyfile::isWifi)
                .forEach(file -> networks.add(file.weak()));
        case Reading.Unknown<List<NmKeyfile>> unknown -> {
          return unknown.as();
        }
      }
    }
    return Reading.known(networks);
  }

  private static Reading<List<NmKeyfile>> files(Machine machine, ListFolder folder, String list) {
    var files = new ArrayList<NmKeyfile>();
    for (String name : list.lines().toList()) {
      if (NOT_A_PROFILE.matcher(name).matches()) {
        continue;
      }
      if (name.isEmpty() || CONTROL.matcher(name).find()) {
        return Answers.notUnderstood(folder, "an odd file name");
      }
      var file = new ReadSettings(folder.path(), name, KEYS);
      Answer answer = machine.ask(file);
      Reading<NmKeyfile> profile = Answers.read(file, answer, said -> NmKeyfile.of(said.text()));
      switch (profile) {
        case Reading.Known<NmKeyfile>(var known) -> files.add(known);
        case Reading.Unknown<NmKeyfile>(var reason, var detail) -> {
          // The file is called after the network, so it is not named.
          return Reading.unknown(
              reason,
              reason == Reason.NEEDS_PRIVILEGE
                  ? "NetworkManager's saved connections: permission denied"
                  : "a saved connection of NetworkManager could not be read");
        }
      }
    }
    return Reading.known(files);
  }

  private static SavedNetworks withoutRoot(Machine machine, Reading.Unknown<?> why) {
    Reading<List<List<String>>> rows =
        Answers.read(
            NMCLI,
            machine.ask(NMCLI),
            said ->
                said.code() != 0
                    ? Failed.because(NMCLI, said)
                    : Terse.rows(said.text(), 3)
                        .map(Reading::known)
                        .orElseGet(() -> Answers.notUnderstood(NMCLI, "rows of another form")));
    return switch (rows) {
      case Reading.Known<List<List<String>>>(var known)
          when known.stream().anyMatch(row -> !row.get(1).matches("yes|no")) ->
          SavedNetworks.unseen(why);
      case Reading.Known<List<List<String>>>(var known) -> {
        var wifi = known.stream().filter(row -> row.get(0).equals("802-11-wireless")).toList();
        long joined = wifi.stream().filter(row -> row.get(1).equals("yes")).count();
        yield joined == 0
            ? new SavedNetworks(true, List.of(), wifi.size(), Optional.empty())
            : SavedNetworks.unseen(
                new Reading.Unknown<>(
                    Reason.NEEDS_PRIVILEGE,
                    joined
                        + " saved networks are joined without asking, and only root may see how"
                        + " they are protected"));
      }
      case Reading.Unknown<List<List<String>>> unknown -> SavedNetworks.unseen(why);
    };
  }
}

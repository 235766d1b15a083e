package porchlight.gather.windows.wifi;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.facts.WifiAutoJoin;
import porchlight.facts.WifiAutoJoin.Profile;
import porchlight.facts.WifiAutoJoin.Saved;
import porchlight.facts.WifiAutoJoin.Unseen;
import porchlight.gather.Answers;
import porchlight.gather.windows.Lines;
import porchlight.gather.windows.Lines.Row;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Run;

/**
 * {@code netsh wlan show profiles}: the stored networks in full, and the bare list of their names.
 * Asked only where the library does not answer; neither needs consent.
 */
final class NetshProfiles {
  static final Run ALL =
      Run.of(NetshInterfaces.NETSH, "wlan", "show", "profiles", "name=*")
          .hiding("^ +[^:\\r\\n]+: \"(.+)\"");
  static final Run LIST =
      Run.of(NetshInterfaces.NETSH, "wlan", "show", "profiles")
          .hiding("^ {3,4}\\S[^:\\r\\n]*: (.+)$");

  private static final Pattern TITLE = Pattern.compile("={10,}");
  private static final Pattern NONE = Pattern.compile("<[^<>]{1,40}>");

  private NetshProfiles() {}

  static Reading<WifiAutoJoin> read(Machine machine) {
    return all(machine.ask(ALL)).or(() -> list(machine.ask(LIST)));
  }

  /** Each below its title and a double line. */
  static Reading<WifiAutoJoin> all(Answer answer) {
    return Answers.read(
        ALL,
        answer,
        said -> {
          List<String> lines = Lines.of(said.text());
          var starts = new ArrayList<Integer>();
          for (int i = 1; i < lines.size(); i++) {
            if (TITLE.matcher(lines.get(i).strip()).matches()) {
              starts.add(i + 1);
            }
          }
          var profiles = new ArrayList<NetshProfile>();
          for (int i = 0; i < starts.size(); i++) {
            // The next one's title and double line are not of this one.
            int end = i + 1 < starts.size() ? starts.get(i + 1) - 2 : lines.size();
            profiles.add(
                new NetshProfile(lines.subList(starts.get(i), Math.max(starts.get(i), end))));
          }
          return said.code() != 0 || profiles.isEmpty()
              ? Answers.notUnderstood(ALL, said.text())
              : Reading.known(saved(profiles));
        });
  }

  private static Saved saved(List<NetshProfile> profiles) {
    Set<Profile> weak = new LinkedHashSet<>();
    Optional<Unseen> unseen = Optional.empty();
    for (NetshProfile profile : profiles) {
      switch (profile.weak()) {
        case Known<Optional<Profile>>(var one) -> one.ifPresent(weak::add);
        case Unknown<Optional<Profile>>(var reason, var detail) ->
            unseen = Optional.of(new Unseen(reason, detail));
      }
    }
    return new Saved(List.copyOf(weak), profiles.size(), unseen);
  }

  /** Only how many there are: the protection of none is told here. */
  static Reading<WifiAutoJoin> list(Answer answer) {
    return Answers.read(
        LIST,
        answer,
        said -> {
          Set<String> names = new LinkedHashSet<>();
          boolean isNone = false;
          boolean isTitled = false;
          for (String line : Lines.of(said.text())) {
            Optional<Row> row = Row.of(line);
            if (NONE.matcher(line.strip()).matches()) {
              isNone = true;
            } else if (row.filter(one -> one.value().isEmpty()).isPresent()) {
              isTitled = true;
            } else if (Lines.indent(line) > 0 && !NetshProfile.SECTION.matcher(line).matches()) {
              names.add(row.map(Row::value).orElse(line.strip())); // a policy's have no label
            }
          }
          if (said.code() != 0 || !isTitled || (names.isEmpty() && !isNone)) {
            return Answers.notUnderstood(LIST, said.text());
          }
          var unseen =
              new Unseen(
                  Reason.NOT_UNDERSTOOD, "how the stored networks are protected is not told");
          return Reading.known(
              new Saved(
                  List.of(), names.size(), Optional.of(unseen).filter(some -> !names.isEmpty())));
        });
  }
}

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
import porchlight.facts.Wifi.Security;
import porchlight.facts.WifiAutoJoin;
import porchlight.facts.WifiAutoJoin.Profile;
import porchlight.facts.WifiAutoJoin.Saved;
import porchlight.facts.WifiAutoJoin.Unseen;
import porchlight.gather.Answers;
import porchlight.gather.windows.Lines;
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
          .hiding("^ +[^:\\r\\n]+: ?[\"“„«「](.+)[\"“”»」]");
  private static final Pattern TITLE = Pattern.compile("={10,}");

  private NetshProfiles() {}

  static Reading<WifiAutoJoin> read(Machine machine) {
    return all(machine.ask(ALL)).or(() -> NetshList.read(machine.ask(NetshList.LIST)));
  }

  static Reading<WifiAutoJoin> all(Answer answer) {
    return each(answer).map(NetshProfiles::saved);
  }

  /** Whether a network that is stored under that name is also joined with less than WPA3. */
  static boolean letsLessBe(Machine machine, String network) {
    return each(machine.ask(ALL)) instanceof Known<List<NetshProfile>>(var profiles)
        && profiles.stream()
            .filter(one -> one.name().equals(network))
            .anyMatch(one -> one.security().filter(least -> least != Security.WPA3).isPresent());
  }

  /** Each below its title and a double line. */
  private static Reading<List<NetshProfile>> each(Answer answer) {
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
          // Names of networks stand in what it says, where nobody would look for them.
          return said.code() != 0 || profiles.isEmpty()
              ? Answers.notUnderstood(ALL, "code " + said.code() + ", and no stored network in it")
              : Reading.known(profiles);
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
}

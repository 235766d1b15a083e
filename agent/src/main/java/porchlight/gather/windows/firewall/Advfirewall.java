package porchlight.gather.windows.firewall;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Run;

/**
 * {@code netsh advfirewall}: what is in force, policies and all, but no rules. Its labels are words
 * of a language; a profile is told by the line of what it does with what no rule is for, which is
 * the same in all of them, and its state stands in the line above.
 */
final class Advfirewall {
  private static final String NETSH = "C:\\Windows\\System32\\netsh.exe";
  static final Run CURRENT = Run.of(NETSH, "advfirewall", "show", "currentprofile");
  static final Run ALL = Run.of(NETSH, "advfirewall", "show", "allprofiles");

  private static final Pattern POLICY =
      Pattern.compile(
          ".*\\s(BlockInbound|BlockInboundAlways|AllowInbound),(?:AllowOutbound|BlockOutbound)\\s*");
  private static final Pattern LINE = Pattern.compile("\\s*-{20,}\\s*");

  /** The state is a word, too: only these are known, any other is unknown. */
  private static final Map<String, Boolean> STATES =
      Map.ofEntries(
          Map.entry("on", true),
          Map.entry("off", false),
          Map.entry("ein", true),
          Map.entry("aus", false),
          Map.entry("actif", true),
          Map.entry("inactif", false),
          Map.entry("activar", true),
          Map.entry("desactivar", false),
          Map.entry("включить", true),
          Map.entry("启用", true),
          Map.entry("打开", true),
          Map.entry("关闭", false));

  private Advfirewall() {}

  static Reading<FwState> read(Machine machine) {
    return read(CURRENT, machine.ask(CURRENT)).or(() -> read(ALL, machine.ask(ALL)));
  }

  /** Of the profiles that are shown, be it all or those in force, the weakest decides. */
  static Reading<FwState> read(Run question, Answer answer) {
    return Answers.read(
        question,
        answer,
        said ->
            said.code() == 0
                ? profiles(said.text())
                    .map(Advfirewall::state)
                    .orElseGet(() -> Answers.notUnderstood(question, said.text()))
                : Answers.notUnderstood(question, "code " + said.code() + " " + said.text()));
  }

  private static Reading<FwState> state(List<FwProfile> shown) {
    var profiles = new HashMap<Integer, FwProfile>();
    for (int i = 0; i < shown.size(); i++) {
      profiles.put(1 << i, shown.get(i)); // which is which does not matter without rules
    }
    return Reading.known(
        new FwState(
            shown.size() == FwProfile.ALL.size() ? 0 : (1 << shown.size()) - 1,
            profiles,
            Reading.unknown(Reason.NOT_SUPPORTED, "netsh was not asked for its rules")));
  }

  private static Optional<List<FwProfile>> profiles(String text) {
    var profiles = new ArrayList<FwProfile>();
    String above = "";
    int lines = 0;
    for (String line : text.lines().filter(one -> !one.isBlank()).toList()) {
      lines += LINE.matcher(line).matches() ? 1 : 0;
      var policy = POLICY.matcher(line);
      if (policy.matches()) {
        String[] cells = above.strip().split("\\s{2,}", -1);
        Boolean on = STATES.get(cells[cells.length - 1].toLowerCase(Locale.ROOT));
        boolean letsIn = policy.group(1).equals("AllowInbound");
        if (cells.length < 2 || (on == null && !letsIn)) {
          return Optional.empty();
        }
        // On or off, what lets everything in lets everything in.
        profiles.add(
            new FwProfile(
                on != null && on,
                letsIn,
                policy.group(1).equals("BlockInboundAlways"),
                false,
                true));
      }
      above = line;
    }
    boolean whole = lines == profiles.size() && lines >= 1 && lines <= FwProfile.ALL.size();
    return whole ? Optional.of(profiles) : Optional.empty();
  }
}

package porchlight.gather.macos.network;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Firewall.Setting;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.macos.Refusal;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/**
 * {@code socketfilterfw}: the application firewall's own tool. Only the number that it says is
 * trusted, because "is blocking all" lacks the word "enabled". On macOS 15 it is root's alone.
 */
final class SocketFilter {
  static final Run STATE =
      Run.of(
          "socketfilterfw",
          "--getglobalstate",
          "--getblockall",
          "--getstealthmode",
          "--getallowsigned");

  private static final Pattern NUMBER = Pattern.compile("\\(State = (\\d+)\\)");
  private static final Pattern BLOCKS =
      Pattern.compile(
          "block all (?:state set to )?(enabled|disabled)|set to (block) all non-essential");

  private static final Pattern STEALTH =
      Pattern.compile("(?:firewall )?stealth mode (?:is )?(enabled|disabled|on|off)\\W*");
  private static final Pattern SIGNED =
      Pattern.compile(
          "automatically allow (?:signed )?(built-in|downloaded) (?:signed )?software"
              + " (enabled|disabled)\\W*");

  private SocketFilter() {}

  /** What it says beside the state; what it says in two ways is not told. */
  static Map<Setting, Boolean> settings(Answer answer) {
    var told = new EnumMap<Setting, Boolean>(Setting.class);
    var twice = EnumSet.noneOf(Setting.class);
    if (answer instanceof Answer.Said said) {
      for (String line : said.text().lines().toList()) {
        String words = line.strip().toLowerCase(Locale.ROOT);
        Matcher stealth = STEALTH.matcher(words);
        Matcher signed = SIGNED.matcher(words);
        if (stealth.matches()) {
          add(told, twice, Setting.STEALTH, stealth.group(1));
        } else if (signed.matches()) {
          add(
              told,
              twice,
              signed.group(1).equals("built-in")
                  ? Setting.ALLOW_BUILT_IN
                  : Setting.ALLOW_DOWNLOADED,
              signed.group(2));
        }
      }
    }
    told.keySet().removeAll(twice);
    return told;
  }

  private static void add(
      Map<Setting, Boolean> told, Set<Setting> twice, Setting setting, String word) {
    if (told.put(setting, word.equals("on") || word.equals("enabled")) != null) {
      twice.add(setting);
    }
  }

  static Reading<AlfState> read(Answer answer) {
    return Answers.read(STATE, answer, said -> parse(said));
  }

  private static Reading<AlfState> parse(Answer.Said said) {
    Set<String> numbers = new HashSet<>();
    Set<String> blocks = new HashSet<>();
    for (String line : said.text().lines().toList()) {
      Matcher number = NUMBER.matcher(line);
      if (number.find()) {
        numbers.add(number.group(1));
      }
      Matcher block = BLOCKS.matcher(line.toLowerCase(Locale.ROOT));
      if (block.find()) {
        blocks.add(block.group(1) == null ? "enabled" : block.group(1));
      }
    }
    if (said.code() != 0 || numbers.size() != 1 || blocks.size() > 1) {
      return Refusal.because(STATE, said);
    }
    boolean all = blocks.contains("enabled");
    return switch (numbers.iterator().next()) {
      case "0" ->
          all ? Answers.notUnderstood(STATE, "off, and blocking all") : Reading.known(AlfState.OFF);
      case "1" -> Reading.known(all ? AlfState.BLOCK_ALL : AlfState.PROGRAMS);
      case "2" ->
          blocks.contains("disabled")
              ? Answers.notUnderstood(STATE, "blocking all, and not blocking all")
              : Reading.known(AlfState.BLOCK_ALL);
      default -> Answers.notUnderstood(STATE, said.text());
    };
  }
}

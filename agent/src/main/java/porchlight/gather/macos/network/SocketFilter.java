package porchlight.gather.macos.network;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  static final Run STATE = Run.of("socketfilterfw", "--getglobalstate", "--getblockall");

  private static final Pattern NUMBER = Pattern.compile("\\(State = (\\d+)\\)");
  private static final Pattern BLOCKS =
      Pattern.compile("block all (?:state set to )?(enabled|disabled)");

  private SocketFilter() {}

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
        blocks.add(block.group(1));
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
      case "2" -> Reading.known(AlfState.BLOCK_ALL);
      default -> Answers.notUnderstood(STATE, said.text());
    };
  }
}

package porchlight.gather.macos.sharing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.facts.Sharing.Audience;
import porchlight.gather.Answers;
import porchlight.gather.macos.Refusal;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/**
 * {@code ifconfig -a}: Internet Sharing makes a bridge from number 100 on and puts into it what
 * others join: the access point, a port; it has an address there. Virtual machines make such
 * bridges too, with members of their own kind, or without an address.
 */
final class Bridges {
  static final Run ALL = Run.of("ifconfig", "-a");

  private static final Pattern HEAD = Pattern.compile("([^\\s:]{1,32}): flags=.*");
  private static final Pattern BRIDGE = Pattern.compile("bridge\\d{3,5}");
  private static final Pattern MEMBER = Pattern.compile("\\s+member: (\\S+) .*");

  private Bridges() {}

  static Reading<Audience> read(Answer answer) {
    return Answers.read(
        ALL, answer, said -> said.code() == 0 ? parse(said.text()) : Refusal.because(ALL, said));
  }

  private static Reading<Audience> parse(String text) {
    boolean any = false;
    boolean shared = false;
    boolean bridge = false;
    boolean address = false;
    boolean joined = false;
    for (String line : text.lines().toList()) {
      Matcher head = HEAD.matcher(line);
      Matcher member = MEMBER.matcher(line);
      if (head.matches()) {
        any = true;
        bridge = BRIDGE.matcher(head.group(1)).matches();
        address = false;
        joined = false;
      } else if (!line.isEmpty() && !Character.isWhitespace(line.charAt(0))) {
        return Answers.notUnderstood(ALL, line);
      } else if (member.matches()) {
        joined |= !member.group(1).matches("(vmenet|vmnet|feth|vnic|tap)\\d*");
      } else {
        address |= line.strip().startsWith("inet ");
      }
      shared |= bridge && address && joined;
    }
    return any
        ? Reading.known(shared ? Audience.EVERYBODY : Audience.NOBODY)
        : Answers.notUnderstood(ALL, text);
  }
}

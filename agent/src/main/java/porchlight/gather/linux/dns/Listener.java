package porchlight.gather.linux.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.IpAddress;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.gather.linux.Failed;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/**
 * The program that {@code ss} says listens for queries at an address of this laptop.
 *
 * @param program its name as the kernel has it, of at most 15 letters
 */
record Listener(String program, String pid) {
  static final Run SOCKETS = Run.of("ss", "-H", "-tulnp");

  private static final Pattern LINE =
      Pattern.compile(
          "(tcp|udp)\\s+\\w+\\s+\\d+\\s+\\d+\\s+(\\S+?)(?:%\\S+?)?:(\\d{1,5})\\s+\\S+(?:\\s+(.*))?");
  private static final Pattern USERS =
      Pattern.compile("users:\\(\\(\"([^\"]+)\",pid=(\\d{1,10}),fd=\\d+\\).*");

  /** Empty when nobody listens there; of several sockets the kernel takes the most exact one. */
  static Reading<Optional<Listener>> at(IpAddress address, int port, Answer answer) {
    return Answers.read(SOCKETS, answer, said -> at(address, port, said));
  }

  private static Reading<Optional<Listener>> at(IpAddress address, int port, Answer.Said said) {
    if (said.code() != 0) {
      return Failed.because(SOCKETS, said);
    }
    var exact = new ArrayList<String>();
    var any = new ArrayList<String>();
    for (String line : said.text().lines().filter(line -> !line.isBlank()).toList()) {
      Matcher m = LINE.matcher(line.strip());
      if (!m.matches()) {
        return Answers.notUnderstood(SOCKETS, line);
      }
      if (m.group(1).equals("udp") && Integer.parseInt(m.group(3)) == port) {
        String users = m.group(4) == null ? "" : m.group(4);
        if (IpAddress.of(bare(m.group(2))).filter(address::equals).isPresent()) {
          exact.add(users);
        } else if (isAny(m.group(2), address)) {
          any.add(users);
        }
      }
    }
    return one(exact.isEmpty() ? any : exact, address);
  }

  private static Reading<Optional<Listener>> one(List<String> users, IpAddress address) {
    var distinct = users.stream().distinct().toList();
    if (distinct.isEmpty()) {
      return Reading.known(Optional.empty());
    }
    Matcher m = USERS.matcher(distinct.get(0));
    if (distinct.stream().anyMatch(String::isEmpty)) {
      return Reading.unknown(
          Reason.NEEDS_PRIVILEGE,
          "a program on this laptop answers at "
              + address.text()
              + ", and only root is told which");
    }
    return m.matches() && distinct.stream().allMatch(one -> sameProcess(one, m.group(2)))
        ? Reading.known(Optional.of(new Listener(Answers.brief(m.group(1)), m.group(2))))
        : Answers.notUnderstood(SOCKETS, distinct.toString());
  }

  private static boolean sameProcess(String users, String pid) {
    Matcher m = USERS.matcher(users);
    return m.matches() && m.group(2).equals(pid);
  }

  private static String bare(String text) {
    return text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
  }

  private static boolean isAny(String text, IpAddress address) {
    return text.equals("*")
        || (address.isIpv4() ? text.equals("0.0.0.0") : text.equals("[::]") || text.equals("::"));
  }
}

package porchlight.gather.macos.network;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Listening.Service;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/**
 * {@code lsof}: the programs behind the sockets, of all for root and of one's own for others. It
 * only gives names to what netstat found.
 */
record Lsof(Map<String, String> programs) {
  static final Run SOCKETS =
      Run.of("lsof", "-nP", "+c", "0", "-iTCP", "-sTCP:LISTEN", "-iUDP", "-F", "cPn");

  private static final Pattern NAME = Pattern.compile("(?:\\S+):(\\d{1,5})");

  Lsof {
    programs = Map.copyOf(programs);
  }

  /** What it does not say has no name. */
  static Lsof read(Answer answer) {
    Map<String, String> programs = new HashMap<>();
    if (answer instanceof Answer.Said said) {
      String program = "";
      String protocol = "";
      for (String line : said.text().lines().toList()) {
        char field = line.isEmpty() ? ' ' : line.charAt(0);
        Matcher name = NAME.matcher(line.isEmpty() ? "" : line.substring(1));
        if (field == 'p') {
          program = "";
        } else if (field == 'c') {
          program = Answers.brief(line.substring(1).replace("\\x20", " "));
        } else if (field == 'P') {
          protocol = line.substring(1);
        } else if (field == 'n' && name.matches()) {
          programs.merge(
              key(protocol, name.group(1)), program, (one, other) -> one.equals(other) ? one : "");
        }
      }
    }
    return new Lsof(programs);
  }

  private static String key(String protocol, String port) {
    return protocol + " " + port;
  }

  /** The service with its program; two programs at one port leave it without. */
  Service named(Service service) {
    String program =
        programs.getOrDefault(key(service.protocol().name(), Integer.toString(service.port())), "");
    return new Service(
        service.protocol(), service.address(), service.port(), service.reach(), program);
  }
}

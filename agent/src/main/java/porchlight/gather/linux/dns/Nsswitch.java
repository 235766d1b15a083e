package porchlight.gather.linux.dns;

import java.util.List;
import porchlight.machine.Answer;
import porchlight.machine.Question.ReadFile;

/** {@code /etc/nsswitch.conf}: whether programs ask systemd-resolved before resolv.conf counts. */
final class Nsswitch {
  static final ReadFile FILE = new ReadFile("/etc/nsswitch.conf");

  private Nsswitch() {}

  static boolean prefersResolved(Answer answer) {
    return answer instanceof Answer.Said said
        && said.text()
            .lines()
            .map(line -> line.replaceAll("#.*", "").strip())
            .filter(line -> line.startsWith("hosts:"))
            .map(line -> List.of(line.split("\\s+", -1)))
            .anyMatch(Nsswitch::resolveFirst);
  }

  private static boolean resolveFirst(List<String> words) {
    int resolve = words.indexOf("resolve");
    int dns = words.indexOf("dns");
    return resolve > 0 && (dns < 0 || resolve < dns);
  }
}

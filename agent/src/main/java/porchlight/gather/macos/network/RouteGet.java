package porchlight.gather.macos.network;

import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.macos.Refusal;
import porchlight.machine.Answer;
import porchlight.machine.LinkName;
import porchlight.machine.Run;

/**
 * {@code route get}: the kernel's own decision for one address. Asked for the default route it
 * would miss a VPN that lays two half routes over it, so it is asked for an address in each half;
 * they are those of root name servers and of a measuring network, and no packet goes there.
 */
final class RouteGet {
  static final Run IPV4_LOW = Run.of("route", "-n", "get", "84.205.64.1");
  static final Run IPV4_HIGH = Run.of("route", "-n", "get", "193.0.14.129");
  static final Run IPV6 = Run.of("route", "-n", "get", "-inet6", "2001:7fd::1");

  private static final String NO_ROUTE = "not in table";
  private static final String INTERFACE = "interface:";
  private static final String FLAGS = "flags:";

  private RouteGet() {}

  /** The interface; empty when there is no way. */
  static Reading<Optional<LinkName>> link(Run question, Answer answer) {
    return Answers.read(question, answer, said -> parse(question, said));
  }

  private static Reading<Optional<LinkName>> parse(Run question, Answer.Said said) {
    if ((said.error() + said.text()).contains(NO_ROUTE)) {
      return Reading.known(Optional.empty());
    }
    if (said.code() != 0) {
      return Refusal.because(question, said);
    }
    Optional<LinkName> link = Optional.empty();
    boolean dead = false;
    for (String raw : said.text().lines().toList()) {
      String line = raw.strip();
      if (line.startsWith(INTERFACE)) {
        var name = LinkName.of(line.substring(INTERFACE.length()).strip());
        if (link.isPresent() || name.isEmpty()) {
          return Answers.notUnderstood(question, line);
        }
        link = name;
      } else if (line.startsWith(FLAGS)) {
        dead |= line.contains("REJECT") || line.contains("BLACKHOLE");
      }
    }
    if (dead) {
      return Reading.known(Optional.empty());
    }
    return link.isPresent()
        ? Reading.known(link)
        : Answers.notUnderstood(question, "it names no interface");
  }
}

package porchlight.gather.linux.ports;

import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Firewall.Protocol;
import porchlight.facts.IpAddress;
import porchlight.facts.Listening;
import porchlight.facts.Listening.Reach;
import porchlight.facts.Listening.Service;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.linux.Failed;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/**
 * {@code ss} of iproute2. It alone knows whether an IPv6 socket also takes IPv4: {@code *} does,
 * {@code [::]} does not.
 */
final class Ss {
  static final Run LISTENING = Run.of("ss", "-H", "-tulnp");

  private static final Pattern LINE =
      Pattern.compile(
          "(tcp|udp)\\s+(LISTEN|UNCONN)\\s+\\d+\\s+\\d+\\s+(\\S+)\\s+\\S+(?:\\s+(.*))?");
  private static final Pattern LOCAL =
      Pattern.compile("(.+?)(?:%([^:%\\[\\]]+))?:([0-9]{1,5})", Pattern.DOTALL);
  private static final Pattern PROCESS =
      Pattern.compile("users:\\(\\(\"(.*?)\",pid=\\d+,fd=\\d+\\).*");

  private Ss() {}

  static Reading<Listening> listening(Answer answer) {
    return Answers.read(LISTENING, answer, Ss::said);
  }

  /** One line that is not understood takes the whole answer with it: it may be the service. */
  private static Reading<Listening> said(Answer.Said said) {
    if (said.code() != 0) {
      return Failed.because(LISTENING, said);
    }
    var services = new ArrayList<Service>();
    for (String line : said.text().split("\n", -1)) {
      if (line.isBlank()) {
        continue;
      }
      var service = service(line.strip());
      if (service.isEmpty()) {
        return Answers.notUnderstood(LISTENING, line);
      }
      services.add(service.get());
    }
    return Reading.known(new Listening(services.stream().distinct().toList()));
  }

  private static Optional<Service> service(String line) {
    Matcher m = LINE.matcher(line);
    if (!m.matches() || m.group(1).equals("tcp") != m.group(2).equals("LISTEN")) {
      return Optional.empty();
    }
    Matcher local = LOCAL.matcher(m.group(3));
    if (!local.matches() || Integer.parseInt(local.group(3)) > 65535) {
      return Optional.empty();
    }
    boolean onLoopback = "lo".equals(local.group(2));
    Protocol protocol = m.group(1).equals("tcp") ? Protocol.TCP : Protocol.UDP;
    int port = Integer.parseInt(local.group(3));
    String process = process(m.group(4) == null ? "" : m.group(4));
    return place(local.group(1))
        .map(at ->
            new Service(
                protocol, at.address, port, onLoopback ? Reach.LOOPBACK : at.reach, process));
  }

  private record Place(String address, Reach reach) {}

  /**
   * {@code *}, {@code 0.0.0.0}, {@code [::]}, {@code [fe80::1]}, and the bare {@code ::} of old.
   */
  private static Optional<Place> place(String text) {
    if (text.equals("*") || text.equals("::")) {
      return Optional.of(new Place("::", Reach.BOTH));
    }
    boolean bracketed = text.startsWith("[") && text.endsWith("]");
    return IpAddress.of(bracketed ? text.substring(1, text.length() - 1) : text)
        .map(address -> new Place(address.text(), Sockets.reach(address)));
  }

  private static String process(String text) {
    Matcher m = PROCESS.matcher(text);
    return m.matches() ? Answers.brief(m.group(1)) : "";
  }
}

package porchlight.gather.linux.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Dns.Resolver;
import porchlight.facts.Dns.Transport;
import porchlight.facts.IpAddress;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/** {@code nmcli device show}: the name servers that NetworkManager was told, per interface. */
final class NmcliDns {
  static final Run SERVERS =
      Run.of("nmcli", "-t", "-f", "GENERAL.DEVICE,IP4.DNS,IP6.DNS", "device", "show");

  private static final Pattern LINE =
      Pattern.compile("(GENERAL\\.DEVICE|IP[46]\\.DNS\\[\\d+\\]):\\s*(.*)");

  private NmcliDns() {}

  /** Empty when it cannot be told. */
  static Optional<List<Resolver>> servers(Answer answer) {
    return answer instanceof Answer.Said said && said.code() == 0
        ? servers(said.text())
        : Optional.empty();
  }

  private static Optional<List<Resolver>> servers(String text) {
    var found = new ArrayList<Resolver>();
    String link = "";
    for (String line : text.lines().toList()) {
      Matcher m = LINE.matcher(line.strip());
      if (!m.matches()) {
        continue;
      }
      String value = m.group(2).replaceAll("\\\\(.)", "$1");
      if (m.group(1).startsWith("GENERAL")) {
        link = Answers.brief(value);
        continue;
      }
      var address = IpAddress.of(value);
      if (address.isEmpty()) {
        return Optional.empty();
      }
      if (address.get().isLoopback()) {
        return Optional.empty(); // who is really asked is known to what listens there only
      }
      found.add(new Resolver(address.get().text(), link, Transport.PLAIN));
    }
    return Optional.of(List.copyOf(found));
  }
}

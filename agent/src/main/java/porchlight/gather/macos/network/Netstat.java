package porchlight.gather.macos.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Firewall.Protocol;
import porchlight.facts.IpAddress;
import porchlight.facts.Listening.Reach;
import porchlight.facts.Listening.Service;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.macos.Refusal;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/** {@code netstat}: the sockets of everybody, for everybody, but without their programs. */
final class Netstat {
  /** {@code -W}, or long IPv6 addresses are cut off. */
  static final Run SOCKETS = hidden(Run.of("netstat", "-anW", "-f", "inet"));

  static final Run SOCKETS6 = hidden(Run.of("netstat", "-anW", "-f", "inet6"));

  private static final Pattern ROW =
      Pattern.compile("(tcp|udp)(4|6|46)\\s+\\d+\\s+\\d+\\s+(\\S+)\\s+(\\S+)(?:\\s+(\\S+))?.*");
  private static final Pattern STATE = Pattern.compile("[A-Z][A-Z_0-9]{3,12}");
  private static final Pattern LOCAL = Pattern.compile("(\\S+)\\.(\\d{1,5}|\\*)");

  private Netstat() {}

  /** With whom somebody speaks is nobody's business, and neither is from where. */
  private static Run hidden(Run run) {
    return run.hiding("^(?:tcp|udp)\\S+\\s+\\d+\\s+\\d+\\s+(\\S+)\\s+(?!\\*\\.\\*)\\S")
        .hiding("^(?:tcp|udp)\\S+\\s+\\d+\\s+\\d+\\s+\\S+\\s+(?!\\*\\.\\*)(\\S+)")
        .hiding("^ *tcp[46]/\\d+\\s+[0-9a-f]+\\s+(\\S+)")
        .hiding("^ *tcp[46]/\\d+\\s+[0-9a-f]+\\s+\\S+\\s+(\\S+)");
  }

  /** What waits for strangers; a row that is not understood takes the whole with it. */
  static Reading<List<Service>> read(Run question, Answer answer) {
    return Answers.read(
        question,
        answer,
        said -> said.code() == 0 ? parse(question, said.text()) : Refusal.because(question, said));
  }

  private static Reading<List<Service>> parse(Run question, String text) {
    var services = new ArrayList<Service>();
    boolean titled = false;
    for (String line : text.lines().map(String::strip).toList()) {
      titled |= line.startsWith("Proto ");
      if (line.isEmpty() || line.startsWith("Active ") || line.startsWith("Proto ")) {
        continue;
      }
      if (line.matches("(icm|icm6|ip|ip6|div|mptcp)[0-9]*\\s.*") || isPath(line)) {
        continue; // no ports
      }
      Matcher row = ROW.matcher(line);
      if (!row.matches() || !isWhole(row)) {
        return Answers.notUnderstood(question, line);
      }
      if (waits(row)) {
        var service = service(row);
        if (service.isEmpty()) {
          return Answers.notUnderstood(question, line);
        }
        services.add(service.get());
      }
    }
    // Even a Mac without a network has sockets, but without any there is no title either.
    return titled ? Reading.known(services) : Answers.notUnderstood(question, text);
  }

  /** Below the others stand connections by several ways, and each of those; nothing waits there. */
  private static boolean isPath(String line) {
    return line.startsWith("Proto/ID ")
        || (line.matches("(mptcp|tcp[46])/\\d+\\s.*") && !line.endsWith("LISTEN"));
  }

  /** Two columns that run into each other would hide a socket that listens. */
  private static boolean isWhole(Matcher row) {
    String state = row.group(5);
    boolean tcp = row.group(1).equals("tcp");
    return isPlace(row.group(3))
        && isPlace(row.group(4))
        && (!tcp || (state != null && STATE.matcher(state).matches()));
  }

  /** As redaction leaves it, what is beside a stranger's address may be any word. */
  private static boolean isPlace(String column) {
    return column.equals("*.*") || !column.contains("*.*");
  }

  private static boolean waits(Matcher row) {
    boolean tcp = row.group(1).equals("tcp");
    boolean bound = !row.group(3).equals("*.*");
    return tcp ? "LISTEN".equals(row.group(5)) : bound && row.group(4).equals("*.*");
  }

  private static Optional<Service> service(Matcher row) {
    Matcher local = LOCAL.matcher(row.group(3));
    if (!local.matches() || local.group(2).equals("*")) {
      return Optional.empty();
    }
    int port = Integer.parseInt(local.group(2));
    Protocol protocol = row.group(1).equals("tcp") ? Protocol.TCP : Protocol.UDP;
    Reach family =
        switch (row.group(2)) {
          case "4" -> Reach.IPV4;
          case "6" -> Reach.IPV6;
          default -> Reach.BOTH;
        };
    if (port > 65535) {
      return Optional.empty();
    }
    if (local.group(1).equals("*")) {
      String any = family == Reach.IPV4 ? "0.0.0.0" : "::";
      return Optional.of(new Service(protocol, any, port, family, ""));
    }
    boolean onLoopback = local.group(1).endsWith("%lo0");
    return IpAddress.of(local.group(1).replaceFirst("%.*", ""))
        .map(address ->
            new Service(
                protocol,
                address.text(),
                port,
                onLoopback || address.isLoopback()
                    ? Reach.LOOPBACK
                    : address.isIpv4() ? Reach.IPV4 : Reach.IPV6,
                ""));
  }
}

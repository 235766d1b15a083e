package porchlight.gather.linux.ports;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Firewall.Protocol;
import porchlight.facts.IpAddress;
import porchlight.facts.Listening;
import porchlight.facts.Listening.Reach;
import porchlight.facts.Listening.Service;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ReadFile;

/**
 * The kernel's socket tables. They do not show who owns a socket, nor whether an IPv6 socket also
 * takes IPv4, so one that listens on {@code ::} is taken for both.
 */
final class ProcNet {
  static final ReadFile TCP = new ReadFile("/proc/net/tcp");
  static final ReadFile TCP6 = new ReadFile("/proc/net/tcp6");
  static final ReadFile UDP = new ReadFile("/proc/net/udp");
  static final ReadFile UDP6 = new ReadFile("/proc/net/udp6");

  private static final String LISTEN = "0A";
  private static final String UNCONNECTED = "07";
  private static final Pattern LINE =
      Pattern.compile(
          "\\s*\\d+: ([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4}) "
              + "(?:[0-9A-F]{8}|[0-9A-F]{32}):[0-9A-F]{4} ([0-9A-F]{2}) .*");

  private ProcNet() {}

  static Reading<Listening> listening(Machine machine) {
    return table(TCP, Protocol.TCP, machine.ask(TCP))
        .flatMap(tcp ->
            table(UDP, Protocol.UDP, machine.ask(UDP))
                .flatMap(udp ->
                    ipv6(TCP6, Protocol.TCP, machine)
                        .flatMap(tcp6 ->
                            ipv6(UDP6, Protocol.UDP, machine)
                                .map(udp6 -> all(List.of(tcp, tcp6, udp, udp6))))));
  }

  private static Listening all(List<List<Service>> tables) {
    return new Listening(tables.stream().flatMap(List::stream).distinct().toList());
  }

  /** A kernel without IPv6 has no such file. */
  private static Reading<List<Service>> ipv6(ReadFile file, Protocol protocol, Machine machine) {
    Answer answer = machine.ask(file);
    return answer instanceof Answer.Missing()
        ? Reading.known(List.of())
        : table(file, protocol, answer);
  }

  static Reading<List<Service>> table(ReadFile file, Protocol protocol, Answer answer) {
    return Answers.read(file, answer, said -> table(file, protocol, said.text()));
  }

  private static Reading<List<Service>> table(ReadFile file, Protocol protocol, String text) {
    String[] lines = text.split("\n", -1);
    if (!lines[0].contains("local_address")) {
      return Answers.notUnderstood(file, "no heading");
    }
    var services = new ArrayList<Service>();
    for (int i = 1; i < lines.length; i++) {
      if (lines[i].isBlank()) {
        continue;
      }
      Matcher m = LINE.matcher(lines[i]);
      if (!m.matches()) {
        return Answers.notUnderstood(file, lines[i]);
      }
      if (m.group(3).equals(protocol == Protocol.TCP ? LISTEN : UNCONNECTED)) {
        services.add(service(protocol, m.group(1), Integer.parseInt(m.group(2), 16)));
      }
    }
    return Reading.known(services);
  }

  private static Service service(Protocol protocol, String hex, int port) {
    IpAddress address = address(hex);
    boolean any6 = !address.isIpv4() && address.isAny();
    return new Service(
        protocol, address.text(), port, any6 ? Reach.BOTH : Sockets.reach(address), "");
  }

  /** Words of 32 bits, each in the byte order of the processor: little-endian on any laptop. */
  private static IpAddress address(String hex) {
    if (hex.length() == 8) {
      return IpAddress.ipv4(word(hex, 0));
    }
    return IpAddress.ipv6(word(hex, 0) << 32 | word(hex, 8), word(hex, 16) << 32 | word(hex, 24));
  }

  private static long word(String hex, int from) {
    int bits = Integer.parseUnsignedInt(hex.substring(from, from + 8), 16);
    return Integer.toUnsignedLong(Integer.reverseBytes(bits));
  }
}

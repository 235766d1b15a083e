package porchlight.gather.linux.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Gateway.Hop;
import porchlight.facts.IpAddress;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Question.ReadFile;

/** The kernel's routing tables, for a machine without {@code ip}. */
final class ProcRoute {
  static final ReadFile IPV4 = new ReadFile("/proc/net/route");
  static final ReadFile IPV6 = new ReadFile("/proc/net/ipv6_route");
  static final ReadFile ARP = new ReadFile("/proc/net/arp");

  private static final int UP = 1;
  private static final int REJECT = 0x200;

  /** Masks and prefixes for all, for a half, a quarter or an eighth of all that there is. */
  private static final Set<String> WIDE4 = Set.of("00000000", "00000080", "000000C0", "000000E0");

  private static final Set<String> WIDE6 = Set.of("00", "01", "02", "03");
  private static final Pattern LINE4 =
      Pattern.compile(
          "(\\S+)\\s+([0-9A-F]{8})\\s+([0-9A-F]{8})\\s+([0-9A-F]{4})\\s+-?\\d+\\s+\\d+\\s+(\\d+)"
              + "\\s+([0-9A-F]{8})\\s.*");
  private static final Pattern LINE6 =
      Pattern.compile(
          "([0-9a-f]{32}) ([0-9a-f]{2}) [0-9a-f]{32} ([0-9a-f]{2}) ([0-9a-f]{32}) ([0-9a-f]{8})"
              + " [0-9a-f]{8} [0-9a-f]{8} ([0-9a-f]{8})\\s+(\\S+)");
  private static final Pattern LINE_ARP =
      Pattern.compile(
          "(\\S+)\\s+0x[0-9a-f]+\\s+0x([0-9a-f]+)\\s+([0-9A-Fa-f:]+)\\s+\\S+\\s+(\\S+)");
  private static final int COMPLETE = 2;

  private ProcRoute() {}

  private record Route(Hop hop, long metric, boolean isDefault) {}

  static Reading<List<Hop>> ipv4(Answer answer) {
    return Answers.read(
        IPV4,
        answer,
        said -> {
          String[] lines = said.text().split("\n", -1);
          if (!lines[0].startsWith("Iface")) {
            return Answers.notUnderstood(IPV4, "no heading");
          }
          var found = new ArrayList<Route>();
          for (int i = 1; i < lines.length; i++) {
            Matcher m = LINE4.matcher(lines[i]);
            if (m.matches()) {
              int flags = Integer.parseInt(m.group(4), 16);
              boolean isDefault = m.group(2).equals("00000000") && m.group(6).equals("00000000");
              if (WIDE4.contains(m.group(6)) && (flags & UP) != 0 && (flags & REJECT) == 0) {
                found.add(
                    new Route(
                        hop(ipv4Of(m.group(3)), m.group(1)), metric(m.group(5), 10), isDefault));
              }
            } else if (!lines[i].isBlank()) {
              return Answers.notUnderstood(IPV4, lines[i]);
            }
          }
          return Reading.known(ordered(found));
        });
  }

  static Reading<List<Hop>> ipv6(Answer answer) {
    if (answer instanceof Answer.Missing) {
      return Reading.known(List.of()); // a kernel without IPv6
    }
    return Answers.read(
        IPV6,
        answer,
        said -> {
          var found = new ArrayList<Route>();
          for (String line : said.text().split("\n", -1)) {
            Matcher m = LINE6.matcher(line);
            if (m.matches()) {
              long flags = Long.parseLong(m.group(6), 16);
              boolean isDefault = m.group(2).equals("00") && m.group(3).equals("00");
              if (WIDE6.contains(m.group(2))
                  && m.group(3).equals("00")
                  && (flags & UP) != 0
                  && (flags & REJECT) == 0) {
                found.add(
                    new Route(
                        hop(ipv6Of(m.group(4)), m.group(7)), metric(m.group(5), 16), isDefault));
              }
            } else if (!line.isBlank()) {
              return Answers.notUnderstood(IPV6, line);
            }
          }
          return Reading.known(ordered(found));
        });
  }

  /** IPv4 only: the kernel has no such file for IPv6. */
  static Reading<Map<Neighbour, String>> macs(Answer answer) {
    return Answers.read(
        ARP,
        answer,
        said -> {
          var found = new HashMap<Neighbour, String>();
          for (String line : said.text().split("\n", -1)) {
            Matcher m = LINE_ARP.matcher(line);
            if (m.matches()) {
              var address = IpAddress.of(m.group(1));
              String mac = m.group(3).toLowerCase(Locale.ROOT);
              boolean complete = (metric(m.group(2), 16) & COMPLETE) != 0;
              if (complete && address.isPresent() && IpNeigh.isMac(mac)) {
                found.put(new Neighbour(address.get().text(), m.group(4)), mac);
              }
            }
          }
          return Reading.known(found);
        });
  }

  /** Those for parts of all that there is only where there is none for all. */
  private static List<Hop> ordered(List<Route> routes) {
    boolean any = routes.stream().anyMatch(Route::isDefault);
    routes.sort(Comparator.comparingLong(Route::metric));
    return routes.stream()
        .filter(route -> route.isDefault || !any)
        .map(Route::hop)
        .distinct()
        .toList();
  }

  private static Hop hop(IpAddress gateway, String link) {
    return new Hop(gateway.isAny() ? "" : gateway.text(), link, "");
  }

  /** A number of outside text; one that does not fit 64 bits is as large as can be. */
  private static long metric(String digits, int radix) {
    try {
      return Long.parseLong(digits, radix);
    } catch (NumberFormatException tooLong) {
      return Long.MAX_VALUE;
    }
  }

  /** In the byte order of the processor: little-endian on any laptop. */
  private static IpAddress ipv4Of(String hex) {
    int bits = Integer.reverseBytes(Integer.parseUnsignedInt(hex, 16));
    return IpAddress.ipv4(Integer.toUnsignedLong(bits));
  }

  private static IpAddress ipv6Of(String hex) {
    return IpAddress.ipv6(
        Long.parseUnsignedLong(hex.substring(0, 16), 16),
        Long.parseUnsignedLong(hex.substring(16), 16));
  }
}

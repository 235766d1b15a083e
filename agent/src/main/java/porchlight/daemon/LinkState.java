package porchlight.daemon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What tells one network from another at a glance: routes, addresses, which links are up, and who
 * answers names. Cheap enough to be read on every event; empty where the system does not say.
 *
 * @param names the name servers alone: no event tells of them
 * @param defaultLinks the links that lead to the internet
 */
record LinkState(String text, String names, Set<String> defaultLinks) {
  private static final Path ROUTES = Path.of("/proc/net/route");
  private static final Path ROUTES_6 = Path.of("/proc/net/ipv6_route");
  private static final Path LOCAL = Path.of("/proc/net/fib_trie");
  private static final Path ADDRESSES_6 = Path.of("/proc/net/if_inet6");
  private static final Path LINKS = Path.of("/sys/class/net");
  private static final List<Path> NAMES =
      List.of(
          Path.of("/etc/resolv.conf"),
          Path.of("/run/systemd/resolve/resolv.conf"),
          Path.of("/run/NetworkManager/no-stub-resolv.conf"));

  static LinkState read() {
    var text = new StringBuilder();
    var links = new HashSet<String>();
    if (Files.exists(ROUTES)) {
      routes(lines(ROUTES), text, links);
      routes6(lines(ROUTES_6), text);
      addresses(lines(LOCAL), text);
      addresses6(lines(ADDRESSES_6), text);
      links(text);
    } else {
      Interfaces.describe(text);
    }
    return new LinkState(text.toString(), readNames(), links);
  }

  /** Who answers names. */
  static String readNames() {
    var text = new StringBuilder();
    for (Path file : NAMES) {
      for (String line : lines(file)) {
        if (!line.isBlank() && !line.startsWith("#") && !line.startsWith(";")) {
          text.append(line.strip()).append('\n');
        }
      }
      text.append('\n');
    }
    return text.toString();
  }

  static void routes(List<String> lines, StringBuilder text, Set<String> links) {
    for (String line : lines) {
      String[] fields = line.strip().split("\\s+", -1);
      // Columns that count uses are left out.
      if (fields.length > 7) {
        text.append(fields[0]).append(' ').append(fields[1]).append(' ').append(fields[2]);
        text.append(' ').append(fields[7]).append('\n');
        if (fields[1].equals("00000000")) {
          links.add(fields[0]);
        }
      }
    }
  }

  /** Default routes of version 6: whoever sends an advertisement can make one. */
  static void routes6(List<String> lines, StringBuilder text) {
    for (String line : lines) {
      String[] fields = line.strip().split("\\s+", -1);
      if (fields.length == 10
          && fields[1].equals("00")
          && fields[0].equals("00000000000000000000000000000000")
          && !fields[9].equals("lo")) {
        text.append(fields[4]).append(' ').append(fields[9]).append('\n');
      }
    }
  }

  /** Our addresses of version 4, of which the routes say only the network. */
  static void addresses(List<String> lines, StringBuilder text) {
    String last = "";
    for (String line : lines) {
      String word = line.strip();
      if (word.startsWith("|-- ")) {
        last = word;
      } else if (word.startsWith("/32 host LOCAL")) {
        text.append(last).append('\n');
      }
    }
  }

  private static void addresses6(List<String> lines, StringBuilder text) {
    for (String line : lines) {
      String[] fields = line.strip().split("\\s+", -1);
      // Without the flags: they say that an address grows old, not that it is another.
      if (fields.length == 6) {
        text.append(fields[0]).append(' ').append(fields[5]).append('\n');
      }
    }
  }

  private static void links(StringBuilder text) {
    try (DirectoryStream<Path> names = Files.newDirectoryStream(LINKS)) {
      var states = new ArrayList<String>();
      for (Path link : names) {
        // A port of a bridge is a container or a virtual machine, not a network we are on.
        if (!Files.exists(link.resolve("brport"))) {
          states.add(
              String.join(
                  " ",
                  String.valueOf(link.getFileName()),
                  String.join("", lines(link.resolve("operstate")))));
        }
      }
      states.sort(null);
      text.append(String.join("\n", states));
    } catch (IOException | DirectoryIteratorException unseen) {
      text.append("links unseen\n");
    }
  }

  /** Whether that line of {@code ip monitor} takes something from a link that leads outside. */
  boolean isLoss(String line) {
    boolean loss =
        line.startsWith("Deleted ") || line.contains("NO-CARRIER") || line.contains(" state DOWN");
    if (loss) {
      for (String link : defaultLinks) {
        if (mentions(line, link)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean mentions(String line, String link) {
    return line.contains(" " + link + " ")
        || line.contains(" " + link + ":")
        || line.contains(" " + link + "@")
        || line.endsWith(" " + link);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    } catch (IOException unseen) {
      return List.of();
    }
  }
}

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
 * What tells one network from another at a glance: routes, addresses and which links are up. Cheap
 * enough to be read on every event; empty where the kernel does not say.
 *
 * @param defaultLinks the links that lead to the internet
 */
record LinkState(String text, Set<String> defaultLinks) {
  private static final Path ROUTES = Path.of("/proc/net/route");
  private static final Path ADDRESSES = Path.of("/proc/net/if_inet6");
  private static final Path LINKS = Path.of("/sys/class/net");

  static LinkState read() {
    var text = new StringBuilder();
    var links = new HashSet<String>();
    for (String line : lines(ROUTES)) {
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
    for (String line : lines(ADDRESSES)) {
      String[] fields = line.strip().split("\\s+", -1);
      // Without the flags: they say that an address grows old, not that it is another.
      if (fields.length == 6) {
        text.append(fields[0]).append(' ').append(fields[5]).append('\n');
      }
    }
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
    return new LinkState(text.toString(), links);
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

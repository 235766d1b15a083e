package porchlight.gather.linux.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import porchlight.facts.Firewall;
import porchlight.facts.Firewall.Inbound;
import porchlight.facts.Firewall.Ports;
import porchlight.facts.Firewall.Protocol;
import porchlight.facts.Firewall.Side;
import porchlight.facts.Reading.Known;
import porchlight.gather.linux.firewall.LinuxFirewall;

/**
 * Every ruleset in {@code src/test/rulesets} is really loaded, a stranger in another network
 * namespace really knocks (TCP, UDP, IPv4, IPv6, from several addresses and ports, to groups too),
 * and what the agent says must be what the stranger found.
 */
class FirewallLiveTest {
  private static final Path FOLDER = Path.of("src/test/rulesets");
  private static final int LANES = 3;
  private static final double QUICK = 0.12;
  private static final double PATIENT = 1.5;

  /** Every 4000th port: a quarter of them reached is "an arbitrary port". */
  private static final List<Integer> SAMPLE =
      IntStream.range(0, 16).map(i -> 3001 + 4000 * i).boxed().toList();

  private static final List<Integer> NAMED =
      List.of(
          22, 53, 67, 68, 80, 137, 443, 445, 546, 631, 1900, 3389, 5005, 5353, 5900, 8080, 8443,
          9001, 12345);

  /**
   * Rulesets that no listing of rules decides: by the hour, an ipset, a count, a program's user.
   */
  private static final Set<String> UNDECIDED =
      Set.of("nft-hour", "nft-quota", "nft-owner", "nft-knocking", "ipt-set-members");

  /** Where a port is reached by way of another: both are named, only one answers by itself. */
  private static final Set<String> TRANSLATED =
      Set.of(
          "ipt-redirect",
          "nft-ct-status-exact",
          "nft-redirect",
          "nft-dnat-own-address",
          "nft-ct-original-port");

  private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
  private final List<String> refused = Collections.synchronizedList(new ArrayList<>());
  private final Set<String> undecided = Collections.synchronizedSet(new TreeSet<>());
  private final Set<String> ran = Collections.synchronizedSet(new TreeSet<>());

  @Test
  void what_is_said_is_what_a_stranger_found() throws Exception {
    assumeTrue("root".equals(System.getProperty("user.name")), "needs root");
    for (String tool :
        List.of("ip", "nft", "iptables-nft", "iptables-legacy", "python3", "ipset")) {
      assumeTrue(isThere(tool), "needs " + tool);
    }
    Queue<Path> rulesets;
    try (Stream<Path> files = Files.list(FOLDER)) {
      rulesets =
          files
              .filter(FirewallLiveTest::isRuleset)
              .sorted()
              .collect(Collectors.toCollection(ConcurrentLinkedQueue::new));
    }
    String ports =
        Stream.concat(SAMPLE.stream(), NAMED.stream())
            .map(String::valueOf)
            .collect(Collectors.joining(","));
    try (var lanes = Executors.newFixedThreadPool(LANES)) {
      var done = new ArrayList<Future<?>>();
      for (int i = 0; i < LANES; i++) {
        String name = "pl" + ProcessHandle.current().pid() + "f" + i;
        done.add(
            lanes.submit(() -> {
              try (var lane = new Lane(name, ports)) {
                for (Path next = rulesets.poll(); next != null; next = rulesets.poll()) {
                  attack(lane, next);
                }
              }
              return true;
            }));
      }
      for (Future<?> each : done) {
        each.get();
      }
    }
    System.out.println(
        ran.size()
            + " rulesets attacked, "
            + refused.size()
            + " refused by this kernel "
            + refused);
    assertEquals("", String.join("\n", wrong));
    assertTrue(ran.size() >= 72, () -> "only " + ran.size() + " rulesets ran; refused: " + refused);
    assertTrue(UNDECIDED.containsAll(undecided), () -> "undecided: " + undecided);
  }

  private static boolean isThere(String tool) {
    return Stream.of("/usr/sbin", "/usr/bin", "/sbin", "/bin")
        .anyMatch(folder -> Files.exists(Path.of(folder, tool)));
  }

  private static boolean isRuleset(Path file) {
    String name = file.getFileName().toString();
    boolean tool = name.equals("lane.sh") || name.equals("reset.sh");
    boolean needsUfw = name.startsWith("ufw-") && !Files.exists(Path.of("/usr/share/ufw/iptables"));
    return !tool && !needsUfw && (name.endsWith(".nft") || name.endsWith(".sh"));
  }

  private void attack(Lane lane, Path file) throws IOException {
    String name = file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
    String failure = lane.load(file);
    if (!failure.isEmpty()) {
      refused.add(name + ": " + failure.lines().findFirst().orElse(""));
      return;
    }
    ran.add(name);
    var reading = LinuxFirewall.read(lane.machine(), Optional.empty());
    if (!(reading instanceof Known<Firewall>(var firewall))) {
      wrong.add(name + ": " + reading);
      return;
    }
    Set<String> reached = new TreeSet<>(lane.knock(QUICK));
    var said = List.of(firewall.ipv4(), firewall.ipv6());
    if (!complaints(name, said, reached).isEmpty()) {
      reached.addAll(lane.knock(PATIENT)); // a busy machine answers late
    }
    wrong.addAll(complaints(name, said, reached));
    if (said.stream().anyMatch(side -> side.inbound() == Inbound.UNKNOWN)) {
      undecided.add(name);
    }
  }

  private static List<String> complaints(String name, List<Side> sides, Set<String> reached) {
    var out = new ArrayList<String>();
    for (int i = 0; i < 2; i++) {
      String family = i == 0 ? "4" : "6";
      String what = complaint(sides.get(i), family, reached, TRANSLATED.contains(name));
      if (!what.isEmpty()) {
        out.add(name + " IPv" + family + ": said " + word(sides.get(i)) + "; " + what);
      }
    }
    return out;
  }

  private static String word(Side side) {
    return side.inbound().word()
        + side.ports().stream().map(Ports::word).toList()
        + (side.why().isEmpty() ? "" : " " + side.why());
  }

  private static String complaint(
      Side side, String family, Set<String> reached, boolean translated) {
    Inbound truth = Inbound.BLOCKED;
    var notSaid = new TreeSet<String>();
    var notReached = new TreeSet<String>();
    for (Protocol protocol : Protocol.values()) {
      String kind = protocol.word() + family + ":";
      long wide = SAMPLE.stream().filter(port -> reached.contains(kind + port)).count();
      if (wide >= SAMPLE.size() / 4) {
        truth = Inbound.OPEN;
      }
      for (int port : Stream.concat(SAMPLE.stream(), NAMED.stream()).toList()) {
        boolean got = reached.contains(kind + port);
        boolean told = side.ports().stream().anyMatch(ports -> ports.contains(protocol, port));
        if (got && truth == Inbound.BLOCKED) {
          truth = Inbound.PORTS;
        }
        if (got && !told) {
          notSaid.add(kind + port);
        }
        if (told && !got) {
          notReached.add(kind + port);
        }
      }
    }
    boolean blind = side.inbound() == Inbound.UNKNOWN;
    if (side.inbound() != truth && !blind) {
      return "found " + truth.word() + " " + notSaid + notReached;
    }
    if (!notReached.isEmpty() && !translated) {
      return "not reached " + notReached;
    }
    return truth == Inbound.PORTS && !blind && !notSaid.isEmpty() ? "reached " + notSaid : "";
  }
}

package porchlight.gather.linux.live;

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
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import porchlight.facts.Firewall;
import porchlight.facts.Firewall.Inbound;
import porchlight.facts.Firewall.Ports;
import porchlight.facts.Firewall.Protocol;
import porchlight.facts.Firewall.Reached;
import porchlight.facts.Firewall.Side;
import porchlight.facts.Reading.Known;
import porchlight.gather.linux.firewall.LinuxFirewall;

/**
 * Rulesets really loaded and really attacked: what the agent says of each is held to what the
 * stranger found.
 *
 * @param translated rulesets where a port is reached by way of another: both are named, only one
 *     answers by itself
 * @param crafty whether crafted calls may do more than those that are tried here
 */
record Attack(
    Set<String> translated,
    boolean crafty,
    List<String> wrong,
    List<String> refused,
    Set<String> undecided,
    Set<String> reasons,
    Set<String> ran) {
  private static final double QUICK = 0.12;
  private static final double PATIENT = 1.5;

  /** Every 4000th port: a quarter of them reached is "an arbitrary port". */
  private static final List<Integer> SAMPLE =
      IntStream.range(0, 16).map(i -> 3001 + 4000 * i).boxed().toList();

  private static final List<Integer> NAMED =
      List.of(
          22, 53, 67, 68, 80, 137, 443, 445, 546, 631, 1900, 3389, 5005, 5353, 5900, 8080, 8443,
          9001, 12345);

  Attack(Set<String> translated, boolean crafty) {
    this(
        translated,
        crafty,
        Collections.synchronizedList(new ArrayList<>()),
        Collections.synchronizedList(new ArrayList<>()),
        Collections.synchronizedSet(new TreeSet<>()),
        Collections.synchronizedSet(new TreeSet<>()),
        Collections.synchronizedSet(new TreeSet<>()));
  }

  /** The ports that are knocked at, as the partners of the test take them. */
  static String ports() {
    return Stream.concat(SAMPLE.stream(), NAMED.stream())
        .map(String::valueOf)
        .collect(Collectors.joining(","));
  }

  /** Skips the test, with the reason, where this cannot be done. */
  static void needs() {
    assumeTrue("root".equals(System.getProperty("user.name")), "needs root");
    for (String tool :
        List.of("ip", "nft", "iptables-nft", "iptables-legacy", "python3", "ipset")) {
      assumeTrue(
          Stream.of("/usr/sbin", "/usr/bin", "/sbin", "/bin")
              .anyMatch(folder -> Files.exists(Path.of(folder, tool))),
          "needs " + tool);
    }
  }

  /** Attacks them all, so many at a time. */
  void all(Queue<Path> rulesets, int lanes) throws Exception {
    try (var runners = Executors.newFixedThreadPool(lanes)) {
      var done = new ArrayList<Future<?>>();
      for (int i = 0; i < lanes; i++) {
        String name = "pl" + ProcessHandle.current().pid() + "f" + i;
        done.add(
            runners.submit(() -> {
              try (var lane = new Lane(name, ports())) {
                for (Path next = rulesets.poll(); next != null; next = rulesets.poll()) {
                  on(lane, next);
                }
              }
              return true;
            }));
      }
      for (Future<?> each : done) {
        each.get();
      }
    }
  }

  private void on(Lane lane, Path file) throws IOException {
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
    for (Side side : said) {
      for (Reached one : List.of(side.ordinary(), side.crafted())) {
        if (one.inbound() == Inbound.UNKNOWN) {
          undecided.add(name);
          reasons.add(name + ": " + one.why());
        }
      }
    }
  }

  private List<String> complaints(String name, List<Side> sides, Set<String> reached) {
    var out = new ArrayList<String>();
    for (int i = 0; i < 2; i++) {
      String family = i == 0 ? "4" : "6";
      for (boolean ordinary : new boolean[] {true, false}) {
        Reached said = ordinary ? sides.get(i).ordinary() : sides.get(i).crafted();
        String what =
            complaint(
                said,
                ordinary ? "!" : "",
                family,
                reached,
                translated.contains(name),
                crafty && !ordinary);
        if (!what.isEmpty()) {
          String stranger = ordinary ? " ordinary" : " crafted";
          out.add(name + " IPv" + family + stranger + ": said " + word(said) + "; " + what);
        }
      }
    }
    return out;
  }

  private static String word(Reached side) {
    return side.inbound().word()
        + side.ports().stream().map(Ports::word).toList()
        + (side.why().isEmpty() ? "" : " " + side.why());
  }

  private static String complaint(
      Reached side,
      String mark,
      String family,
      Set<String> reached,
      boolean translated,
      boolean more) {
    Inbound truth = Inbound.BLOCKED;
    var notSaid = new TreeSet<String>();
    var notReached = new TreeSet<String>();
    for (Protocol protocol : Protocol.values()) {
      String kind = mark + protocol.word() + family + ":";
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
    if (more && (side.inbound() == Inbound.OPEN || notSaid.isEmpty())) {
      return "";
    }
    if (side.inbound() != truth && !blind) {
      return "found " + truth.word() + " " + notSaid + notReached;
    }
    if (!notReached.isEmpty() && !translated) {
      return "not reached " + notReached;
    }
    return truth == Inbound.PORTS && !blind && !notSaid.isEmpty() ? "reached " + notSaid : "";
  }
}

package porchlight.gather.linux.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every ruleset in {@code src/test/rulesets} is really loaded, a stranger in another network
 * namespace really knocks (TCP, UDP, IPv4, IPv6, from several addresses and ports, to groups too),
 * and what the agent says must be what the stranger found: what it says of ordinary strangers what
 * ordinary calls found, and what it says of crafted calls what all calls found.
 */
class FirewallLiveTest {
  private static final Path FOLDER = Path.of("src/test/rulesets");
  private static final int LANES = 3;

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

  private final Attack attack = new Attack(TRANSLATED, false);

  @Test
  void what_is_said_is_what_a_stranger_found() throws Exception {
    Attack.needs();
    Queue<Path> rulesets;
    try (Stream<Path> files = Files.list(FOLDER)) {
      rulesets =
          files
              .filter(FirewallLiveTest::isRuleset)
              .sorted()
              .collect(Collectors.toCollection(ConcurrentLinkedQueue::new));
    }
    attack.all(rulesets, LANES);
    System.out.println(
        attack.ran().size()
            + " rulesets attacked, "
            + attack.refused().size()
            + " refused by this kernel "
            + attack.refused()
            + "; undecided "
            + attack.reasons());
    assertEquals("", String.join("\n", attack.wrong()));
    assertTrue(
        attack.ran().size() >= 72,
        () -> "only " + attack.ran().size() + " rulesets ran; refused: " + attack.refused());
    assertTrue(UNDECIDED.containsAll(attack.undecided()), () -> "undecided: " + attack.reasons());
  }

  private static boolean isRuleset(Path file) {
    String name = file.getFileName().toString();
    boolean tool = name.equals("lane.sh") || name.equals("reset.sh");
    boolean needsUfw = name.startsWith("ufw-") && !Files.exists(Path.of("/usr/share/ufw/iptables"));
    return !tool && !needsUfw && (name.endsWith(".nft") || name.endsWith(".sh"));
  }
}

package porchlight.gather.linux.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/**
 * As {@link FirewallLiveTest}, with rulesets that nobody thought of: what is said of them must be
 * what a stranger found. {@code -Drulesets.first=N -Drulesets.count=N} try others than CI does.
 */
class FirewallRandomLiveTest {
  private static final int LANES = 3;
  private static final int COUNT = Integer.getInteger("rulesets.count", 40);
  private static final int FIRST = Integer.getInteger("rulesets.first", 1);

  @Test
  void what_is_said_of_dice_is_what_a_stranger_found() throws Exception {
    Attack.needs();
    var folder = Files.createDirectories(Path.of("target/dice")); // kept, to look at
    Queue<Path> rulesets = new ConcurrentLinkedQueue<>();
    for (int seed = FIRST; seed < FIRST + COUNT; seed++) {
      String script = new RandomIptables(seed).text();
      rulesets.add(Files.writeString(folder.resolve("dice-" + seed + "-ipt.sh"), script));
      rulesets.add(
          Files.writeString(folder.resolve("dice-" + seed + ".nft"), new RandomNft(seed).text()));
    }
    var attack = new Attack(Set.of(), true);
    attack.all(rulesets, LANES);
    System.out.println(
        attack.ran().size()
            + " random rulesets attacked, "
            + attack.refused().size()
            + " refused "
            + attack.refused()
            + "; undecided "
            + attack.reasons());
    assertEquals("", String.join("\n", attack.wrong()));
    assertTrue(
        attack.ran().size() >= COUNT * 2 * 9 / 10,
        () -> "only " + attack.ran().size() + " rulesets ran; refused: " + attack.refused());
    assertTrue(attack.undecided().size() <= COUNT * 2 / 20, () -> "undecided: " + attack.reasons());
  }
}

package porchlight.gather.linux.patches;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import porchlight.machine.SystemFolders;

/** Our order of versions against that of the real dpkg. */
class DebianVersionLiveTest {
  private static final List<String> PIECES =
      List.of(
          "0", "1", "9", "10", "007", ".", "+", "~", "~~", "-", "a", "b", "Z", "rc", "deb12u", "+b",
          "ubuntu", "dfsg", ":");
  private static final int PAIRS = 2500;

  private record Pair(String one, String other) {}

  @Test
  void thousands_of_pairs_are_in_the_order_that_dpkg_says() throws Exception {
    assumeTrue(SystemFolders.find("dpkg").isPresent(), "no dpkg here");
    List<Pair> pairs = pairs();
    List<String> said = dpkg(pairs);
    assertEquals(PAIRS, said.size());
    int different = 0;
    for (int i = 0; i < PAIRS; i++) {
      var pair = pairs.get(i);
      int order =
          DebianVersion.of(pair.one())
              .orElseThrow()
              .compareTo(DebianVersion.of(pair.other()).orElseThrow());
      assertEquals(said.get(i), order < 0 ? "lt" : order > 0 ? "gt" : "eq", pair.toString());
      different += order == 0 ? 0 : 1;
    }
    assertTrue(different > PAIRS / 2 && different < PAIRS, different + " of the pairs differ");
  }

  private static List<Pair> pairs() {
    var random = new Random(20261122);
    List<Pair> pairs = new ArrayList<>();
    while (pairs.size() < PAIRS) {
      String one = version(random);
      String other = random.nextInt(3) == 0 ? version(random) : changed(one, random);
      if (isGood(one) && isGood(other)) {
        pairs.add(new Pair(one, other));
      }
    }
    return pairs;
  }

  private static boolean isGood(String text) {
    // dpkg refuses an epoch that does not fit an int, and warns of a version that begins otherwise.
    return DebianVersion.of(text).isPresent() && text.matches("([0-9]{1,9}:)?[0-9].*[^-:]");
  }

  private static String version(Random random) {
    var text = new StringBuilder();
    if (random.nextInt(5) == 0) {
      text.append(random.nextInt(12)).append(':');
    }
    text.append(random.nextInt(30));
    int length = random.nextInt(8);
    for (int i = 0; i < length; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private static String changed(String text, Random random) {
    int at = random.nextInt(text.length() + 1);
    String piece = PIECES.get(random.nextInt(PIECES.size()));
    return text.substring(0, at)
        + piece
        + text.substring(random.nextBoolean() ? at : text.length());
  }

  private static List<String> dpkg(List<Pair> pairs) throws Exception {
    String script =
        """
        while read -r a b; do
          if dpkg --compare-versions "$a" lt "$b"; then echo lt
          elif dpkg --compare-versions "$a" gt "$b"; then echo gt
          else echo eq
          fi
        done
        """;
    Process process =
        new ProcessBuilder("sh", "-c", script)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var writer =
        new Thread(() -> {
          try (var out = process.outputWriter(UTF_8)) {
            for (var pair : pairs) {
              out.write(pair.one() + " " + pair.other() + "\n");
            }
          } catch (java.io.IOException ended) {
            throw new java.io.UncheckedIOException(ended);
          }
        });
    writer.start();
    try (var in = process.inputReader(UTF_8)) {
      return in.lines().toList();
    } finally {
      process.waitFor();
      writer.join();
    }
  }
}

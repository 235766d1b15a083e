package porchlight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import porchlight.gather.macos.MacMatrix;
import porchlight.machine.Answer;
import porchlight.machine.Recorded;

/**
 * What Macs said, spoilt with dice that always fall alike: noise put into it, or cut off as by a
 * program that was ended. Never a fault, and never a better verdict than the truth.
 */
class MacFuzzTest {
  private static final int FORMS = 36;

  @Test
  void no_noise_and_no_cut_makes_a_verdict_better_than_the_truth() {
    var better = new TreeSet<String>();
    var seen = new HashSet<String>();
    int forms = 0;
    for (String version : MacMatrix.VERSIONS.keySet()) {
      for (String situation : List.of("worst", "corporate-vpn", "no-root")) {
        Recorded recorded = MacMatrix.of(version, situation);
        for (var exchange : recorded.exchanges()) {
          // A line of a file that is none names nobody, as the system itself has it.
          if (!exchange.question().equals("? read /etc/hosts")
              && exchange.answer() instanceof Answer.Said said
              && !(said.text() + said.error()).isEmpty()
              && seen.add(exchange.question() + said)) {
            forms += Spoilt.each(recorded, exchange.question(), said, FORMS, better);
          }
        }
      }
    }
    assertEquals(new TreeSet<>(), better);
    assertTrue(forms >= 4000, forms + " forms");
  }
}

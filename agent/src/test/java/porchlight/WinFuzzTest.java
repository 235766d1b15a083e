package porchlight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import porchlight.gather.windows.WinMachines;
import porchlight.machine.Answer;
import porchlight.machine.Recorded;

/** What Windows machines said, spoilt: never a fault, and never a better verdict than the truth. */
class WinFuzzTest {
  private static final int FORMS = 8;

  @Test
  void no_noise_and_no_cut_makes_a_verdict_better_than_the_truth() {
    var better = new TreeSet<String>();
    var seen = new HashSet<String>();
    int forms = 0;
    for (String name : List.of("windows-11-cafe", "windows-10-german")) {
      Recorded recorded = WinMachines.of(name);
      for (var exchange : recorded.exchanges()) {
        if (!exchange.question().endsWith("drivers\\etc\\hosts") // its lines may be anything
            && exchange.answer() instanceof Answer.Said said
            && !(said.text() + said.error()).isEmpty()
            && seen.add(exchange.question() + said)) {
          forms += Spoilt.each(recorded, exchange.question(), said, FORMS, better);
        }
      }
    }
    assertEquals(new TreeSet<>(), better);
    assertTrue(forms >= 400, forms + " forms");
  }
}

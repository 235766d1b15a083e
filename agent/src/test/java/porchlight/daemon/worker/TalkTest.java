package porchlight.daemon.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import porchlight.json.Totals;

/** Whole cycles against a real server, where things do not go their usual way. */
class TalkTest extends TalkingLaptop {
  @Test
  void a_person_who_takes_a_week_to_approve_is_asked_again_with_the_same_key() throws IOException {
    central.approvalMissing = true;
    var laptop = laptop();
    for (int i = 0; i < 700; i += 25) {
      laptop.cycle(central);
      assertEquals(
          Optional.of("a person at central has to approve this laptop"),
          laptop.status().talk().notYet());
      pass(CADENCE.multipliedBy(25));
    }
    Set<String> keys = new java.util.HashSet<>();
    central
        .taken()
        .forEach(asked ->
            keys.add(
                asked.headers().getOrDefault("signature-input", "").replaceAll(".*keyid=", "")));
    assertEquals(1, keys.size());
    assertEquals(28, central.taken().size());
    central.approvalMissing = false;
    laptop.cycle(central);
    assertTrue(laptop.status().enrolled());
    assertFalse(Files.exists(laptop.token()));
    assertEquals(1, central.tokenUses());
    assertEquals(Totals.NONE, laptop.progress().tally().all(), "waiting is no failure");
  }

  @Test
  void approval_is_asked_for_no_more_often_than_central_says() throws IOException {
    central.approvalMissing = true;
    var laptop = laptop();
    for (int i = 0; i < 10; i++) {
      laptop.cycle(central);
      pass(Duration.ofMinutes(1));
    }
    assertEquals(1, central.taken().size());
  }
}

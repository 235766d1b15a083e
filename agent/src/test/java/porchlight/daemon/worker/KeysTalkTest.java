package porchlight.daemon.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeysTalkTest extends TalkingLaptop {
  @Test
  void another_key_is_had_at_centrals_wish_and_the_old_one_is_forgotten() throws IOException {
    var laptop = laptop();
    laptop.cycle(central);
    String first = member(laptop).identity().keyId();
    central.rotateKey = true;
    laptop.cycle(central);
    central.rotateKey = false;
    String second = member(laptop).identity().keyId();
    assertNotEquals(first, second);
    laptop.cycle(central);
    assertEquals(Set.of(second), central.keysKnown());
    assertFalse(Files.exists(laptop.state().resolve("device.key.rotate")));
  }

  @Test
  void a_key_whose_answer_is_lost_is_offered_again_by_the_old_one() throws IOException {
    var laptop = laptop();
    laptop.cycle(central);
    String first = member(laptop).identity().keyId();
    central.rotateKey = true;
    laptop.outside = Optional.empty();
    central.muteAfter(1, 1); // the report is answered, the key is not
    laptop.cycle(central);
    assertEquals(first, member(laptop).identity().keyId());
    pass(CADENCE);
    laptop.cycle(central);
    central.rotateKey = false;
    assertNotEquals(first, member(laptop).identity().keyId());
    laptop.cycle(central);
    assertEquals(Set.of(member(laptop).identity().keyId()), central.keysKnown());
  }

  @Test
  void a_key_that_the_identity_names_counts_wherever_the_power_left_it() throws IOException {
    var laptop = laptop();
    laptop.cycle(central);
    Files.move(laptop.state().resolve("device.key"), laptop.state().resolve("device.key.rotate"));
    laptop.cycle(central);
    assertEquals(upTo(2), central.numbers(device(laptop)));
    assertTrue(Files.exists(laptop.state().resolve("device.key")));
  }
}

package porchlight.daemon.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import porchlight.uplink.Canned;

class ClonesTalkTest extends TalkingLaptop {
  private static void copy(Path from, Path to) throws IOException {
    try (var all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Files.copy(
            path,
            to.resolve(from.relativize(path).toString()),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Test
  void a_disk_that_was_set_back_gets_numbers_that_are_free_and_loses_nothing() throws IOException {
    var laptop = laptop();
    laptop.cycle(central);
    laptop.cycle(central);
    Path before = folder.resolve("before");
    copy(laptop.state(), before);
    for (int i = 0; i < 3; i++) {
      pass(CADENCE);
      laptop.cycle(central);
    }
    delete(laptop.state());
    copy(before, laptop.state());
    laptop.boot = UUID.randomUUID();
    central.say(new Canned(500, "", Map.of())); // so that two wait
    pass(CADENCE);
    laptop.cycle(central);
    pass(CADENCE);
    laptop.cycle(central);
    assertEquals(upTo(7), central.numbers(device(laptop)));
    assertEquals(0, laptop.status().waiting());
    assertEquals(0, laptop.status().refused());
    pass(CADENCE);
    laptop.cycle(central);
    assertEquals(upTo(8), central.numbers(device(laptop)));
  }

  @Test
  void a_copied_disk_becomes_another_device_with_all_that_waited() throws IOException {
    var laptop = laptop();
    laptop.cycle(central);
    UUID first = device(laptop);
    String key = member(laptop).identity().keyId();
    central.say(new Canned(500, "", Map.of()));
    pass(CADENCE);
    laptop.cycle(central);
    pass(CADENCE);
    central.say(Canned.problem(409, "cloned"));
    laptop.cycle(central);
    assertNotEquals(first, device(laptop));
    assertNotEquals(key, member(laptop).identity().keyId());
    assertEquals(Optional.of(first), member(laptop).identity().clonedFrom());
    assertEquals(List.of(1L), central.numbers(first));
    assertEquals(upTo(2), central.numbers(device(laptop)));
    assertEquals(0, laptop.status().waiting());
    pass(CADENCE);
    laptop.cycle(central);
    assertEquals(upTo(3), central.numbers(device(laptop)));
    assertEquals(1, central.tokenUses());
  }

  @Test
  void a_clone_whose_answer_is_lost_asks_again_and_is_the_same_other_device() throws IOException {
    var laptop = laptop();
    laptop.cycle(central);
    UUID first = device(laptop);
    central.say(Canned.problem(409, "cloned"), new Canned(503, "", Map.of()));
    laptop.cycle(central);
    assertEquals(first, device(laptop), "until central knows the other one");
    pass(Duration.ofHours(1));
    central.say(Canned.problem(409, "cloned"));
    laptop.cycle(central);
    assertNotEquals(first, device(laptop));
    assertEquals(2, central.devicesKnown().size());
    assertEquals(upTo(2), central.numbers(device(laptop)));
  }

  @Test
  void a_clone_that_was_cut_short_after_it_had_its_name_finishes_the_move() throws IOException {
    var laptop = laptop();
    laptop.cycle(central);
    central.say(new Canned(500, "", Map.of()));
    pass(CADENCE);
    laptop.cycle(central);
    byte[] talk = Files.readAllBytes(laptop.state().resolve("delivery.json"));
    Path spool = laptop.state().resolve("spool");
    copy(spool, folder.resolve("spool-before"));
    pass(CADENCE);
    central.say(Canned.problem(409, "cloned"));
    laptop.cycle(central);
    UUID other = device(laptop);
    // As if the power had gone right after the identity was written.
    Files.write(laptop.state().resolve("delivery.json"), talk);
    copy(folder.resolve("spool-before"), spool);
    pass(CADENCE);
    laptop.cycle(central);
    assertEquals(other, device(laptop));
    assertEquals(0, laptop.status().waiting());
    assertEquals(Optional.of(other), laptop.progress().device());
    assertEquals(3, central.numbers(other).size());
    assertEquals(0, laptop.status().refused());
  }
}

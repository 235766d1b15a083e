package porchlight.daemon.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.daemon.Handover;
import porchlight.daemon.ReportsLost;
import porchlight.daemon.Wake;
import porchlight.facts.Wifi;
import porchlight.uplink.Canned;
import porchlight.uplink.Fixed;
import porchlight.uplink.TestCentral;

/** Reports for which the disk has no room. */
class UnkeptTest {
  private static final UUID START = UUID.fromString("33333333-5d0f-4a57-9d63-1f0a2b3c4d5e");
  private static final UUID LATER = UUID.fromString("44444444-5d0f-4a57-9d63-1f0a2b3c4d5e");
  private static final Canned BROKEN = new Canned(500, "", Map.of());
  private static final String ID = "[0-9a-f-]{36}\n";

  private final Fixed clock = new Fixed(Instant.parse("2026-11-22T12:00:00Z"));
  private TestCentral central;
  private Laptop laptop;
  @TempDir Path folder;

  @BeforeEach
  void enrol() throws IOException {
    central = new TestCentral(clock::instant);
    laptop = new Laptop(folder, clock).seeded();
    laptop.cycle(central);
  }

  @AfterEach
  void stop() {
    central.close();
  }

  /** From now on no number can be written down. */
  private void disk(boolean writable) throws IOException {
    Path inTheWay = laptop.state().resolve("sequence.tmp/x");
    if (writable) {
      Files.delete(inTheWay);
      Files.delete(inTheWay.getParent());
    } else {
      Files.createDirectories(inTheWay);
    }
  }

  private String cycle(UUID start, ReportsLost lost) {
    clock.pass(Duration.ofHours(1));
    laptop.handover = Optional.of(new Handover(Wake.SCHEDULE, 0, Optional.of(start), lost));
    return laptop.cycle(central);
  }

  private long dropped() throws IOException {
    return laptop.progress().tally().all().dropped();
  }

  @Test
  void what_neither_the_disk_nor_central_takes_is_told_at_once_and_counted_once()
      throws IOException {
    disk(false);
    laptop.security = Wifi.Security.WPA3;
    central.say(BROKEN);
    String told = cycle(START, ReportsLost.NONE);
    assertTrue(told.matches("unkept [a-z]+ " + ID + "next 900 .*"), told);
    assertEquals(0, dropped(), "who stays counts it");
    disk(true);
    var one = new ReportsLost(0, 0, 1);
    cycle(START, one);
    assertEquals(1, dropped());
    assertTrue(
        central.storedReports().getLast().toString().contains("transition"),
        "central has heard it");
    cycle(START, one);
    assertEquals(1, dropped(), "however often it is handed over");
    assertFalse(laptop.progress().tally().untold());
    cycle(LATER, ReportsLost.NONE);
    cycle(LATER, new ReportsLost(2, 0, 0));
    assertEquals(3, dropped(), "who stays was started again and counts anew");
    assertEquals(0, laptop.status().waiting());
  }

  @Test
  void what_central_takes_is_not_lost() throws IOException {
    disk(false);
    String told = cycle(START, ReportsLost.NONE);
    assertTrue(told.matches("unkept [a-z]+ " + ID + "taken " + ID + "next 900 .*"), told);
    disk(true);
    cycle(START, ReportsLost.NONE);
    assertEquals(3, central.storedReports().size());
    assertEquals(0, dropped());
  }

  @Test
  void by_hand_nobody_else_can_count_it() throws IOException {
    disk(false);
    central.say(BROKEN);
    assertTrue(laptop.cycle(central).startsWith("unkept "));
    assertEquals(1, dropped());
  }

  @Test
  void on_a_full_disk_there_is_room_held_for_it() throws Exception {
    try (var disk = new SmallDisk(folder.resolve("state"), "1m")) {
      laptop.seeded();
      laptop.cycle(central);
      disk.fill();
      laptop.security = Wifi.Security.WPA3;
      central.say(BROKEN);
      assertTrue(cycle(START, ReportsLost.NONE).startsWith("next 900 "));
      assertEquals(1, laptop.status().waiting());
      cycle(START, ReportsLost.NONE);
      assertEquals(0, laptop.status().waiting());
      assertEquals(0, dropped());
    }
  }
}

package porchlight.daemon.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import porchlight.uplink.Fixed;
import porchlight.uplink.TestCentral;

/** A laptop and a central of the tests, which complains of whatever is out of order. */
abstract class LaptopAndCentral {
  static final Duration CADENCE = Duration.ofMinutes(15);
  final Fixed clock = new Fixed(Instant.parse("2026-11-22T12:00:00Z"));
  final TestCentral central = new TestCentral(clock::instant);
  Laptop laptop = new Laptop(Path.of("."), clock);
  @TempDir Path folder;

  void enrolled() throws IOException {
    laptop = new Laptop(folder, clock).seeded();
    laptop.cycle(central);
    clock.pass(CADENCE);
  }

  @AfterEach
  void nothing_was_out_of_order() {
    central.close();
    assertEquals(List.of(), central.faults());
  }
}

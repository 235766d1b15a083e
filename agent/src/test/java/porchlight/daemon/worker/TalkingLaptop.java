package porchlight.daemon.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import porchlight.uplink.Enrolment;
import porchlight.uplink.Fixed;
import porchlight.uplink.StateFolder;
import porchlight.uplink.TestCentral;

/** Laptops that talk to a central of the tests, each with a clock of its own. */
abstract class TalkingLaptop {
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  static final Duration CADENCE = Duration.ofMinutes(15);

  final Fixed clock = new Fixed(NOON);
  final Fixed centrals = new Fixed(NOON);

  final TestCentral central;
  @TempDir Path folder;

  TalkingLaptop() {
    central = new TestCentral(centrals::instant);
  }

  @AfterEach
  void nothingWasOutOfOrder() {
    central.close();
    assertEquals(List.of(), central.faults());
  }

  Laptop laptop() throws IOException {
    return new Laptop(folder, clock).seeded();
  }

  void pass(Duration time) {
    clock.pass(time);
    centrals.pass(time);
  }

  Enrolment.Member member(Laptop laptop) throws IOException {
    return Enrolment.current(new StateFolder(laptop.state())).orElseThrow();
  }

  UUID device(Laptop laptop) throws IOException {
    return member(laptop).identity().device();
  }

  static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }
}

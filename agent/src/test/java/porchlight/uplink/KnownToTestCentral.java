package porchlight.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import porchlight.json.Samples;

/** A device that a central of the tests knows, and which complains of whatever is out of order. */
abstract class KnownToTestCentral {
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  final Fixed centralsClock = new Fixed(NOON);
  final DeviceKey key = DeviceKey.make(new SecureRandom());
  final TestCentral central = new TestCentral(centralsClock::instant);

  @BeforeEach
  void known() {
    central.know(key, Samples.DEVICE);
  }

  @AfterEach
  void nothing_was_out_of_order() {
    central.close();
    assertEquals(List.of(), central.faults());
  }
}

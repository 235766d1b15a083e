package porchlight.central.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SpareTest {
  private final AtomicLong nanos = new AtomicLong();
  private final Spare spare = new Spare(nanos::get);

  @Test
  void so_many_may_follow_as_wait_and_one_device_has_its_bound() {
    assertEquals(3, spare.grant(3));
    assertEquals(Spare.MOST_FOR_ONE, spare.grant(1000));
  }

  @Test
  void when_all_is_given_away_it_comes_back_with_time_alone() {
    int given = 0;
    for (int i = 0; i < 100; i++) {
      given += spare.grant(1000);
    }
    assertEquals(600, given);
    assertEquals(0, spare.grant(1000));
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
    assertEquals(10, spare.grant(1000));
    assertEquals(0, spare.grant(1));
  }
}

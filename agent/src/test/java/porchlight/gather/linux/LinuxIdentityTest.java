package porchlight.gather.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.machine.Answer;

class LinuxIdentityTest {
  private static Optional<Duration> up(String text) {
    return LinuxIdentity.up(new Scripted().says(LinuxIdentity.UP, text));
  }

  @Test
  void the_time_since_the_start_is_known_to_the_thousandth() {
    assertEquals(Optional.of(Duration.ofMillis(74_066_250)), up("74066.25 140000.12\n"));
    assertEquals(Optional.of(Duration.ofMillis(50)), up("0.05 0.01\n"));
    assertEquals(Optional.of(Duration.ofMillis(9_900)), up("9.9 1.00\n"));
    assertEquals(Optional.of(Duration.ofMillis(5_123)), up("5.123999999 1.00\n"));
    assertEquals(Optional.of(Duration.ofSeconds(9_999_999_999L)), up("9999999999.00 1.00\n"));
  }

  @Test
  void what_is_no_time_since_the_start_is_none() {
    for (String text :
        new String[] {"", "\n", "5 1", "5.1", "-5.10 1.00", "x.10 1.00", "5,10 1.00", "5. 1.00"}) {
      assertEquals(Optional.empty(), up(text), text);
    }
    assertEquals(Optional.empty(), up("12345678901.00 1.00\n"));
    assertEquals(Optional.empty(), LinuxIdentity.up(new Scripted()));
    assertEquals(
        Optional.empty(),
        LinuxIdentity.up(new Scripted().answers(LinuxIdentity.UP, new Answer.Denied())));
  }
}

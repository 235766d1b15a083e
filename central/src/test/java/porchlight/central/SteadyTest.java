package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody sets central's clock: silence is neither hidden by it nor made of it. */
class SteadyTest extends OneCentral {
  private static final String CONTENT = Samples.content("LT", "safe", 90, "firewall:pass:high");
  private Laptop silent;
  private Laptop lively;

  @BeforeEach
  void one_is_silent() throws IOException {
    silent = running.laptop("Acme Dental", "LT-1");
    lively = running.laptop("Acme Dental", "LT-2");
    silent.full(CONTENT).send();
    pass(Duration.ofHours(3));
    assertEquals("silent", presence(silent));
    lively.full(CONTENT).send();
  }

  private void pass(Duration time) {
    for (long seconds = 0; seconds < time.toSeconds(); seconds += 50) {
      running.now = running.now.plusSeconds(50);
      running.central.beat();
    }
  }

  private String presence(Laptop laptop) {
    return running.device(laptop).path("presence").asText();
  }

  private void nothingChanged() throws IOException {
    running.central.beat();
    assertEquals("silent", presence(silent));
    assertEquals("online", presence(lively));
    running.restartAfter(Duration.ZERO);
    assertEquals("silent", presence(silent), "also after a start");
    assertEquals("online", presence(lively));
    pass(Duration.ofHours(2));
    assertEquals("silent", presence(lively), "time goes on");
  }

  @Test
  void a_jump_forward_hides_no_silence_and_makes_none() throws IOException {
    running.setClock(Duration.ofDays(3));
    nothingChanged();
  }

  @Test
  void a_jump_back_hides_no_silence_either() throws IOException {
    running.setClock(Duration.ofDays(-3));
    nothingChanged();
  }
}

package porchlight.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void what_is_written_is_read_again() {
    var full = new Progress.LastFull("sha256:x", 41, AT, true);
    for (Progress progress :
        List.of(
            Progress.NONE,
            Progress.NONE.enrolled(60),
            Progress.NONE.with(full).dropped(3),
            Progress.NONE.with(full).succeeded(AT, 900, true),
            Progress.NONE.failed(AT, true).failed(AT.plusSeconds(9), false),
            Progress.NONE.stopped("403 revoked"))) {
      assertEquals(progress, Progress.of(progress.text()));
    }
  }

  @Test
  void what_is_damaged_is_as_if_it_had_not_been() {
    for (String damaged : List.of("", "{", "[]", "null", "\0\0\0\0")) {
      assertEquals(Progress.NONE, Progress.of(damaged));
    }
    assertEquals(
        Optional.empty(),
        Progress.of("{\"lastFull\": {\"digest\": 7}, \"notBefore\": \"soon\"}").lastFull());
  }
}

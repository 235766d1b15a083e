package porchlight.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusFileTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  @TempDir Path folder;

  private static Status status(String organisation, Optional<Instant> time, List<String> troubles) {
    return new Status(
        true,
        "https://central.example",
        organisation,
        Optional.empty(),
        NOON,
        "unsafe",
        time,
        time,
        3,
        1,
        0,
        new Status.Talk(time.map(at -> "the last try failed"), time, -90),
        new Status.Judged(7, "central", time.map(at -> "revision 8: no key has signed it")),
        troubles);
  }

  @Test
  void what_is_written_is_read_again() throws Exception {
    for (Status status :
        List.of(
            status("Acme Dental", Optional.of(NOON), List.of("one thing", "another thing")),
            status("", Optional.empty(), List.of()))) {
      Files.writeString(StatusFile.in(folder), StatusFile.text(status));
      assertEquals(Optional.of(status), StatusFile.read(folder));
    }
  }

  @Test
  void line_ends_in_a_text_add_no_lines() {
    var read =
        StatusFile.of(
            StatusFile.text(status("Acme\nserver x", Optional.empty(), List.of("a\r\nb"))));
    assertEquals("Acme server x", read.orElseThrow().organisation());
    assertEquals(List.of("a b"), read.orElseThrow().troubles());
  }

  @Test
  void before_the_first_cycle_and_when_damaged_there_is_none() throws Exception {
    assertEquals(Optional.empty(), StatusFile.read(folder));
    for (String damaged :
        List.of(
            "",
            "\0\0",
            "enrolled true\n",
            "lastCycle now\n",
            "lastCycle 2026-11-22T12:00:00Z\nwaiting many\n")) {
      Files.writeString(StatusFile.in(folder), damaged);
      assertEquals(Optional.empty(), StatusFile.read(folder), damaged);
    }
  }
}

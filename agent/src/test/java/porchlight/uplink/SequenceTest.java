package porchlight.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SequenceTest {
  private static final UUID DEVICE = UUID.fromString("0b9c8f6e-5d0f-4a57-9d63-1f0a2b3c4d5e");

  @TempDir Path folder;

  private Spool spool() throws IOException {
    return new Spool(new StateFolder(folder), Spool.Bounds.USUAL, line -> {});
  }

  private Sequence numbers() {
    return new Sequence(folder.resolve("sequence"), DEVICE);
  }

  private static Spooled report(long number) {
    return new Spooled(
        number, Instant.parse("2026-11-22T12:00:00Z"), Spooled.Kind.FULL, UUID.randomUUID());
  }

  @Test
  void a_sequence_grows_over_restarts_and_survives_damage() throws IOException {
    Path file = folder.resolve("sequence");
    assertEquals(1, numbers().after(0));
    spool().add(report(1), "{}", numbers());
    assertEquals(2, numbers().after(0));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    Files.writeString(file, "");
    assertEquals(8, numbers().after(7));
    Files.writeString(file, "\0\0\0");
    assertEquals(9, numbers().after(8));
    assertEquals(1, new Sequence(file, UUID.randomUUID()).after(0), "another device begins anew");
  }

  @Test
  void a_report_whose_number_cannot_be_kept_is_not_kept_either() throws IOException {
    Files.createDirectories(folder.resolve("sequence.tmp/in the way"));
    assertThrows(IOException.class, () -> spool().add(report(1), "{}", numbers()));
    assertEquals(List.of(), spool().newestFirst());
  }
}

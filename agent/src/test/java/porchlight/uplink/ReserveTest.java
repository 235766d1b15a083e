package porchlight.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReserveTest {
  @TempDir Path folder;

  private Path held() {
    return folder.resolve("porchlight.reserve");
  }

  @Test
  void it_is_held_whole_and_made_whole_again() throws IOException {
    Reserve.hold(new StateFolder(folder));
    assertEquals(Reserve.BYTES, Files.size(held()));
    Files.write(held(), new byte[8192]);
    Reserve.hold(new StateFolder(folder));
    assertEquals(Reserve.BYTES, Files.size(held()));
  }

  @Test
  void what_cannot_be_written_has_it_given_up_and_what_can_has_not() throws IOException {
    Reserve.hold(new StateFolder(folder));
    Durable.write(folder.resolve("a"), "x");
    assertTrue(Files.exists(held()));
    Files.createDirectories(folder.resolve("b.tmp/in the way"));
    assertThrows(IOException.class, () -> Durable.write(folder.resolve("b"), "x"));
    assertFalse(Files.exists(held()));
  }

  @Test
  void it_is_given_up_for_a_report_too() throws IOException {
    Reserve.hold(new StateFolder(folder));
    Files.createDirectory(folder.resolve("spool"));
    assertTrue(Reserve.give(folder.resolve("spool/report")));
    assertFalse(Reserve.give(folder.resolve("spool/report")));
    assertFalse(Files.exists(held()));
  }

  @Test
  void a_folder_that_cannot_be_used_is_borne() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Reserve.hold(new StateFolder(file));
    assertFalse(Reserve.give(file.resolve("x/y")));
  }
}

package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy that was made while central ran is a central. */
class BackupTest {
  private static final String CONTENT = Samples.content("LT", "care", 60, "firewall:fail:low");
  private Path temporary;
  private Path copy;
  private Running running;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    temporary = folder;
    copy = folder.resolve("copy.zip");
    running = new Running(Files.createDirectory(folder.resolve("first")), 100);
  }

  @AfterEach
  void stop() {
    running.close();
  }

  private static int restore(Path folder, Path copy) {
    return Main.run(
        List.of("restore", "--data", folder.toString(), "--file", copy.toString()), System.out);
  }

  @Test
  void every_device_goes_on_from_a_copy() throws Exception {
    assumeFalse(Books.areOnServer(), "of a server a copy has the keys alone: ServerBackupLiveTest");
    Laptop laptop = running.laptop("Acme Dental", "LT-1");
    laptop.full(CONTENT).send();
    running.command("policy", "rotate-key");
    assertEquals(0, running.exit("backup", "--file", copy.toString()));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)));
    assertEquals(1, running.exit("backup", "--file", copy.toString()), "nothing is overwritten");
    laptop.unchanged(CONTENT).send(); // Which the copy does not know.
    running.close();

    Path other = temporary.resolve("other");
    assertEquals(0, restore(other, copy));
    assertEquals(1, restore(other, copy), "nor here");
    for (String key : List.of("policy.key", "policy.key.000001")) {
      assertEquals(
          Files.readString(running.folder.resolve(key)), Files.readString(other.resolve(key)));
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(other.resolve(key))));
    }
    try (Running again = new Running(other, 100)) {
      laptop.base = again.central.url();
      assertEquals("care", again.device(laptop).path("answer").asText());
      assertEquals(202, laptop.unchanged(CONTENT).send().statusCode());
      assertEquals(1, again.device(laptop).path("missing").intValue(), "the one after the copy");
    }
  }

  @Test
  void what_is_no_copy_is_not_unpacked() throws Exception {
    for (String name : List.of("../evil", "/etc/evil", "a/b", ".hidden")) {
      try (OutputStream out = Files.newOutputStream(copy);
          ZipOutputStream zip = new ZipOutputStream(out)) {
        zip.putNextEntry(new ZipEntry(name));
        zip.closeEntry();
      }
      Path folder = temporary.resolve("never");
      assertEquals(1, restore(folder, copy), name);
      try (var files = Files.list(folder)) {
        assertEquals(0, files.count(), name);
      }
    }
    Files.writeString(copy, "no zip at all");
    assertEquals(1, restore(temporary.resolve("never"), copy));
    assertTrue(Files.notExists(temporary.resolve("evil")));
  }
}

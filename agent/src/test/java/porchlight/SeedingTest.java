package porchlight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.json.Seeds;
import porchlight.json.SettingsReader;

class SeedingTest {
  @TempDir Path folder = Path.of("");

  private String mode(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
  }

  @Test
  void settings_go_where_all_may_read_and_the_token_where_root_may() throws IOException {
    int code =
        Seeding.run(
            Map.of("PORCHLIGHT_SERVER", "https://central.example", Seeds.TOKEN, "secret"), folder);
    assertEquals(0, code);
    assertEquals("rw-r--r--", mode("managed.json"));
    assertEquals("rw-------", mode("enrollment-token"));
    assertEquals("secret\n", Files.readString(folder.resolve("enrollment-token")));
    String managed = Files.readString(folder.resolve("managed.json"));
    assertEquals(
        "https://central.example",
        SettingsReader.read("m", managed).server().orElseThrow().toString());
    assertFalse(managed.contains("secret"));
  }

  @Test
  void nothing_said_writes_nothing() throws IOException {
    assertEquals(0, Seeding.run(Map.of("HOME", "/root"), folder));
    try (var files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void what_is_refused_writes_nothing_either() throws IOException {
    assertEquals(78, Seeding.run(Map.of("PORCHLIGHT_SEVER", "x", Seeds.TOKEN, "secret"), folder));
    try (var files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void a_folder_that_is_not_there_is_said() {
    assertEquals(
        73, Seeding.run(Map.of(Seeds.TOKEN, "secret"), folder.resolve("nowhere").resolve("x")));
  }
}

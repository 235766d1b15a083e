package porchlight.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders below which no link is followed, without the system's help. */
class PlainFolderTest {
  @TempDir Path top = Path.of("");

  @Test
  void a_file_in_a_folder_is_read_and_a_link_on_the_way_is_not_followed() throws IOException {
    Files.createDirectories(top.resolve("home/real"));
    Files.writeString(top.resolve("home/real/file"), "text");
    Files.createSymbolicLink(top.resolve("home/linked"), Path.of("real"));
    Files.createSymbolicLink(top.resolve("home/real/link"), Path.of("file"));
    var read = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    try (var home = PlainFolder.of(top.resolve("home"))) {
      try (var real = home.newDirectoryStream(Path.of("real"));
          var file = real.newByteChannel(Path.of("file"), read)) {
        assertEquals(4, file.size());
        assertThrows(IOException.class, () -> real.newByteChannel(Path.of("link"), read).close());
      }
      assertThrows(IOException.class, () -> home.newDirectoryStream(Path.of("linked")).close());
    }
  }

  @Test
  void the_folder_itself_may_be_behind_a_link() throws IOException {
    Files.createDirectories(top.resolve("real"));
    Files.writeString(top.resolve("real/file"), "text");
    Files.createSymbolicLink(top.resolve("linked"), Path.of("real"));
    try (var folder = PlainFolder.of(top.resolve("linked"));
        var file = folder.newByteChannel(Path.of("file"), Set.of(StandardOpenOption.READ))) {
      assertEquals(4, file.size());
    }
  }

  @Test
  void nothing_is_ever_changed() throws IOException {
    try (var folder = PlainFolder.of(top)) {
      assertThrows(IOException.class, () -> folder.deleteFile(Path.of("x")));
      assertThrows(IOException.class, () -> folder.deleteDirectory(Path.of("x")));
      assertThrows(IOException.class, () -> folder.move(Path.of("x"), folder, Path.of("y")));
    }
  }
}

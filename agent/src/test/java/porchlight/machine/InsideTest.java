package porchlight.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.gather.OnDisk;
import porchlight.machine.Question.ReadDconf;
import porchlight.machine.Question.ReadSettings;

/** Files in a folder that belongs to somebody else. */
class InsideTest {
  private static final List<String> KEYS = List.of("Autolock", "id");

  @TempDir Path home = Path.of("");

  private Answer ask(String path) {
    return new LocalMachine().ask(new ReadSettings(home.toString(), path, KEYS));
  }

  private void write(String path, String text) {
    OnDisk.write(home.resolve(path), text);
  }

  @Test
  void only_the_lines_that_were_asked_for_are_told() throws IOException {
    write(
        ".config/a",
        "# Autolock=no\n[connection]\nid=Attic\nidle=7\npsk=secret\n[wifi-security]\nnetwork={\n\tid=1\n\tpsk=\"secret\"\n}\n[psk=secret]\nAutolock[$i]=false\n");
    assertEquals(
        new Answer.Said(
            0,
            "[connection]\nid=Attic\n[wifi-security]\nnetwork={\n\tid=1\n}\nAutolock[$i]=false\n"),
        ask(".config/a"));
  }

  @Test
  void a_link_is_not_followed_wherever_it_stands() throws IOException {
    write("real/a", "id=1\n");
    Files.createSymbolicLink(home.resolve("link"), home.resolve("real"));
    Files.createSymbolicLink(home.resolve("real/b"), home.resolve("real/a"));
    for (String path : List.of("link/a", "real/b", "link")) {
      assertInstanceOf(Answer.Failed.class, ask(path), path);
    }
    assertInstanceOf(
        Answer.Failed.class,
        new LocalMachine().ask(new ReadDconf(home.toString(), "real/b", List.of("/a/b"))));
  }

  @Test
  void a_link_above_the_folder_is_the_administrators() throws IOException {
    write("real/a", "id=1\n");
    Files.createSymbolicLink(home.resolve("link"), home.resolve("real"));
    assertEquals(
        new Answer.Said(0, "id=1\n"),
        new LocalMachine().ask(new ReadSettings(home + "/link", "a", KEYS)));
  }

  @Test
  void what_is_not_there_is_missing() {
    assertEquals(new Answer.Missing(), ask("b"));
    assertEquals(new Answer.Missing(), ask("no/b"));
    assertEquals(
        new Answer.Missing(), new LocalMachine().ask(new ReadSettings(home + "/no", "a", KEYS)));
  }

  @Test
  void a_pipe_a_folder_and_what_is_no_text_are_failures() throws IOException {
    assumeTrue(SystemFolders.find("mkfifo").isPresent(), "no mkfifo here");
    new LocalMachine().ask(Run.of("mkfifo", home + "/pipe"));
    Files.createDirectory(home.resolve("folder"));
    Files.write(home.resolve("bytes"), new byte[] {'i', 'd', '=', 0});
    for (String path : List.of("pipe", "folder", "bytes")) {
      assertInstanceOf(Answer.Failed.class, ask(path), path);
    }
  }

  @Test
  void a_huge_file_is_too_long() throws IOException {
    try (var file = new java.io.RandomAccessFile(home.resolve("huge").toFile(), "rw")) {
      file.setLength(1L << 30);
    }
    assertInstanceOf(Answer.TooLong.class, ask("huge"));
  }

  @Test
  void a_path_cannot_lead_out() {
    for (String path : List.of("../a", "a/../b", "/etc/shadow", "", "a//b", "a\nb", ".", "a/")) {
      assertThrows(
          IllegalArgumentException.class, () -> new ReadSettings("/home/ann", path, KEYS), path);
      assertThrows(
          IllegalArgumentException.class, () -> new ReadDconf("/home/ann", path, KEYS), path);
    }
  }

  @Test
  void a_home_is_plain_and_absolute() {
    for (String path :
        List.of(
            "",
            "/",
            "home/ann",
            "/home/../root",
            "/home/.",
            "/home//ann",
            "/home/ann/",
            "/a b",
            "/a\nb",
            "/home/\u202eann",
            "/x".repeat(20))) {
      assertTrue(Home.of(path).isEmpty(), path);
    }
    assertEquals("/home/ann", Home.of("/home/ann").orElseThrow().path());
    assertEquals("/home/.hidden", Home.of("/home/.hidden").orElseThrow().path());
  }
}

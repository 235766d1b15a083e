package porchlight.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions that start no program, on a real file system. */
class LocalMachineTest {
  private final Machine machine = new LocalMachine();

  @TempDir Path folder = Path.of("");

  @Test
  void a_file_is_read() throws Exception {
    Files.writeString(folder.resolve("a"), "one\ntwo");
    assertEquals(new Answer.Said(0, "one\ntwo"), machine.ask(new Question.ReadFile(folder + "/a")));
  }

  @Test
  void a_file_that_is_not_there_is_missing() {
    assertEquals(new Answer.Missing(), machine.ask(new Question.ReadFile(folder + "/none")));
    assertEquals(new Answer.Missing(), machine.ask(new Question.ListFolder(folder + "/none")));
    assertEquals(new Answer.Missing(), machine.ask(new Question.ReadLink(folder + "/none")));
    assertEquals(
        new Answer.Missing(),
        machine.ask(new Question.ReadStanzas(folder + "/none", List.of("Package"))));
  }

  @Test
  void a_folder_where_a_file_was_expected_is_a_failure_not_a_fact() {
    assertInstanceOf(Answer.Failed.class, machine.ask(new Question.ReadFile(folder.toString())));
  }

  @Test
  void a_pipe_does_not_hold_us() throws Exception {
    assumeTrue(SystemFolders.find("mkfifo").isPresent(), "no mkfifo here");
    machine.ask(Run.of("mkfifo", folder + "/pipe"));
    assertInstanceOf(Answer.Failed.class, machine.ask(new Question.ReadFile(folder + "/pipe")));
  }

  @Test
  void a_huge_file_is_too_long() throws Exception {
    try (var file = new java.io.RandomAccessFile(folder.resolve("huge").toFile(), "rw")) {
      file.setLength(1L << 30);
    }
    assertInstanceOf(Answer.TooLong.class, machine.ask(new Question.ReadFile(folder + "/huge")));
  }

  @Test
  void a_forbidden_file_is_denied() throws Exception {
    var secret = folder.resolve("secret");
    Files.writeString(secret, "x");
    assumeTrue(
        secret.toFile().setReadable(false) && !Files.isReadable(secret),
        "root may read everything");
    assertEquals(new Answer.Denied(), machine.ask(new Question.ReadFile(secret.toString())));
  }

  @Test
  void a_folder_is_listed_sorted() throws Exception {
    Files.createFile(folder.resolve("b"));
    Files.createDirectory(folder.resolve("a"));
    assertEquals(
        new Answer.Said(0, "a\nb"), machine.ask(new Question.ListFolder(folder.toString())));
  }

  @Test
  void a_link_says_where_it_points() throws Exception {
    Files.createSymbolicLink(folder.resolve("l"), Path.of("../run/stub"));
    assertEquals(
        new Answer.Said(0, "../run/stub"), machine.ask(new Question.ReadLink(folder + "/l")));
    Files.createFile(folder.resolve("f"));
    assertInstanceOf(Answer.Failed.class, machine.ask(new Question.ReadLink(folder + "/f")));
  }

  @Test
  void oshi_names_this_device() {
    var said =
        assertInstanceOf(
            Answer.Said.class, machine.ask(new Question.Native(Question.Native.Subject.DEVICE)));
    assertTrue(said.text().lines().anyMatch(line -> line.matches("name=\\S.*")), said.text());
    assertTrue(said.text().lines().anyMatch(line -> line.matches("arch=\\S.*")), said.text());
  }

  @Test
  void a_name_from_outside_cannot_lead_out_of_its_folder() {
    var list = new Question.ListFolder("/var/lib/apt/lists");
    for (String name : List.of("..", ".", "", "a/b", "../x", "a\nb", "a\\b")) {
      assertThrows(IllegalArgumentException.class, () -> list.file(name), name);
    }
    assertThrows(IllegalArgumentException.class, () -> new Question.ReadFile("relative"));
    assertThrows(IllegalArgumentException.class, () -> new Question.ReadFile("/a/../b"));
  }

  @Test
  void a_link_name_cannot_be_an_option_or_a_path() {
    for (String name : List.of("-a", "", "a b", "../x", "a;b", "sixteencharacters", "{link}")) {
      assertTrue(LinkName.of(name).isEmpty(), name);
    }
    assertEquals(
        "iw dev wlan0 link",
        Run.of("iw", "dev", Run.LINK, "link").on(new LinkName("wlan0")).text().substring(2));
  }
}

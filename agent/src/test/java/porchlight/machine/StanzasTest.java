package porchlight.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StanzasTest {
  private static final String TEXT =
      """
      Package: a
      Version: 1
      Description: x
       Version: not a field
      Depends: y

      PACKAGE: b
      version: 2

      Other: nothing of it

      Package: c
      Version: 3
      """;
  private static final List<String> FIELDS = List.of("Package", "Version");

  @TempDir Path folder = Path.of("");

  private Answer ask(byte[] bytes, String name, Optional<String> among) throws Exception {
    Path file = folder.resolve(name);
    Files.write(file, bytes);
    return new LocalMachine().ask(new Question.ReadStanzas(file.toString(), FIELDS, among));
  }

  private String text(String text) throws Exception {
    var answer = ask(text.getBytes(StandardCharsets.UTF_8), "list", Optional.empty());
    return ((Answer.Said) answer).text();
  }

  @Test
  void only_wanted_fields_are_answered_and_the_length_of_the_file() throws Exception {
    assertEquals(
        """
        Package: a
        Version: 1

        Package: b
        Version: 2

        Package: c
        Version: 3
        # bytes 120 unfinished
        """
            .replace("120", String.valueOf(TEXT.length())),
        text(TEXT));
    assertEquals("# bytes 0\n", text(""));
    assertEquals("Package: a\n\n# bytes 12\n", text("Package: a\n\n"));
    assertEquals("Package: a\n\n# bytes 15 unfinished\n", text("Package: a\n\nPac"));
  }

  @Test
  void a_packed_file_is_answered_like_a_plain_one() throws Exception {
    var packed = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(packed)) {
      zip.write(TEXT.getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(
        new Answer.Said(0, text(TEXT)), ask(packed.toByteArray(), "list.gz", Optional.empty()));
    byte[] cut = java.util.Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
    assertInstanceOf(Answer.Failed.class, ask(cut, "list.gz", Optional.empty()));
  }

  @Test
  void only_packages_of_another_file_are_answered() throws Exception {
    Path other = folder.resolve("other");
    Files.writeString(other, "Package: b\n\nPackage: x\n");
    var answer = ask(TEXT.getBytes(StandardCharsets.UTF_8), "list", Optional.of(other.toString()));
    assertEquals(
        "Package: b\nVersion: 2\n\n# bytes " + TEXT.length() + " unfinished\n",
        ((Answer.Said) answer).text());
    Files.delete(other);
    assertEquals(
        new Answer.Missing(),
        ask(TEXT.getBytes(StandardCharsets.UTF_8), "list", Optional.of(other.toString())));
  }

  @Test
  void a_line_across_the_edge_of_a_buffer_is_whole() throws Exception {
    for (int length = (1 << 16) - 20; length < (1 << 16) + 2; length++) {
      String said = text("X: " + "y".repeat(length - 4) + "\nPackage: abc\n");
      assertEquals("Package: abc\n# bytes " + (length + 13) + " unfinished\n", said);
    }
  }

  @Test
  void a_wanted_line_that_is_too_long_fails_and_another_is_passed_over() throws Exception {
    assertTrue(text("X: " + "y".repeat(9 << 20) + "\nPackage: a\n").startsWith("Package: a\n"));
    var answer =
        ask(
            ("Package: " + "y".repeat(5000)).getBytes(StandardCharsets.UTF_8),
            "list",
            Optional.empty());
    assertInstanceOf(Answer.Failed.class, answer);
  }

  @Test
  void too_many_packages_are_too_long() throws Exception {
    byte[] many = "Package: a\n\n".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
    assertInstanceOf(Answer.TooLong.class, ask(many, "list", Optional.empty()));
  }

  @Test
  void only_lists_of_apts_own_are_given_to_apts_helper() {
    assertTrue(AptFile.isOne("/var/lib/apt/lists/deb.debian.org_dists_x_main_Packages.lz4"));
    for (String other :
        List.of(
            "/var/lib/apt/lists/partial/x_Packages.lz4",
            "/var/lib/apt/lists/../x.lz4",
            "/var/lib/apt/lists/x_Packages",
            "/var/lib/apt/lists/-x y.lz4",
            "/tmp/x_Packages.lz4")) {
      assertFalse(AptFile.isOne(other), other);
    }
  }

  @Test
  void a_packed_list_that_is_not_there_is_missing() {
    assertEquals(
        new Answer.Missing(),
        new LocalMachine()
            .ask(new Question.ReadStanzas("/var/lib/apt/lists/none_Packages.lz4", FIELDS)));
  }

  @Test
  void a_packed_list_of_this_machine_is_read_whole() throws Exception {
    assumeTrue(SystemFolders.find("apt-helper").isPresent(), "no apt-helper here");
    Path lists = Path.of("/var/lib/apt/lists");
    assumeTrue(Files.isDirectory(lists), "no lists here");
    Optional<Path> list;
    try (var files = Files.list(lists)) {
      list =
          files
              .filter(file -> file.toString().endsWith("-updates_main_binary-amd64_Packages.lz4"))
              .findFirst();
    }
    assumeTrue(list.isPresent(), "no packed list here");
    var answer = new LocalMachine().ask(new Question.ReadStanzas(list.get().toString(), FIELDS));
    assertTrue(((Answer.Said) answer).text().matches("(?s).*\n\n# bytes [1-9][0-9]+\n"));
  }

  @Test
  void a_recording_keeps_a_version_that_looks_like_an_address() {
    String said = "Package: a\nVersion: 8.34.1.1\n# bytes 1 unfinished\n";
    var recording = new Recording(question -> new Answer.Said(0, said));
    recording.ask(new Question.ReadStanzas("/var/lib/dpkg/status", FIELDS));
    assertEquals(
        new Answer.Said(0, said), recording.redacted(address -> false, true).getFirst().answer());
  }
}

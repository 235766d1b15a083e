package porchlight.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.machine.Question.ReadStart;

class StartOfAFileTest {
  @TempDir Path folder = Path.of("");

  private Answer ask(String name) {
    return new LocalMachine().ask(new ReadStart(folder.toString(), name, 16));
  }

  @Test
  void only_the_first_bytes_of_a_large_file_are_read() throws Exception {
    try (var file = new RandomAccessFile(folder.resolve("large").toFile(), "rw")) {
      file.write("ClamAV-VDB:22 Nov 2026".getBytes(StandardCharsets.US_ASCII));
      file.setLength(4L << 30); // more than could be read, and nothing on the disk
    }
    assertEquals(new Answer.Said(0, "ClamAV-VDB:22 No"), ask("large"));
  }

  @Test
  void a_short_file_is_told_whole_and_what_is_no_text_does_no_harm() throws Exception {
    Files.writeString(folder.resolve("short"), "ab");
    assertEquals(new Answer.Said(0, "ab"), ask("short"));
    Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, 0, 27, '\r', '\n', 'a'});
    Answer binary = ask("binary");
    assertEquals(new Answer.Said(0, "\uFFFD\u0000\u001b\r\na"), binary);
    var question = new ReadStart(folder.toString(), "binary", 16);
    var told =
        new Recorded(
            "", Instant.EPOCH, "linux", List.of(new Recorded.Exchange(question.text(), binary)));
    Recorded again = TranscriptText.read(TranscriptText.write(told));
    assertEquals(binary, new Transcript(again).ask(question));
  }

  @Test
  void a_link_a_folder_and_a_pipe_are_not_read() throws Exception {
    Files.writeString(folder.resolve("secret"), "root only");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("secret"));
    assertInstanceOf(Answer.Failed.class, ask("link"));
    Files.createDirectory(folder.resolve("below"));
    assertInstanceOf(Answer.Failed.class, ask("below"));
    var made = new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start();
    assumeTrue(made.waitFor(5, TimeUnit.SECONDS) && made.exitValue() == 0, "no mkfifo here");
    assertInstanceOf(Answer.Failed.class, ask("pipe"));
  }

  @Test
  void what_is_not_there_is_missing() {
    assertEquals(new Answer.Missing(), ask("nothing"));
    assertEquals(
        new Answer.Missing(), new LocalMachine().ask(new ReadStart("/no/such/folder", "a", 1)));
  }

  @Test
  void only_a_few_bytes_can_be_asked_for_and_nothing_above_the_folder() {
    for (int bytes : new int[] {0, -1, 4097, Integer.MAX_VALUE}) {
      assertThrows(IllegalArgumentException.class, () -> new ReadStart("/var", "a", bytes));
    }
    assertThrows(IllegalArgumentException.class, () -> new ReadStart("/var", "../etc/shadow", 1));
    assertTrue(new ReadStart("/var", "a/b", 9).text().endsWith("? start /var a/b 9"));
  }
}

package porchlight.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.machine.Question.Processes;

/** The names of processes, from a folder laid out as proc(5) says. */
class ProcessNamesTest {
  private static final List<String> NAMES = List.of("xrdp", "x11vnc", "Xvnc");

  @TempDir Path proc = Path.of("");

  private void process(String number, String comm) throws IOException {
    Files.createDirectories(proc.resolve(number));
    Files.writeString(proc.resolve(number).resolve("comm"), comm, StandardCharsets.ISO_8859_1);
  }

  private String told() throws IOException {
    return ((Answer.Said) ProcessNames.among(proc, NAMES)).text();
  }

  @Test
  void only_names_that_were_asked_for_are_told_and_each_once() throws IOException {
    process("1", "systemd\n");
    process("40", "xrdp\n");
    process("41", "xrdp\n");
    process("42", "Xvnc\n");
    process("43", "Xvnc of ann\n");
    process("44", "");
    process("45", "\u00ff\u0000\n");
    process("self", "x11vnc\n");
    Files.createDirectories(proc.resolve("46")); // it has just ended
    assertEquals("Xvnc\nxrdp\n# seen 7 hidden 0\n", told());
  }

  @Test
  void a_name_with_a_line_in_it_is_no_other_name() throws IOException {
    process("1", "x\nxrdp\n");
    process("2", "xrdp\n\n");
    assertEquals("# seen 2 hidden 0\n", told());
  }

  @Test
  void one_that_cannot_be_read_is_hidden() throws IOException {
    process("1", "systemd\n");
    process("2", "xrdp\n");
    Files.createDirectories(proc.resolve("3/comm"));
    assertEquals("xrdp\n# seen 2 hidden 1\n", told());
  }

  @Test
  void where_the_first_process_is_hidden_others_are_too() throws IOException {
    process("4242", "bash\n");
    assertEquals("# seen 1 hidden 1\n", told());
  }

  @Test
  void a_system_without_such_a_folder_has_no_answer() {
    assertThrows(NoSuchFileException.class, () -> ProcessNames.among(proc.resolve("none"), NAMES));
  }

  @Test
  void a_recording_holds_the_same_question_whatever_networks_are_called() {
    var question = new Processes(NAMES);
    var scan = Run.of("iw", "dev").hiding("ssid (.+)");
    var recording =
        new Recording(asked ->
            new Answer.Said(
                0, asked.equals(question) ? "xrdp\n# seen 9 hidden 0\n" : "ssid xrdp\n"));
    recording.ask(scan);
    recording.ask(question);
    var told = new java.util.HashMap<String, Answer>();
    recording
        .redacted(address -> false, true)
        .forEach(one -> told.put(one.question(), one.answer()));
    assertEquals(new Answer.Said(0, "xrdp\n# seen 9 hidden 0\n"), told.get(question.text()));
  }

  @Test
  void where_there_is_no_proc_java_tells_the_names() throws IOException {
    var all = ProcessHandle.allProcesses();
    String ours =
        Path.of(ProcessHandle.current().info().command().orElseThrow()).toFile().getName();
    String text = ((Answer.Said) ProcessNames.told(List.of(ours, "x11vnc"), all)).text();
    assertTrue(text.startsWith(ours + "\n# seen "), text);
  }
}

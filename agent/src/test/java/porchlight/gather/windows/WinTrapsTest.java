package porchlight.gather.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reason;
import porchlight.gather.Readings;
import porchlight.gather.Traps;
import porchlight.machine.Answer;
import porchlight.machine.ReadRegistry;
import porchlight.machine.ReadWmi;
import porchlight.machine.TranscriptText;

/** Every row of docs/windows-traps.md names tests that there are, and some of them are here. */
class WinTrapsTest {
  private static final Path PAGE = Path.of("../docs/windows-traps.md");
  private static final Path LIST = Path.of("src/main/resources/porchlight/commands/windows.txt");

  /** What misleads, changes something, or tells more of people than is needed. */
  private static final List<String> NEVER =
      List.of(
          " ProductName",
          ",ProductName",
          "Win32_Product ",
          "QuickFixEngineering",
          "PendingFileRename",
          "powershell",
          "cmd.exe",
          "wmic",
          "reg.exe",
          "w32tm",
          "\\Uninstall",
          "key=clear",
          " set ",
          " add ",
          " delete ",
          "DefaultPassword ",
          "DefaultPassword,");

  private static List<String> asked() throws IOException {
    return Traps.asked(LIST, 60);
  }

  @Test
  void every_trap_has_a_test_that_is_there() throws IOException {
    Traps.each_has_a_test(PAGE, 40);
  }

  @Test
  void nothing_that_lies_or_changes_anything_is_on_the_list() throws IOException {
    Traps.none_has(asked(), NEVER);
  }

  @Test
  void updates_are_never_looked_for() throws IOException {
    assertTrue(asked().contains("? native update-search"));
    assertTrue(asked().stream().noneMatch(one -> one.contains("usoclient")));
  }

  @Test
  void an_answer_that_does_not_speak_of_the_key_is_not_an_absent_key() {
    var question = new ReadRegistry("HKLM\\SOFTWARE\\A", "N");
    for (String text :
        List.of(
            "[HKEY_LOCAL_MACHINE\\SOFTWARE\\B]\nabsent\n",
            "[HKEY_LOCAL_MACHINE\\SOFTWARE\\A\uFFFD]\n",
            "[HKEY_LOCAL_MACHINE\\SOFTWARE\\A]\n\"N\u202E\"=dword:00000001\n")) {
      assertEquals(
          Reason.NOT_UNDERSTOOD,
          Readings.why(
              Registry.read(question, new Answer.Said(0, text))
                  .flatMap(registry -> registry.number(question.key(), "N"))));
    }
  }

  @Test
  void a_query_that_failed_is_no_empty_list() {
    var question = new ReadWmi("ROOT\\CIMV2", "Win32_ComputerSystem", List.of("Domain"));
    for (Answer answer :
        List.of(
            new Answer.Missing(),
            new Answer.Denied(),
            new Answer.TimedOut(),
            new Answer.Failed("0x80041017"),
            new Answer.Said(1, ""))) {
      Readings.why(Wmi.read(question, answer));
    }
  }

  @Test
  void no_transcript_of_a_composed_machine_names_a_person_s_number() {
    for (String name : WinMachines.ALL.keySet()) {
      // Our own words for the guest of any machine name nobody.
      String text = TranscriptText.write(WinMachines.of(name)).replace("'S-1-5-21-%-501'", "");
      assertFalse(text.contains("S-1-5-21-"), name);
      assertFalse(text.contains("S-1-12-1-"), name);
    }
  }
}

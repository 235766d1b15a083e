package porchlight.machine.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.machine.InstalledPrograms;

class InstalledNamesTest {
  private static List<String> found(String... names) {
    return InstalledNames.found(
        List.of("AnyDesk*", "NoMachine", "VNC Server*"),
        List.of(names).stream().map(Optional::of).toList());
  }

  @Test
  void only_what_was_asked_for_is_told_and_in_the_words_that_asked() {
    assertEquals(List.of("AnyDesk*"), found("Jane's Diary 3", "anydesk ad_msi", "AnyDesk", ""));
    assertEquals(List.of("NoMachine"), found("NOMACHINE", "NoMachine Viewer"));
    assertEquals(List.of(), found("My AnyDesk", "VNC"));
    assertEquals(List.of(), InstalledNames.found(List.of("A*"), List.of(Optional.empty())));
  }

  @Test
  void a_question_names_programs() {
    assertEquals("? installed AnyDesk*,X", new InstalledPrograms(List.of("AnyDesk*", "X")).text());
    for (String odd : List.of("", "*", "a,b", "a*b", "a\nb")) {
      assertThrows(IllegalArgumentException.class, () -> new InstalledPrograms(List.of(odd)), odd);
    }
  }
}

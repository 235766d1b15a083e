package porchlight.gather.linux.patches;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.gather.linux.Scripted;
import porchlight.machine.Answer;

class BesideTest {
  private final Scripted machine = new Scripted();

  @Test
  void what_is_not_there_is_not_told() {
    assertEquals(List.of(), Beside.of(machine));
    machine.says(Beside.FLATPAK, "").says(Beside.SNAP, "README\nbin/\n");
    assertEquals(List.of(), Beside.of(machine));
  }

  @Test
  void applications_and_snaps_are_counted() {
    machine.says(Beside.FLATPAK, "org.gimp.GIMP/\norg.mozilla.firefox/\n");
    machine.says(Beside.SNAP, "README\nbin/\ncore22/\nfirefox/\nsnapd/\n");
    assertEquals(List.of("2 Flatpak applications", "3 snaps"), Beside.of(machine));
  }

  @Test
  void snaps_may_lie_elsewhere() {
    machine.says(Beside.SNAP_ELSEWHERE, "bin/\nhello/\n");
    assertEquals(List.of("1 snap"), Beside.of(machine));
  }

  @Test
  void what_is_denied_is_still_told_and_an_error_claims_nothing() {
    machine.answers(Beside.FLATPAK, new Answer.Denied());
    machine.answers(Beside.SNAP, new Answer.Failed("Input/output error"));
    assertEquals(List.of("Flatpak applications, which could not be counted"), Beside.of(machine));
  }
}

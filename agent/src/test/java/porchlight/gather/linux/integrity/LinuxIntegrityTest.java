package porchlight.gather.linux.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static porchlight.gather.Readings.known;
import static porchlight.gather.Readings.why;

import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Integrity.State;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.TrustedRoots.Root;
import porchlight.gather.linux.Told;
import porchlight.machine.Answer;
import porchlight.machine.LocalMachine;

/** Secure Boot, and the authorities that were added. */
class LinuxIntegrityTest {
  private static final String ON = "\u0006\u0000\u0000\u0000\u0001";
  private static final String OFF = "\u0006\u0000\u0000\u0000\u0000";

  private static Reading<State> state(Told machine) {
    return known(LinuxIntegrity.read(machine)).guards().getFirst().state();
  }

  private static Told uefi(String secureBoot) {
    return new Told()
        .says(LinuxIntegrity.FIRMWARE, "acpi\nefi\nmemmap")
        .says(LinuxIntegrity.SECURE_BOOT, secureBoot);
  }

  @Test
  void secure_boot_is_the_fifth_byte() {
    assertEquals(State.ON, known(state(uefi(ON))));
    assertEquals(State.OFF, known(state(uefi(OFF))));
  }

  @Test
  void a_shim_that_looks_at_no_signatures_undoes_a_part() {
    assertEquals(State.PARTLY, known(state(uefi(ON).says(LinuxIntegrity.SHIM, ON))));
    assertEquals(State.ON, known(state(uefi(ON).says(LinuxIntegrity.SHIM, OFF))));
    assertEquals(
        Reason.NEEDS_PRIVILEGE,
        why(state(uefi(ON).says(LinuxIntegrity.SHIM, new Answer.Denied()))));
  }

  @Test
  void a_start_without_uefi_is_off_and_a_container_sees_nothing() {
    assertEquals(State.OFF, known(state(new Told().says(LinuxIntegrity.FIRMWARE, "acpi\nmemmap"))));
    assertEquals(Reason.NOT_SUPPORTED, why(state(new Told().says(LinuxIntegrity.FIRMWARE, ""))));
    assertEquals(Reason.TOOL_MISSING, why(state(new Told())));
  }

  @Test
  void bytes_that_are_not_understood_are_neither_on_nor_off() {
    for (String odd : List.of("", "\u0001", ON + ON, "\u0006\u0000\u0000\u0000\u0002", "00001")) {
      assertEquals(Reason.NOT_UNDERSTOOD, why(state(uefi(odd))), odd);
    }
  }

  @Test
  void what_is_denied_says_so() {
    var machine =
        new Told()
            .says(LinuxIntegrity.FIRMWARE, "efi")
            .says(LinuxIntegrity.SECURE_BOOT, new Answer.Denied());
    assertEquals(Reason.NEEDS_PRIVILEGE, why(state(machine)));
    assertEquals(
        Reason.NEEDS_PRIVILEGE,
        known(
                LinuxTrustedRoots.read(
                    new Told().says(LinuxTrustedRoots.DEBIAN, new Answer.Denied())))
            .unseen()
            .orElseThrow()
            .reason());
  }

  @Test
  void authorities_are_the_files_of_their_folders() {
    var machine =
        new Told()
            .says(LinuxTrustedRoots.DEBIAN, "README\ncorp\nlocal.crt")
            .says(LinuxTrustedRoots.DEBIAN.folder("corp"), "root.crt\nroot.pem")
            .says(LinuxTrustedRoots.OTHERS.getFirst(), "any-name");
    assertEquals(
        List.of(
            new Root("root.crt", LinuxTrustedRoots.DEBIAN.path()),
            new Root("local.crt", LinuxTrustedRoots.DEBIAN.path()),
            new Root("any-name", LinuxTrustedRoots.OTHERS.getFirst().path())),
        known(LinuxTrustedRoots.read(machine)).added());
    var empty = known(LinuxTrustedRoots.read(new Told().says(LinuxTrustedRoots.DEBIAN, "")));
    assertEquals(List.of(), empty.added());
  }

  @Test
  void folders_that_go_deeper_than_we_look_are_told() {
    var a = LinuxTrustedRoots.DEBIAN.folder("a");
    var machine =
        new Told().says(LinuxTrustedRoots.DEBIAN, "a").says(a, "b").says(a.folder("b"), "c");
    assertEquals(
        Reason.NOT_SUPPORTED,
        known(LinuxTrustedRoots.read(machine)).unseen().orElseThrow().reason());
  }

  @Test
  void where_the_folders_are_missing_nothing_is_known() {
    assertEquals(Reason.NOT_SUPPORTED, why(LinuxTrustedRoots.read(new Told())));
  }

  @Test
  void this_machine_answers_without_a_fault() {
    var here = new LocalMachine();
    if (System.getProperty("os.name", "").equals("Linux")) {
      assertEquals(1, known(LinuxIntegrity.read(here)).guards().size());
      LinuxTrustedRoots.read(here);
    }
  }
}

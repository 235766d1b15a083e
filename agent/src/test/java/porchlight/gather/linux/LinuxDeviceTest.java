package porchlight.gather.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import porchlight.facts.Device;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.machine.Answer;

class LinuxDeviceTest {
  private static final String OS =
      """
      NAME="Debian GNU/Linux"
      VERSION="12 (bookworm)"
      VERSION_ID=12
      ID=debian
      """;

  private static String answer(String manufacturer, String model) {
    return """
    name=nb7
    family=Debian GNU/Linux
    version=12
    codename=bookworm
    arch=amd64
    manufacturer=%s
    model=%s
    """
        .formatted(manufacturer, model);
  }

  private static Device device(String manufacturer, String model) {
    var machine =
        new Scripted()
            .says(LinuxDevice.NATIVE, answer(manufacturer, model))
            .says(OsRelease.ETC, OS);
    return ((Reading.Known<Device>) LinuxDevice.read(machine)).value();
  }

  @Test
  void a_laptop_is_named_by_its_maker_and_model() {
    assertEquals(
        new Device(
            "nb7", "linux", "Debian GNU/Linux", "12 (bookworm)", "amd64", "Dell Inc. XPS 13"),
        device("Dell Inc.", "XPS 13"));
    assertEquals("HP EliteBook 840", device("HP", "HP EliteBook 840").model());
  }

  @Test
  void a_name_in_the_version_is_shown_and_a_revision_is_not() {
    assertEquals(
        "LENOVO 20QES01L00 (ThinkPad X1 Carbon 7th)",
        device("LENOVO", "20QES01L00 (version: ThinkPad X1 Carbon 7th)").model());
    assertEquals("QEMU pc", device("QEMU", "pc (version: 1.0)").model());
    assertEquals("Acme T1", device("Acme", "T1 (version: Not Specified)").model());
  }

  @Test
  void what_the_maker_did_not_fill_in_is_empty() {
    assertEquals("", device("unknown", "unknown").model());
    assertEquals("", device("To Be Filled By O.E.M.", "To be filled by O.E.M.").model());
    assertEquals("", device("System manufacturer", "System Product Name").model());
    assertEquals(
        "", device("System manufacturer", "System Product Name (version: System Version)").model());
    assertEquals("ASUS", device("ASUS", "Default string").model());
  }

  @Test
  void without_os_release_the_native_answer_names_the_system() {
    var machine =
        new Scripted().says(LinuxDevice.NATIVE, "name=a\nfamily=Arch Linux\narch=aarch64");
    assertEquals(
        Reading.known(new Device("a", "linux", "Arch Linux", "", "aarch64", "")),
        LinuxDevice.read(machine));
  }

  @Test
  void missing_denied_and_not_understood_are_told_apart() {
    assertEquals(Reason.TOOL_MISSING, reason(new Answer.Missing()));
    assertEquals(Reason.NEEDS_PRIVILEGE, reason(new Answer.Denied()));
    assertEquals(Reason.NOT_UNDERSTOOD, reason(new Answer.Said(0, "nothing here")));
    assertEquals(Reason.NOT_UNDERSTOOD, reason(new Answer.Said(0, "arch=a\narch=b")));
    assertEquals(Reason.NOT_UNDERSTOOD, reason(new Answer.Said(0, "name=x")));
  }

  private static Reason reason(Answer answer) {
    var machine = new Scripted().answers(LinuxDevice.NATIVE, answer);
    return ((Reading.Unknown<Device>) LinuxDevice.read(machine)).reason();
  }
}

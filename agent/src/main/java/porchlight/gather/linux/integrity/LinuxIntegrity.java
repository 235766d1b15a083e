package porchlight.gather.linux.integrity;

import java.util.List;
import porchlight.facts.Integrity;
import porchlight.facts.Integrity.Guard;
import porchlight.facts.Integrity.Kind;
import porchlight.facts.Integrity.State;
import porchlight.facts.Management;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Sharing;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;
import porchlight.machine.Question.ReadFile;

/**
 * Secure Boot, as the firmware's variables say: four bytes about the variable and one that is its
 * value. Where the loader "shim" was told to look at no signatures, it is on and does nothing.
 */
public final class LinuxIntegrity {
  static final ListFolder FIRMWARE = new ListFolder("/sys/firmware");
  static final ReadFile SECURE_BOOT =
      new ReadFile("/sys/firmware/efi/efivars/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c");
  static final ReadFile SHIM =
      new ReadFile("/sys/firmware/efi/efivars/MokSBStateRT-605dab50-e046-4300-abb6-3dd810dd8b23");

  private static final int VALUE = 4;

  private LinuxIntegrity() {}

  public static Reading<Integrity> read(Machine machine) {
    return Reading.known(
        new Integrity(
            List.of(
                new Guard(
                    Kind.SECURE_BOOT,
                    Answers.read(
                        FIRMWARE, machine.ask(FIRMWARE), said -> state(machine, said.text()))))));
  }

  /** A container sees nothing of the firmware, which says nothing of it. */
  private static Reading<State> state(Machine machine, String listed) {
    List<String> names = listed.lines().toList();
    if (!names.contains("efi")) {
      return names.contains("acpi") || names.contains("devicetree")
          ? Reading.known(State.OFF) // not started by UEFI
          : Reading.unknown(Reason.NOT_SUPPORTED, "the firmware is not told of here");
    }
    return truth(SECURE_BOOT, machine.ask(SECURE_BOOT))
        .flatMap(on -> on ? shim(machine.ask(SHIM)) : Reading.known(State.OFF));
  }

  private static Reading<State> shim(Answer answer) {
    return answer instanceof Answer.Missing
        ? Reading.known(State.ON)
        : truth(SHIM, answer).map(off -> off ? State.PARTLY : State.ON);
  }

  private static Reading<Boolean> truth(ReadFile file, Answer answer) {
    return Answers.read(
        file,
        answer,
        said -> {
          String bytes = said.text();
          int value = bytes.length() == VALUE + 1 ? bytes.charAt(VALUE) : -1;
          return value == 0 || value == 1
              ? Reading.known(value == 1)
              : Answers.notUnderstood(file, bytes.length() + " bytes");
        });
  }

  /** Of what servers can do to a Linux laptop nothing is a thing of the system's own. */
  public static Reading<Management> management() {
    return Reading.known(
        new Management.DoesNotApply("Linux itself knows no enrolment of that kind"));
  }

  /** A shared connection cannot be told soundly; what is served otherwise listens at a port. */
  public static Reading<Sharing> sharing() {
    return Reading.unknown(
        Reason.NOT_SUPPORTED, "what is offered beside services that listen is not read on Linux");
  }
}

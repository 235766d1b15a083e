package porchlight.gather.macos.integrity;

import java.util.List;
import porchlight.facts.Integrity;
import porchlight.facts.Integrity.Guard;
import porchlight.facts.Integrity.Kind;
import porchlight.facts.Reading;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/** The guards of a Mac; every user may ask for each. */
public final class MacIntegrity {
  /** All that may be asked. */
  public static final List<Question> QUESTIONS =
      List.of(Csrutil.STATUS, Spctl.STATUS, BootPolicy.PROFILE);

  private MacIntegrity() {}

  public static Reading<Integrity> read(Machine machine) {
    return Reading.known(
        new Integrity(
            List.of(
                new Guard(Kind.SYSTEM_FILES, Csrutil.read(machine.ask(Csrutil.STATUS))),
                new Guard(Kind.PROGRAMS, Spctl.read(machine.ask(Spctl.STATUS))),
                new Guard(Kind.SECURE_BOOT, BootPolicy.read(machine.ask(BootPolicy.PROFILE))))));
  }
}

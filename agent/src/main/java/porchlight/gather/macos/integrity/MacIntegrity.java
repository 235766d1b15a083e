package porchlight.gather.macos.integrity;

import java.util.List;
import java.util.Optional;
import porchlight.facts.Integrity;
import porchlight.facts.Integrity.Guard;
import porchlight.facts.Integrity.Kind;
import porchlight.facts.Integrity.State;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.facts.Unseen;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/** The guards of a Mac; every user may ask for each. */
public final class MacIntegrity {
  /** All that may be asked. */
  public static final List<Question> QUESTIONS =
      List.of(Csrutil.STATUS, SystemSeal.STATUS, Spctl.STATUS, BootPolicy.PROFILE);

  private MacIntegrity() {}

  public static Reading<Integrity> read(Machine machine) {
    return Reading.known(
        new Integrity(
            List.of(
                systemFiles(
                    Csrutil.read(machine.ask(Csrutil.STATUS)), machine.ask(SystemSeal.STATUS)),
                new Guard(Kind.PROGRAMS, Spctl.read(machine.ask(Spctl.STATUS))),
                new Guard(Kind.SECURE_BOOT, BootPolicy.read(machine.ask(BootPolicy.PROFILE))))));
  }

  /**
   * Without the seal the system's files are not kept, whatever protects them otherwise. Where this
   * was never asked, as in older recordings, or there is no seal, the protection alone decides.
   */
  static Guard systemFiles(Reading<State> protection, Answer seal) {
    return switch (SystemSeal.read(seal)) {
      case Known<Boolean>(var sealed) ->
          new Guard(
              Kind.SYSTEM_FILES,
              sealed || protection.equals(Reading.known(State.OFF))
                  ? protection
                  : Reading.known(State.PARTLY));
      case Unknown<Boolean>(var reason, var detail) -> {
        boolean asked = !(seal instanceof Answer.Missing) && reason != Reason.NOT_SUPPORTED;
        yield new Guard(
            Kind.SYSTEM_FILES,
            asked && protection.equals(Reading.known(State.ON))
                ? Reading.unknown(reason, detail)
                : protection,
            Optional.of(new Unseen(reason, "the signed system volume: " + detail)));
      }
    };
  }
}

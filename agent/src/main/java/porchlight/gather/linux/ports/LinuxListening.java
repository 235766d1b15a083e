package porchlight.gather.linux.ports;

import java.util.List;
import porchlight.facts.Listening;
import porchlight.facts.Reading;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/** The listening sockets of a Linux machine: {@code ss}, or the kernel's own tables. */
public final class LinuxListening {
  /** All that may be asked. */
  public static final List<Question> QUESTIONS =
      List.of(Ss.LISTENING, ProcNet.TCP, ProcNet.UDP, ProcNet.TCP6, ProcNet.UDP6);

  private LinuxListening() {}

  public static Reading<Listening> read(Machine machine) {
    return Ss.listening(machine.ask(Ss.LISTENING)).or(() -> ProcNet.listening(machine));
  }
}

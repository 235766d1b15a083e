package porchlight;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import porchlight.daemon.worker.AgentMemory;
import porchlight.facts.Lan;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Remembered;
import porchlight.facts.Reporting;
import porchlight.facts.Wifi;
import porchlight.gather.Memory;
import porchlight.gather.linux.LinuxIdentity;
import porchlight.json.Counted;
import porchlight.json.Refused;
import porchlight.machine.LocalMachine;

/** What the agent of this laptop remembers, for a person who asks. */
final class OwnMemory implements Memory {
  @Override
  public Reading<Remembered> of(Reading<Lan> lan, Reading<Wifi> wifi) {
    return from(memory -> memory.of(lan, wifi));
  }

  @Override
  public Reading<Reporting> reporting() {
    return from(Memory::reporting);
  }

  private static <T> Reading<T> from(Function<Memory, Reading<T>> ask) {
    try {
      var folder = Configuration.settings(Optional.empty()).stateFolder();
      return ask.apply(new AgentMemory(folder, OwnMemory::now, false));
    } catch (Refused unreadable) {
      return Reading.unknown(
          Reason.NEEDS_PRIVILEGE,
          "the agent's settings, which say where it remembers, cannot be read");
    }
  }

  private static Counted now() {
    var machine = new LocalMachine();
    return Counted.first(
        Clock.systemUTC().instant(), LinuxIdentity.boot(machine), LinuxIdentity.up(machine));
  }
}

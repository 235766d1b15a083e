package porchlight;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import porchlight.daemon.worker.AgentMemory;
import porchlight.daemon.worker.PlaceMemory;
import porchlight.facts.Lan;
import porchlight.facts.Lan.Attachment;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Remembered;
import porchlight.facts.Reporting;
import porchlight.facts.Wifi;
import porchlight.gather.Memory;
import porchlight.gather.linux.LinuxIdentity;
import porchlight.gather.place.Recalled;
import porchlight.json.Counted;
import porchlight.json.Refused;
import porchlight.json.Settings;
import porchlight.machine.LocalMachine;
import porchlight.policy.PlaceRules;

/**
 * What the agent of this laptop remembers, for a person who asks.
 *
 * @param asked what the policy that was asked for says of places
 */
record OwnMemory(PlaceRules asked) implements Memory {
  @Override
  public Recalled place(Attachment here, Reading<Wifi> wifi, Instant at) {
    try {
      Settings settings = Configuration.settings(Optional.empty());
      return PlaceMemory.in(settings.stateFolder(), rules(settings, asked)).place(here, wifi, at);
    } catch (Refused unreadable) {
      return Recalled.NOTHING;
    }
  }

  /** What the policy says that was asked for; where it says nothing, the one in force. */
  static PlaceRules rules(Settings settings, PlaceRules asked) {
    return asked.equals(PlaceRules.NONE) ? Configuration.policy(settings).policy().places() : asked;
  }

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

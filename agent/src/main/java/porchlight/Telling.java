package porchlight;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import porchlight.daemon.worker.AgentMemory;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Place;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reason;
import porchlight.facts.Seat;
import porchlight.gather.Gathering;
import porchlight.gather.linux.LinuxIdentity;
import porchlight.gather.linux.people.Seats;
import porchlight.json.CallTold;
import porchlight.json.Counted;
import porchlight.json.Settings;
import porchlight.machine.LocalMachine;
import porchlight.report.Here;

/** Reads what a signature tells of this laptop and of who sits before it. */
final class Telling {
  private Telling() {}

  static CallTold of(Settings settings, String account) {
    var machine = new LocalMachine();
    Facts facts = here(settings, machine, Clock.systemUTC());
    return new CallTold(account, seat(account, machine), Here.of(facts), since(facts));
  }

  private static Facts here(Settings settings, LocalMachine machine, Clock clock) {
    return new Gathering(EnumSet.of(Fact.PLACE), Gathering.USUAL_LIMIT, fact -> {})
        .gather(
            OperatingSystem.gatherer(OperatingSystem.here(), machine),
            clock.instant(),
            new AgentMemory(
                settings.stateFolder(),
                () ->
                    Counted.first(
                        clock.instant(), LinuxIdentity.boot(machine), LinuxIdentity.up(machine)),
                true,
                Configuration.policy(settings).policy().places()));
  }

  private static Optional<Instant> since(Facts facts) {
    return facts.place() instanceof Known<Place>(Place(var spots))
            && !spots.isEmpty()
            && spots.getFirst().met() instanceof Known<Optional<Place.Met>>(var met)
        ? met.map(Place.Met::first)
        : Optional.empty();
  }

  private static Reading<Seat> seat(String account, LocalMachine machine) {
    return OperatingSystem.here().equals("linux")
        ? Seats.of(account, machine)
        : Reading.unknown(Reason.NOT_SUPPORTED, "who sits here is not read on this system");
  }
}

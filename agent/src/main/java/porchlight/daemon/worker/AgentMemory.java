package porchlight.daemon.worker;

import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Supplier;
import porchlight.facts.Lan;
import porchlight.facts.Lan.Attachment;
import porchlight.facts.Reading;
import porchlight.facts.Remembered;
import porchlight.facts.Reporting;
import porchlight.facts.Wifi;
import porchlight.gather.Memory;
import porchlight.gather.place.Recalled;
import porchlight.json.Counted;
import porchlight.policy.PlaceRules;

/**
 * All that the agent's own folder remembers.
 *
 * @param now the time of now
 * @param agent whether the agent itself asks
 * @param rules what the policy says of places
 */
public record AgentMemory(Path stateFolder, Supplier<Counted> now, boolean agent, PlaceRules rules)
    implements Memory {

  /** Without what a policy says of places. */
  public AgentMemory(Path stateFolder, Supplier<Counted> now, boolean agent) {
    this(stateFolder, now, agent, PlaceRules.NONE);
  }

  @Override
  public Recalled place(Attachment here, Reading<Wifi> wifi, Instant at) {
    return PlaceMemory.in(stateFolder, rules).place(here, wifi, at);
  }

  @Override
  public Reading<Remembered> of(Reading<Lan> lan, Reading<Wifi> wifi) {
    return GatewayMemory.in(stateFolder).of(lan, wifi);
  }

  @Override
  public Reading<Reporting> reporting() {
    return ReportingMemory.in(stateFolder, now.get(), agent);
  }
}

package porchlight.daemon.worker;

import java.nio.file.Path;
import java.util.function.Supplier;
import porchlight.facts.Lan;
import porchlight.facts.Reading;
import porchlight.facts.Remembered;
import porchlight.facts.Reporting;
import porchlight.facts.Wifi;
import porchlight.gather.Memory;
import porchlight.json.Counted;

/**
 * All that the agent's own folder remembers.
 *
 * @param now the time of now
 * @param agent whether the agent itself asks
 */
public record AgentMemory(Path stateFolder, Supplier<Counted> now, boolean agent)
    implements Memory {

  @Override
  public Reading<Remembered> of(Reading<Lan> lan, Reading<Wifi> wifi) {
    return GatewayMemory.in(stateFolder).of(lan, wifi);
  }

  @Override
  public Reading<Reporting> reporting() {
    return ReportingMemory.in(stateFolder, now.get(), agent);
  }
}

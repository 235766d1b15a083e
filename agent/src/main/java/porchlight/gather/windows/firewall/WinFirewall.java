package porchlight.gather.windows.firewall;

import java.util.ArrayList;
import java.util.List;
import porchlight.facts.Firewall;
import porchlight.facts.Firewall.Side;
import porchlight.facts.Reading;
import porchlight.gather.windows.ports.Listeners;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/**
 * What strangers reach of a Windows laptop: by the profiles that are in force on the networks it is
 * in, of which the weakest decides, and the rules that are enabled for them.
 */
public final class WinFirewall {
  /** All that may be asked. */
  public static final List<Question> QUESTIONS = questions();

  private WinFirewall() {}

  private static List<Question> questions() {
    var all = new ArrayList<Question>(List.of(FwServices.SERVICES, FwCom.FIREWALL));
    all.addAll(FwPolicies.QUESTIONS);
    all.addAll(FwRegistry.QUESTIONS);
    all.addAll(OtherFirewalls.QUESTIONS);
    all.addAll(List.of(Categories.NETWORKS, Advfirewall.CURRENT, Advfirewall.ALL));
    all.addAll(Listeners.QUESTIONS);
    return List.copyOf(all);
  }

  public static Reading<Firewall> read(Machine machine) {
    Reading<Boolean> services = FwServices.run(machine);
    if (services.equals(Reading.known(false))) {
      Side side = FwEffect.off(OtherFirewalls.of(machine).whenOff());
      return Reading.known(new Firewall(side, side));
    }
    return own(machine, services)
        .or(() -> Advfirewall.read(machine))
        .map(state -> {
          var effect = new FwEffect(state, OtherFirewalls.of(machine), Listeners.read(machine));
          return new Firewall(effect.side(false), effect.side(true));
        });
  }

  /** Its own interface, or else the registry, which is in force only while the services run. */
  private static Reading<FwState> own(Machine machine, Reading<Boolean> services) {
    return FwCom.read(machine)
        .or(() -> services.flatMap(run -> FwRegistry.read(machine)))
        .flatMap(own -> FwPolicies.read(machine).flatMap(policies -> policies.over(own)))
        .map(state -> state.current() == 0 ? state.during(Categories.current(machine)) : state);
  }
}

package porchlight.gather.linux.firewall;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** From the rules that are loaded to the ports that are reached. Pure. */
final class Evaluator {
  /** Steps of rules for one kind of packet: about a second, a thousand times what is usual. */
  private static final int BUDGET = 1_500_000;

  private static final String ORDER = "the order of chains of the same priority";

  private Evaluator() {}

  /** What the strangers of one scene reach. */
  static Reach reach(Scene scene, List<Chain.Base> bases) {
    Map<Leg, List<Chain.Base>> chains = new EnumMap<>(Leg.class);
    Map<Leg, List<Chain.Base>> turned = new EnumMap<>(Leg.class);
    boolean tied = false;
    boolean atConntrack = false;
    for (Leg leg : Leg.values()) {
      List<Chain.Base> list = new ArrayList<>();
      for (Chain.Base base : bases) {
        if (leg.hooks().contains(base.hook()) && concerns(base, scene)) {
          list.add(base);
        }
      }
      var order = Comparator.comparing(Chain.Base::hook).thenComparingLong(Chain.Base::priority);
      var other = new ArrayList<>(list.reversed());
      list.sort(order);
      other.sort(order);
      chains.put(leg, list);
      turned.put(leg, other);
      tied |= !list.equals(other) && list.stream().anyMatch(Evaluator::changes);
      atConntrack |= list.stream().anyMatch(Evaluator::isAtConntrack);
    }
    // At the same priority the order is that of registration, which nobody prints.
    Reach reach = walk(scene, chains, atConntrack);
    return tied ? reach.either(walk(scene, turned, atConntrack), ORDER) : reach;
  }

  private static Reach walk(Scene scene, Map<Leg, List<Chain.Base>> chains, boolean atConntrack) {
    Reach reach = new Walk(scene, chains, false, BUDGET).run();
    return atConntrack ? reach.either(new Walk(scene, chains, true, BUDGET).run(), ORDER) : reach;
  }

  private static boolean isAtConntrack(Chain.Base base) {
    return base.priority() == Walk.CONNTRACK
        && switch (base.hook()) {
          case PREROUTING, OUTPUT -> true;
          case INGRESS, EGRESS, INPUT, FORWARD, POSTROUTING -> false;
        };
  }

  private static boolean concerns(Chain.Base base, Scene scene) {
    if (!(scene.v6() ? base.v6() : base.v4())) {
      return false;
    }
    return switch (base.hook()) {
      case INGRESS, EGRESS ->
          base.devices().stream()
              .anyMatch(
                  device -> !Words.name(device).and(Words.name(scene.link().name())).isEmpty());
      case PREROUTING, INPUT, FORWARD, OUTPUT, POSTROUTING -> true;
    };
  }

  private static boolean changes(Chain.Base base) {
    return changes(base.chain()) || base.others().values().stream().anyMatch(Evaluator::changes);
  }

  private static boolean changes(Chain chain) {
    return chain.rules().stream()
        .flatMap(List::stream)
        .anyMatch(step -> step instanceof Step.Change || step instanceof Step.Translate);
  }
}

package porchlight.gather.linux.firewall;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import porchlight.facts.Firewall.Protocol;

/**
 * Walks a stranger's packets through the rules, all of them at once: a condition parts them, each
 * part goes its own way, and what arrives (with the answer back, and the packet after it) is
 * reached.
 */
final class Walk {
  /** conntrack looks at a packet here; rules before it know nothing of connections. */
  static final long CONNTRACK = -200;

  private static final int DEEPEST = 400;
  private static final int DEEPEST_CALL = 64;

  private final Scene scene;
  private final Map<Leg, List<Chain.Base>> chains;
  private final long lastUntracked;
  private int budget;

  /**
   * Ready to walk.
   *
   * @param trackedFirst whether conntrack comes before rules at its own priority, rather than after
   */
  Walk(Scene scene, Map<Leg, List<Chain.Base>> chains, boolean trackedFirst, int budget) {
    this.scene = scene;
    this.chains = chains;
    this.lastUntracked = trackedFirst ? CONNTRACK - 1 : CONNTRACK;
    this.budget = budget;
  }

  /** The ports reached by a packet that has just arrived. */
  Reach run() {
    return follow(enter(Packets.first(scene), Leg.ARRIVES, 0), 0);
  }

  /** A place in the rules: a step of a rule of a chain, and where that chain was called from. */
  private record Place(
      Leg leg, int base, Chain chain, int rule, int step, @Nullable Place back, int calls) {
    Place nextRule() {
      return new Place(leg, base, chain, rule + 1, 0, back, calls);
    }

    Place nextStep() {
      return new Place(leg, base, chain, rule, step + 1, back, calls);
    }
  }

  /** A packet and where it is. */
  private record At(Packet packet, Place place) {}

  /** Follows one way; the others that branch off are followed on the spot and added at the end. */
  private Reach follow(Object start, int depth) {
    Deque<UnaryOperator<Reach>> rest = new ArrayDeque<>();
    Object now = start;
    while (now instanceof At(var packet, var place)) {
      if (--budget < 0 || depth > DEEPEST) {
        now = Reach.perhaps(ports(packet), "the rules are too many to follow");
      } else if (place.rule() >= place.chain().rules().size()) {
        now = place.back() == null ? policy(packet, place) : new At(packet, place.back());
      } else {
        List<Step> rule = place.chain().rules().get(place.rule());
        now =
            place.step() >= rule.size()
                ? new At(packet, place.nextRule())
                : step(packet, place, rule.get(place.step()), rest, depth);
      }
    }
    Reach end = (Reach) now;
    while (!rest.isEmpty()) {
      end = rest.pop().apply(end);
    }
    return end;
  }

  private Object step(
      Packet packet, Place place, Step step, Deque<UnaryOperator<Reach>> rest, int depth) {
    return switch (step) {
      case Step.Test(var condition) ->
          branch(Split.of(packet, condition), place.nextStep(), place.nextRule(), rest, depth);
      case Step.Change(var by) -> new At(by.apply(packet), place.nextStep());
      case Step.Translate(var address, var port) ->
          new At(Packets.translated(scene, packet, address, port), place.nextStep());
      case Step.Decide(var verdict) -> decide(packet, place, verdict);
      case Step.Lookup lookup -> look(packet, place, lookup, rest, depth);
    };
  }

  private Object branch(
      Split split, Place yes, Place no, Deque<UnaryOperator<Reach>> rest, int depth) {
    for (Packet rare : split.rareYes()) {
      Reach reach = from(rare, yes, depth + 1).doubted(split.what());
      rest.push(end -> end.or(reach));
    }
    for (Packet rare : split.rareNo()) {
      Reach reach = from(rare, no, depth + 1).doubted(split.what());
      rest.push(end -> end.or(reach));
    }
    if (split.yes().isEmpty() && split.no().isEmpty()) {
      return Reach.NONE;
    }
    if (split.world()) {
      Reach one = all(split.yes(), yes, depth);
      rest.push(end -> one.either(end, split.what()));
      return lastOf(split.no(), no, rest, depth);
    }
    if (split.no().isEmpty()) {
      return lastOf(split.yes(), yes, rest, depth);
    }
    if (!split.yes().isEmpty()) {
      Reach one = all(split.yes(), yes, depth);
      rest.push(one::or);
    }
    return lastOf(split.no(), no, rest, depth);
  }

  private Reach all(List<Packet> packets, Place place, int depth) {
    Reach sum = Reach.NONE;
    for (Packet packet : packets) {
      sum = sum.or(from(packet, place, depth + 1));
    }
    return sum;
  }

  /** All but the last are followed on the spot; the last is where we go on. */
  private Object lastOf(
      List<Packet> packets, Place place, Deque<UnaryOperator<Reach>> rest, int depth) {
    int last = packets.size() - 1;
    Reach sum = all(packets.subList(0, last), place, depth);
    rest.push(sum::or);
    return new At(packets.get(last), place);
  }

  private Object look(
      Packet packet, Place place, Step.Lookup lookup, Deque<UnaryOperator<Reach>> rest, int depth) {
    boolean world = false;
    for (Field field : lookup.fields()) {
      if (packet.get(field).isEmpty()) {
        return new At(packet, place.nextRule());
      }
      world |= packet.isHidden(field);
    }
    if (world || lookup.filled()) {
      String why = world ? "what a rule looks up" : "who is in a map that rules fill";
      return Reach.perhaps(ports(packet), why);
    }
    List<Packet> left = List.of(packet);
    for (Step.Entry entry : lookup.entries()) {
      var found = new ArrayList<Packet>();
      var others = new ArrayList<Packet>();
      for (Packet each : left) {
        Split.cut(each, lookup.fields(), entry.box(), found, others);
      }
      for (Packet each : found) {
        Reach reach = follow(decide(each, place, entry.verdict()), depth + 1);
        rest.push(reach::or);
      }
      left = others;
      if (left.isEmpty()) {
        return Reach.NONE;
      }
    }
    return lastOf(left, place.nextRule(), rest, depth);
  }

  private Reach from(Packet packet, Place place, int depth) {
    return follow(new At(packet, place), depth);
  }

  private Object decide(Packet packet, Place place, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Accept() -> enter(packet, place.leg(), place.base() + 1);
      case Verdict.Drop() -> Reach.NONE;
      case Verdict.Continue() -> new At(packet, place.nextRule());
      case Verdict.Return() ->
          place.back() == null ? policy(packet, place) : new At(packet, place.back());
      case Verdict.Jump(var name) -> call(packet, place, name, place.nextRule());
      case Verdict.Goto(var name) -> call(packet, place, name, place.back());
      case Verdict.Queue queue -> queue(packet, place, queue);
      case Verdict.Perhaps(var why) -> Reach.perhaps(ports(packet), why);
    };
  }

  private Object call(Packet packet, Place place, String name, @Nullable Place back) {
    Chain target = base(place).others().get(name);
    if (target == null || place.calls() > DEEPEST_CALL) {
      return Reach.perhaps(ports(packet), "a chain that is not there");
    }
    return new At(
        packet, new Place(place.leg(), place.base(), target, 0, 0, back, place.calls() + 1));
  }

  private Object queue(Packet packet, Place place, Verdict.Queue queue) {
    if (scene.listeners().isEmpty()
        || scene.listeners().get().stream()
            .anyMatch(number -> queue.first() <= number && number <= queue.last())) {
      return Reach.perhaps(ports(packet), "a program decides (queue)");
    }
    return queue.bypass() ? decide(packet, place, new Verdict.Accept()) : Reach.NONE;
  }

  private Object policy(Packet packet, Place place) {
    return decide(packet, place, base(place).policy());
  }

  private Chain.Base base(Place place) {
    return chains.getOrDefault(place.leg(), List.of()).get(place.base());
  }

  /** Into the base chain of that number, the ones after it, or the next leg. */
  private Object enter(Packet packet, Leg leg, int number) {
    List<Chain.Base> list = chains.getOrDefault(leg, List.of());
    Packet seen = packet;
    for (int i = number; i < list.size(); i++) {
      Chain.Base base = list.get(i);
      if (seen.tracking() == Packet.Tracking.NOT_YET
          && base.hook() != Chain.Hook.INGRESS
          && base.priority() > lastUntracked) {
        seen = seen.tracking(Packet.Tracking.TRACKED);
      }
      boolean skipped =
          base.nat()
              && (!leg.first() || seen.translated() || seen.tracking() != Packet.Tracking.TRACKED);
      if (!skipped) {
        return new At(seen, new Place(leg, i, base.chain(), 0, 0, null, 0));
      }
    }
    return after(seen, leg);
  }

  private Object after(Packet packet, Leg leg) {
    Packet seen =
        packet.tracking() == Packet.Tracking.NOT_YET
            ? packet.tracking(Packet.Tracking.TRACKED)
            : packet;
    boolean tcp = scene.protocol() == Protocol.TCP;
    return switch (leg) {
      case ARRIVES -> seen.elsewhere() ? passedOn(seen) : enter(seen, Leg.DELIVERED, 0);
      case DELIVERED -> enter(Packets.reply(scene, seen), Leg.ANSWERED, 0);
      case ANSWERED ->
          // Behind a translation the second packet is taken where the first one went.
          tcp && !seen.translated()
              ? enter(Packets.second(scene, seen), Leg.ARRIVES_AGAIN, 0)
              : Reach.sure(ports(seen));
      case ARRIVES_AGAIN -> enter(seen, Leg.DELIVERED_AGAIN, 0);
      case DELIVERED_AGAIN, PASSED_ON -> Reach.sure(ports(seen));
    };
  }

  private Object passedOn(Packet packet) {
    if (scene.forwards().isPresent()) {
      return scene.forwards().get() ? enter(packet, Leg.PASSED_ON, 0) : Reach.NONE;
    }
    return Reach.perhaps(ports(packet), "whether this laptop passes packets on");
  }

  /** The ports at which the stranger of this packet knocks, and the one that is reached by it. */
  private static Ranges ports(Packet packet) {
    Ranges here = packet.get(packet.reply() ? Field.SPORT : Field.DPORT);
    if (!packet.translated()) {
      return here;
    }
    Ranges knocked = packet.stored(Field.CT_DPORT);
    return packet.elsewhere() ? knocked : knocked.or(here);
  }
}

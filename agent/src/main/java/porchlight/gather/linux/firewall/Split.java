package porchlight.gather.linux.firewall;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The packets that meet a condition and those that do not.
 *
 * @param rareYes packets that would meet it, if it can come to that
 * @param rareNo packets that would not meet it, if it can come to that
 * @param world whether yes and no are two possible worlds (nobody knows which is ours) rather than
 *     two choices of the stranger
 * @param what the thing not known
 */
record Split(
    List<Packet> yes,
    List<Packet> no,
    List<Packet> rareYes,
    List<Packet> rareNo,
    boolean world,
    String what) {
  private static final String FILLED = "who is in a set that rules fill";
  private static final BigInteger FEW = BigInteger.valueOf(1 << 16);

  static Split of(Packet packet, Condition condition) {
    return switch (condition) {
      case Condition.Fixed(boolean value) -> plain(packet, value);
      case Condition.Luck() -> choices(List.of(packet), List.of(packet));
      case Condition.Doubtful(var what, boolean rare) ->
          rare
              ? new Split(List.of(), List.of(packet), List.of(packet), List.of(), false, what)
              : new Split(List.of(packet), List.of(), List.of(), List.of(packet), false, what);
      case Condition.Unsure(var what, boolean negated) -> unsure(packet, what, negated);
      case Condition.In(var field, var wanted, boolean negated) ->
          in(packet, field, wanted, negated);
      case Condition.Masked masked -> masked(packet, masked);
      case Condition.Listed listed -> listed(packet, listed);
    };
  }

  private static Split plain(Packet packet, boolean value) {
    var one = List.of(packet);
    return value ? choices(one, List.of()) : choices(List.of(), one);
  }

  private static Split choices(List<Packet> yes, List<Packet> no) {
    return new Split(yes, no, List.of(), List.of(), false, "");
  }

  private static Split worlds(List<Packet> yes, List<Packet> no, String what) {
    return new Split(yes, no, List.of(), List.of(), true, what);
  }

  private static Split unsure(Packet packet, String what, boolean negated) {
    var known = packet.assumed(what);
    if (known.isPresent()) {
      return plain(packet, known.get() != negated);
    }
    return worlds(
        List.of(packet.assuming(what, !negated)), List.of(packet.assuming(what, negated)), what);
  }

  private static Split in(Packet packet, Field field, Ranges wanted, boolean negated) {
    Ranges now = packet.get(field);
    if (now.isEmpty()) {
      return plain(packet, false);
    }
    Ranges inside = now.and(wanted);
    Ranges outside = now.minus(wanted);
    if (inside.isEmpty() || outside.isEmpty()) {
      return plain(packet, inside.isEmpty() == negated);
    }
    var in = List.of(packet.narrowed(field, inside));
    var out = List.of(packet.narrowed(field, outside));
    List<Packet> yes = negated ? out : in;
    List<Packet> no = negated ? in : out;
    return packet.isHidden(field) ? worlds(yes, no, name(field)) : choices(yes, no);
  }

  private static Split masked(Packet packet, Condition.Masked test) {
    Ranges now = packet.get(test.field());
    if (now.size().compareTo(FEW) > 0) {
      return unsure(packet, "the bits of " + name(test.field()) + " " + test, test.negated());
    }
    var inside = new ArrayList<Ranges>();
    for (Ranges.Range part : now.parts()) {
      for (BigInteger at = part.first();
          at.compareTo(part.last()) <= 0;
          at = at.add(BigInteger.ONE)) {
        if (!Ranges.just(at.and(test.mask()).xor(test.flip())).and(test.wanted()).isEmpty()) {
          inside.add(Ranges.just(at));
        }
      }
    }
    return in(
        packet, test.field(), inside.isEmpty() ? Ranges.NONE : Ranges.join(inside), test.negated());
  }

  private static Split listed(Packet packet, Condition.Listed test) {
    boolean world = false;
    for (Field field : test.fields()) {
      if (packet.get(field).isEmpty()) {
        return plain(packet, false);
      }
      world |= packet.isHidden(field);
    }
    var in = new ArrayList<Packet>();
    List<Packet> out = List.of(packet);
    for (List<Ranges> box : test.boxes()) {
      var left = new ArrayList<Packet>();
      for (Packet each : out) {
        cut(each, test.fields(), box, in, left);
      }
      out = left;
    }
    List<Packet> yes = test.negated() ? out : in;
    List<Packet> no = test.negated() ? in : out;
    if (world && !in.isEmpty() && !out.isEmpty()) {
      return worlds(yes, no, "a list of " + name(test.fields().get(0)));
    }
    if (!test.filled()) {
      return choices(yes, no);
    }
    // Who is not listed now may be by then: one more way to be in, if it can come to that.
    List<Packet> none = List.of();
    return new Split(
        yes, no, test.negated() ? none : out, test.negated() ? out : none, false, FILLED);
  }

  /** Sorts what of a packet is in the box, and what is not, into the two lists. */
  static void cut(
      Packet packet, List<Field> fields, List<Ranges> box, List<Packet> in, List<Packet> out) {
    for (int i = 0; i < fields.size(); i++) {
      if (packet.get(fields.get(i)).and(box.get(i)).isEmpty()) {
        out.add(packet);
        return;
      }
    }
    Packet rest = packet;
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      Ranges outside = rest.get(field).minus(box.get(i));
      if (!outside.isEmpty()) {
        out.add(rest.narrowed(field, outside));
      }
      rest = rest.narrowed(field, rest.get(field).and(box.get(i)));
    }
    in.add(rest);
  }

  private static String name(Field field) {
    return field.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}

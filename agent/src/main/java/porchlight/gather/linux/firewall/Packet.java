package porchlight.gather.linux.firewall;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Many packets at once: each field has the set of values that are still possible. Never changed;
 * every step makes a new one.
 *
 * @param values the fields that are there
 * @param hidden fields whose value the machine knows and we do not; of all others the stranger may
 *     pick from the set
 * @param assumed the answers taken so far to what is not known
 * @param begunTracked whether conntrack saw the first packet of this connection
 * @param translated whether it has been sent on to another port or address
 * @param elsewhere whether a translation sends it to another machine (or a container)
 * @param reply whether this is the laptop's answer rather than what the stranger sent
 */
record Packet(
    Map<Field, Ranges> values,
    Set<Field> hidden,
    Map<String, Boolean> assumed,
    Tracking tracking,
    boolean begunTracked,
    boolean translated,
    boolean elsewhere,
    boolean reply) {

  /** Whether the kernel's connection tracking knows the packet at this point. */
  enum Tracking {
    NOT_YET,
    TRACKED,
    UNTRACKED
  }

  private static final Ranges INVALID = Ranges.just(1);
  private static final Ranges UNTRACKED = Ranges.just(64);

  /** A packet that has none of the fields. */
  static Packet blank() {
    return new Packet(Map.of(), Set.of(), Map.of(), Tracking.NOT_YET, true, false, false, false);
  }

  /** What the field can be; nothing when the packet has no such field. */
  Ranges get(Field field) {
    if (tracking != Tracking.TRACKED) {
      if (field == Field.CTSTATE) {
        return tracking == Tracking.UNTRACKED ? UNTRACKED : INVALID;
      }
      if (field.ofConntrack()) {
        return Ranges.NONE;
      }
    }
    return stored(field);
  }

  /** The field as it was set, whether or not the packet is tracked at this point. */
  Ranges stored(Field field) {
    return values.getOrDefault(place(field), Ranges.NONE);
  }

  /** Until a translation, what was first asked for is what the packet says. */
  private Field place(Field field) {
    if (translated) {
      return field;
    }
    if (field == Field.CT_DPORT) {
      return reply ? Field.SPORT : Field.DPORT;
    }
    if (field == Field.CT_SPORT) {
      return reply ? Field.DPORT : Field.SPORT;
    }
    if (field == Field.CT_SADDR) {
      return reply ? Field.DADDR : Field.SADDR;
    }
    return field == Field.CT_DADDR ? (reply ? Field.SADDR : Field.DADDR) : field;
  }

  boolean isHidden(Field field) {
    return hidden.contains(place(field));
  }

  /** The field is this, or one of these as the stranger likes. */
  Packet with(Field field, Ranges value) {
    var less = EnumSet.noneOf(Field.class);
    less.addAll(hidden);
    less.remove(field);
    return putting(field, value, less);
  }

  /** The same, of what is only known to be in a set. */
  Packet narrowed(Field field, Ranges value) {
    return putting(place(field), value, hidden);
  }

  /** The field has some value that cannot be known here. */
  Packet hiding(Field field) {
    return hiding(field, field.all());
  }

  /** The field has one of these values; which one cannot be known here. */
  Packet hiding(Field field, Ranges values) {
    var more = EnumSet.of(field);
    more.addAll(hidden);
    return putting(field, values, more);
  }

  private Packet putting(Field field, Ranges value, Set<Field> nowHidden) {
    var copy = new EnumMap<Field, Ranges>(Field.class);
    copy.putAll(values);
    copy.put(field, value);
    return new Packet(
        copy, nowHidden, assumed, tracking, begunTracked, translated, elsewhere, reply);
  }

  Packet tracking(Tracking now) {
    return new Packet(values, hidden, assumed, now, begunTracked, translated, elsewhere, reply);
  }

  Packet begunTracked(boolean now) {
    return new Packet(values, hidden, assumed, tracking, now, translated, elsewhere, reply);
  }

  Optional<Boolean> assumed(String what) {
    return Optional.ofNullable(assumed.get(what));
  }

  Packet assuming(String what, boolean answer) {
    var more = new HashMap<>(assumed);
    more.put(what, answer);
    return new Packet(values, hidden, more, tracking, begunTracked, translated, elsewhere, reply);
  }

  /** Sent on to another port or address; only conntrack still knows what was first asked for. */
  Packet translated(boolean toElsewhere) {
    return new Packet(values, hidden, assumed, tracking, begunTracked, true, toElsewhere, reply)
        .with(Field.CT_SADDR, stored(Field.SADDR))
        .with(Field.CT_DADDR, stored(Field.DADDR))
        .with(Field.CT_SPORT, stored(Field.SPORT))
        .with(Field.CT_DPORT, stored(Field.DPORT));
  }

  /** From now on the laptop's answer, or no longer. */
  Packet reply(boolean now) {
    return new Packet(values, hidden, assumed, tracking, begunTracked, translated, elsewhere, now);
  }
}

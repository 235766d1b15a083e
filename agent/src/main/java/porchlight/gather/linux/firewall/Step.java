package porchlight.gather.linux.firewall;

import java.util.List;
import java.util.function.UnaryOperator;

/** One part of a rule; the parts are taken in order until one ends the rule. */
sealed interface Step {

  /** Goes on only if it holds. */
  record Test(Condition condition) implements Step {}

  /** Changes the packet, or what the kernel knows of it. */
  record Change(UnaryOperator<Packet> by) implements Step {}

  /** Sends the packet to another port, or address, from here on. */
  record Translate(Ranges toAddress, Ranges toPort) implements Step {}

  /** Looks up what to do; goes on when the packet is not listed. */
  record Lookup(List<Field> fields, List<Entry> entries, boolean filled) implements Step {
    public Lookup {
      entries = List.copyOf(entries);
    }
  }

  /** One line of a {@link Lookup}. */
  record Entry(List<Ranges> box, Verdict verdict) {}

  /** Ends the rule. */
  record Decide(Verdict verdict) implements Step {}

  static Step test(Field field, Ranges wanted) {
    return new Test(new Condition.In(field, wanted, false));
  }

  static Step decide(Verdict verdict) {
    return new Decide(verdict);
  }
}

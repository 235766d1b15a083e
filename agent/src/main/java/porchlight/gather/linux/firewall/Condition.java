package porchlight.gather.linux.firewall;

import java.math.BigInteger;
import java.util.List;

/** What a rule asks of a packet. */
sealed interface Condition {

  /** The field is one of these, or is none of them. A packet without the field never matches. */
  record In(Field field, Ranges wanted, boolean negated) implements Condition {}

  /** The same of {@code (field & mask) ^ flip}. */
  record Masked(Field field, BigInteger mask, BigInteger flip, Ranges wanted, boolean negated)
      implements Condition {}

  /**
   * The fields together are one of these combinations.
   *
   * @param filled whether rules add members while the machine runs, so that a packet not listed now
   *     may be listed then
   */
  record Listed(List<Field> fields, List<List<Ranges>> boxes, boolean negated, boolean filled)
      implements Condition {
    public Listed {
      fields = List.copyOf(fields);
      boxes = List.copyOf(boxes);
    }
  }

  /**
   * Something that is not known here: the same {@code what} has the same answer wherever it is
   * asked.
   */
  record Unsure(String what, boolean negated) implements Condition {}

  /**
   * The stranger gets the answer that suits, by choosing what to send or by sending often enough.
   */
  record Luck() implements Condition {}

  /** Surely can be {@code !rare}; whether it can be {@code rare} is not known. */
  record Doubtful(String what, boolean rare) implements Condition {}

  /** Always so, or never. */
  record Fixed(boolean value) implements Condition {}
}

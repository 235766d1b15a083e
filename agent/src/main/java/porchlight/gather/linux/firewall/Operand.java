package porchlight.gather.linux.firewall;

import java.math.BigInteger;
import java.util.List;

/** The left side of a comparison. */
sealed interface Operand {

  /**
   * {@code (field & mask) ^ flip}, of packets that pass {@code needs} (a port is only compared in a
   * packet that has ports).
   */
  record Of(Field field, BigInteger mask, BigInteger flip, List<Step> needs) implements Operand {
    static Of whole(Field field, Step... needs) {
      return new Of(field, field.fullMask(), BigInteger.ZERO, List.of(needs));
    }

    boolean isWhole() {
      return mask.equals(field.fullMask()) && flip.signum() == 0;
    }
  }

  /** Several fields compared together. */
  record Several(List<Of> parts) implements Operand {}

  /** Whatever the stranger likes. */
  record Lucky(List<Step> needs) implements Operand {}

  /** A part of the packet that an ordinary one does not have. */
  record Absent() implements Operand {}

  /** Not known here. */
  record Opaque(String what) implements Operand {}
}

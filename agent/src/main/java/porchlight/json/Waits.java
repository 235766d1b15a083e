package porchlight.json;

import java.util.function.UnaryOperator;

/**
 * What goes on with central side by side; a failure of one holds up none of the others.
 *
 * @param sending reports
 * @param joining becoming known: at the first central, at another one, or as another device
 * @param asking the policy, and another key
 */
public record Waits(Sending sending, Sending joining, Sending asking) {
  static final Waits NONE = new Waits(Sending.NONE, Sending.NONE, Sending.NONE);

  Waits sending(UnaryOperator<Sending> change) {
    return new Waits(change.apply(sending), joining, asking);
  }

  Waits joining(UnaryOperator<Sending> change) {
    return new Waits(sending, change.apply(joining), asking);
  }

  Waits asking(UnaryOperator<Sending> change) {
    return new Waits(sending, joining, change.apply(asking));
  }
}

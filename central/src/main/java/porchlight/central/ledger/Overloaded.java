package porchlight.central.ledger;

/** Too much waits to be written: come again later. */
public final class Overloaded extends RuntimeException {
  private static final long serialVersionUID = 1;

  Overloaded() {
    super("too much waits to be written", null, false, false);
  }
}

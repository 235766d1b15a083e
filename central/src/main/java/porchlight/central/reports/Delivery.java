package porchlight.central.reports;

import java.util.OptionalLong;

/**
 * What became of a device's earlier reports: totals since its enrolment, and its clock less ours,
 * in seconds.
 */
public record Delivery(
    long droppedUnchanged,
    long droppedFull,
    long droppedTransition,
    long refused,
    long failures,
    OptionalLong skewSeconds) {
  /** Nothing to say. */
  public static final Delivery NONE = new Delivery(0, 0, 0, 0, 0, OptionalLong.empty());

  /**
   * What is known after hearing {@code said}, in whatever order: totals only grow; the skew is of
   * the newer one.
   */
  public Delivery and(Delivery said, boolean newer) {
    return new Delivery(
        Math.max(droppedUnchanged, said.droppedUnchanged),
        Math.max(droppedFull, said.droppedFull),
        Math.max(droppedTransition, said.droppedTransition),
        Math.max(refused, said.refused),
        Math.max(failures, said.failures),
        (newer && said.skewSeconds.isPresent()) || skewSeconds.isEmpty()
            ? said.skewSeconds
            : skewSeconds);
  }

  /** How many reports of its own will never arrive, as far as the device knows. */
  public long given() {
    return droppedUnchanged + droppedFull + droppedTransition + refused;
  }
}

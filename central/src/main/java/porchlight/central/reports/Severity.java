package porchlight.central.reports;

import java.util.stream.Stream;

/** How bad it is when a check fails, worst first. */
public enum Severity {
  CRITICAL(0),
  HIGH(1),
  MEDIUM(2),
  LOW(3),
  INFO(4);

  private final int rank;

  Severity(int rank) {
    this.rank = rank;
  }

  /** Its place as the ledger keeps it, to sort by: 0 is the worst. */
  public int rank() {
    return rank;
  }

  /** The severity of that place; throws where there is none. */
  public static Severity ranked(long rank) {
    return Stream.of(values())
        .filter(one -> one.rank == rank)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no severity has place " + rank));
  }
}

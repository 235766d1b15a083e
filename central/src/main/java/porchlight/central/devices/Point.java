package porchlight.central.devices;

import java.time.Instant;

/** A place in the stream of one device's reports: the sequence number and the device's own time. */
public record Point(long sequence, Instant at) {
  /** Before the first report. */
  public static final Point NONE = new Point(0, Instant.EPOCH);

  boolean isAfter(Point other) {
    return sequence > other.sequence;
  }
}

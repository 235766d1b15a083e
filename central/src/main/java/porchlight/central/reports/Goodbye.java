package porchlight.central.reports;

import java.time.Instant;

/** That a device said it would be silent, and why. */
public record Goodbye(Reason reason, Instant at) {
  /** Why a device leaves. */
  public enum Reason {
    UNINSTALLED,
    SHUTDOWN
  }
}

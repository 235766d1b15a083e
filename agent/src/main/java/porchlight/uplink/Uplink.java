package porchlight.uplink;

import java.util.UUID;

/** The way to central. */
@FunctionalInterface
public interface Uplink {
  /**
   * Sends one report, gzip-compressed; whatever happens is a {@link Delivery}.
   *
   * @param waiting how many more wait than may be sent now; 0: none
   */
  Delivery report(UUID id, byte[] packed, int waiting);
}

package porchlight.uplink;

import java.util.UUID;

/** The way to central. */
@FunctionalInterface
public interface Uplink {
  /** Sends one report, gzip-compressed; whatever happens is a {@link Delivery}. */
  Delivery report(UUID id, byte[] packed);
}

package porchlight.uplink.road;

import java.net.URI;
import java.util.function.Consumer;

/** Is told of each request that is not signed before it leaves, and then what came back. */
@FunctionalInterface
public interface Unsigned {
  /** Nobody wants to know. */
  Unsigned UNTOLD = address -> answer -> {};

  /** A GET of that address is about to leave. */
  Consumer<String> leaves(URI address);
}

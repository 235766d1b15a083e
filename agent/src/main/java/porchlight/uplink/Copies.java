package porchlight.uplink;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/** Where a copy of everything that leaves is kept, before it leaves. */
@FunctionalInterface
interface Copies {
  /** Keeps none. */
  Copies NONE = (at, server, what, headers) -> answer -> {};

  /** Takes one, of what is about to leave. */
  Copy leaves(Instant at, URI server, Outgoing what, Map<String, String> headers);

  /** A copy, which is told what came back. */
  @FunctionalInterface
  interface Copy {
    void answered(String words);
  }
}

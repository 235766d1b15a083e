package porchlight.facts;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the routers of this network offer to everybody on it.
 *
 * @param asOf when they were asked; empty when the policy does not have them asked
 * @param routers those that traffic takes, by IPv4; none when this laptop is on no network
 */
public record RouterExposure(Optional<Instant> asOf, List<Router> routers) {
  /** As the policy wants it, unless it says otherwise. */
  public static final RouterExposure NOT_ASKED = new RouterExposure(Optional.empty(), List.of());

  public RouterExposure {
    routers = List.copyOf(routers);
  }

  /** A router and all that it was asked. */
  public record Router(String address, List<Asked> asked) {
    public Router {
      asked = List.copyOf(asked);
    }
  }

  /** One question and what came of it. */
  public record Asked(Service service, Seen seen) {}

  /** What a router may offer. */
  public enum Service {
    TELNET,
    SSH,
    /** Pages that are not led to TLS. */
    HTTP,
    UPNP,
    NAT_PMP,
    PCP;

    /** The word used in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it opens ports to the internet for whoever asks. */
    public boolean opensPorts() {
      return switch (this) {
        case UPNP, NAT_PMP, PCP -> true;
        case TELNET, SSH, HTTP -> false;
      };
    }
  }

  /** What came of a question. */
  public sealed interface Seen {
    /** It is offered. */
    record Open() implements Seen {}

    /** It was refused. */
    record Closed() implements Seen {}

    /** Nothing that can be relied on: silence does not mean that it is not offered. */
    record Silent(Reason reason, String detail) implements Seen {}
  }
}

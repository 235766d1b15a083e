package porchlight.central.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import porchlight.central.intake.Incoming;

/** Who knocks, as far as the connection says. */
final class Caller {
  private static final int LONGEST = 45;

  private Caller() {}

  static Incoming request(Context ctx) throws IOException {
    return new Incoming(
        ctx.req().getMethod(),
        ctx.req().getRequestURI(),
        address(ctx),
        name -> Collections.list(ctx.req().getHeaders(name)),
        ctx.req().getInputStream());
  }

  /**
   * The address that a sender is limited by. Behind a front end on this machine it is the one that
   * the front end has seen; of IPv6 the network, as one machine has as many addresses as it likes.
   */
  static String address(Context ctx) {
    String peer = ctx.ip();
    boolean local = peer.startsWith("127.") || peer.equals("0:0:0:0:0:0:0:1") || peer.equals("::1");
    return network(local ? forwarded(ctx).orElse(peer) : peer);
  }

  private static Optional<String> forwarded(Context ctx) {
    List<String> headers = Collections.list(ctx.req().getHeaders("X-Forwarded-For"));
    if (headers.isEmpty()) {
      return Optional.empty();
    }
    String line = headers.getLast();
    String last = line.substring(line.lastIndexOf(',') + 1).strip();
    return last.isEmpty() || last.length() > LONGEST ? Optional.empty() : Optional.of(last);
  }

  private static String network(String address) {
    String[] parts = address.split(":", -1);
    return parts.length < 5 || address.contains(".")
        ? address
        : String.join(":", List.of(parts).subList(0, 4));
  }
}

package porchlight.central.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import porchlight.central.accounts.Where;
import porchlight.central.intake.Incoming;

/**
 * Who knocks, as far as the connection says. What a front end adds about them is believed of the
 * front ends that are declared, and of nobody else.
 *
 * @param proxies their addresses
 */
record Callers(Set<String> proxies, InstantSource clock) {
  private static final int LONGEST = 45;

  /** Where somebody does something from. */
  Where where(Context ctx) {
    String address = address(ctx);
    return new Where(address, network(address), clock.instant());
  }

  /** What a device sends; it is limited by its address, of IPv6 by the network. */
  Incoming request(Context ctx) throws IOException {
    return new Incoming(
        ctx.req().getMethod(),
        ctx.req().getRequestURI(),
        network(address(ctx)),
        name -> Collections.list(ctx.req().getHeaders(name)),
        ctx.req().getInputStream());
  }

  /** Whether the browser talks to us, or to the front end, by TLS. */
  boolean isSecure(Context ctx) {
    return ctx.req().isSecure()
        || (isProxy(ctx) && last(ctx, "X-Forwarded-Proto").filter("https"::equals).isPresent());
  }

  private String address(Context ctx) {
    return isProxy(ctx) ? last(ctx, "X-Forwarded-For").orElse(ctx.ip()) : ctx.ip();
  }

  private boolean isProxy(Context ctx) {
    return proxies.contains(calm(ctx.ip()));
  }

  /** Of several the one that the front end itself has added. */
  private static Optional<String> last(Context ctx, String header) {
    List<String> lines = Collections.list(ctx.req().getHeaders(header));
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    String line = lines.getLast();
    String last = line.substring(line.lastIndexOf(',') + 1).strip();
    return last.isEmpty() || last.length() > LONGEST ? Optional.empty() : Optional.of(last);
  }

  /** The address of this very machine has more than one spelling. */
  private static String calm(String address) {
    String bare = address.replaceAll("[\\[\\]]", "");
    return bare.equals("0:0:0:0:0:0:0:1") ? "::1" : bare;
  }

  private static String network(String address) {
    String[] parts = address.split(":", -1);
    return parts.length < 5 || address.contains(".")
        ? address
        : String.join(":", List.of(parts).subList(0, 4));
  }
}

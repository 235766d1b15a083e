package porchlight.central.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import porchlight.central.accounts.Where;
import porchlight.central.intake.Incoming;

/**
 * Who knocks, as far as the connection says. What a front end adds about them is believed of the
 * front ends that are declared, and of nobody else.
 *
 * @param proxies their addresses
 */
record Callers(Set<String> proxies, InstantSource clock) {
  /** The spelling of an address is not its own. */
  Callers {
    proxies = proxies.stream().map(one -> remote(one).address()).collect(Collectors.toSet());
  }

  /** Where somebody does something from. */
  Where where(Context ctx) {
    RemoteAddress sender = sender(ctx);
    return new Where(sender.address(), sender.network(), clock.instant());
  }

  /** What a device sends; it is limited by its address, of IPv6 by the network. */
  Incoming request(Context ctx) throws IOException {
    return new Incoming(
        ctx.req().getMethod(),
        ctx.req().getRequestURI(),
        sender(ctx).network(),
        name -> Collections.list(ctx.req().getHeaders(name)),
        ctx.req().getInputStream());
  }

  /** Whether the browser talks to us, or to the front end, by TLS. */
  boolean isSecure(Context ctx) {
    return ctx.req().isSecure()
        || (isProxy(ctx) && last(ctx, "X-Forwarded-Proto").filter("https"::equals).isPresent());
  }

  private RemoteAddress sender(Context ctx) {
    RemoteAddress next = remote(ctx.ip());
    return isProxy(ctx)
        ? last(ctx, "X-Forwarded-For").flatMap(RemoteAddress::read).orElse(next)
        : next;
  }

  private boolean isProxy(Context ctx) {
    return proxies.contains(remote(ctx.ip()).address());
  }

  private static RemoteAddress remote(String text) {
    return RemoteAddress.read(text).orElseGet(() -> new RemoteAddress(text, text));
  }

  /** Of several the one that the front end itself has added. */
  private static Optional<String> last(Context ctx, String header) {
    List<String> lines = Collections.list(ctx.req().getHeaders(header));
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    String line = lines.getLast();
    String last = line.substring(line.lastIndexOf(',') + 1).strip();
    return last.isEmpty() ? Optional.empty() : Optional.of(last);
  }
}

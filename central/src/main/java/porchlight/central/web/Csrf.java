package porchlight.central.web;

import io.javalin.http.Context;
import io.javalin.http.SameSite;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import porchlight.central.signing.Digests;

/**
 * Forms are ours: each carries what only our page could know, made of the secret in the browser's
 * cookie, and the browser says that it comes from here.
 */
final class Csrf {
  /** The form's field. */
  static final String FIELD = "csrf";

  /** The header, for requests that are not sent as a form. */
  static final String HEADER = "X-CSRF-Token";

  /** The cookie of a browser that is not signed in. */
  private static final String FORM = "porchlight-form";

  private static final Duration GOOD = Duration.ofHours(12);
  private static final int SECRET_BYTES = 32;
  private final Cookies cookies;
  private final Hosts hosts;
  private final SecureRandom random;

  Csrf(Cookies cookies, Hosts hosts, SecureRandom random) {
    this.cookies = cookies;
    this.hosts = hosts;
    this.random = random;
  }

  /** What a form of this browser carries; one that has no cookie yet is given one. */
  String token(Context ctx) {
    return of(
        secret(ctx)
            .orElseGet(() -> {
              String fresh = secret();
              cookies.set(ctx, FORM, fresh, GOOD, SameSite.STRICT);
              return fresh;
            }));
  }

  /** A secret for a cookie of a browser that is not signed in. */
  String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Digests.base64Url(bytes);
  }

  /** Whether a request that changes something was sent from a page of ours. */
  boolean holds(Context ctx) {
    String sent =
        Optional.ofNullable(ctx.header(HEADER))
            .or(() -> Optional.ofNullable(ctx.formParam(FIELD)))
            .orElse("");
    return isFromHere(ctx)
        && secret(ctx).filter(secret -> Digests.isSame(of(secret), sent)).isPresent();
  }

  private Optional<String> secret(Context ctx) {
    return cookies
        .get(ctx, Recognition.COOKIE)
        .or(() -> Optional.ofNullable(ctx.cookie(DashboardKey.COOKIE)))
        .or(() -> cookies.get(ctx, FORM));
  }

  private boolean isFromHere(Context ctx) {
    String site = ctx.header("Sec-Fetch-Site");
    String origin = ctx.header("Origin");
    boolean sameSite = site == null || site.equals("same-origin") || site.equals("none");
    return sameSite && (origin == null || isOurs(ctx, origin));
  }

  private boolean isOurs(Context ctx, String origin) {
    String authority = authority(origin);
    return !authority.isEmpty()
        && (authority.equalsIgnoreCase(String.valueOf(ctx.header("Host")))
            || hosts.isNamed(authority));
  }

  private static String authority(@Nullable String origin) {
    try {
      return Optional.ofNullable(URI.create(String.valueOf(origin)).getAuthority()).orElse("");
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static String of(String secret) {
    return Digests.ofText("porchlight form\n" + secret);
  }
}

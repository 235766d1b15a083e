package porchlight.central.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.Optional;

/**
 * Our cookies: never for scripts, never for another site. By TLS their name starts with {@code
 * __Host-}, so that no other host of the domain can set them.
 */
record Cookies(Callers callers) {
  private static final String SAFE = "__Host-";

  Optional<String> get(Context ctx, String name) {
    return Optional.ofNullable(ctx.cookie(full(ctx, name))).filter(value -> !value.isBlank());
  }

  void set(Context ctx, String name, String value, Duration good, SameSite site) {
    Cookie cookie = new Cookie(full(ctx, name), value);
    cookie.setPath("/");
    cookie.setMaxAge((int) good.toSeconds());
    cookie.setHttpOnly(true);
    cookie.setSecure(callers.isSecure(ctx));
    cookie.setSameSite(site);
    ctx.cookie(cookie);
  }

  void drop(Context ctx, String name) {
    set(ctx, name, "", Duration.ZERO, SameSite.STRICT);
  }

  private String full(Context ctx, String name) {
    return callers.isSecure(ctx) ? SAFE + name : name;
  }
}

package porchlight.central.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import porchlight.central.people.Role;
import porchlight.central.people.Scope;
import porchlight.central.people.Viewer;
import porchlight.central.signing.Digests;

/**
 * The holder of the dashboard key, which opens everything until somebody has an account: by a
 * bearer header, by the link once, by a cookie from then on. The cookie is derived from the key and
 * is not the key.
 */
final class DashboardKey {
  static final String COOKIE = "porchlight";
  private static final int THIRTY_DAYS = 30 * 24 * 3600;
  private static final Viewer HOLDER =
      new Viewer("the dashboard key", Role.ADMIN, Optional.empty(), Scope.ofPrograms());
  private final String key;
  private final String cookie;
  private final Callers callers;

  DashboardKey(String key, Callers callers) {
    this.key = key;
    this.callers = callers;
    this.cookie = derived(key);
  }

  /** Whoever shows the key, or the cookie that it was changed for. */
  Optional<Guest> guest(Context ctx) {
    String header = Optional.ofNullable(ctx.header("Authorization")).orElse("");
    if (header.startsWith("Bearer ") && Digests.isSame(header.substring(7).strip(), key)) {
      return Optional.of(new Guest(HOLDER, Optional.empty(), false));
    }
    return Digests.isSame(Optional.ofNullable(ctx.cookie(COOKIE)).orElse(""), cookie)
        ? Optional.of(new Guest(HOLDER, Optional.empty(), true))
        : Optional.empty();
  }

  /** Turns the link's key into a cookie; false when it is not the key. */
  boolean welcome(Context ctx, String offered) {
    if (!Digests.isSame(offered, key)) {
      return false;
    }
    Cookie made = new Cookie(COOKIE, cookie);
    made.setPath("/");
    made.setMaxAge(THIRTY_DAYS);
    made.setHttpOnly(true);
    made.setSecure(callers.isSecure(ctx));
    made.setSameSite(SameSite.STRICT);
    ctx.cookie(made);
    return true;
  }

  private static String derived(String key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] bytes = mac.doFinal("porchlight dashboard cookie".getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }
}

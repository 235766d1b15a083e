package porchlight.central.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import porchlight.central.people.Role;
import porchlight.central.people.Viewer;

/**
 * The holder of the dashboard key, by a bearer header, by the link once, by a cookie from then on.
 * The cookie is derived from the key and is not the key.
 */
final class DashboardKey implements Recogniser {
  static final String COOKIE = "porchlight";
  private static final int THIRTY_DAYS = 30 * 24 * 3600;
  private static final Viewer HOLDER = Viewer.of("the dashboard key", Role.ADMIN);
  private final String key;
  private final String cookie;

  DashboardKey(String key) {
    this.key = key;
    this.cookie = derived(key);
  }

  @Override
  public Optional<Viewer> viewer(Context ctx) {
    return admits(ctx) ? Optional.of(HOLDER) : Optional.empty();
  }

  private boolean admits(Context ctx) {
    String header = Optional.ofNullable(ctx.header("Authorization")).orElse("");
    if (header.startsWith("Bearer ") && same(header.substring(7).strip(), key)) {
      return true;
    }
    return same(Optional.ofNullable(ctx.cookie(COOKIE)).orElse(""), cookie);
  }

  @Override
  public boolean welcome(Context ctx, String offered) {
    if (!same(offered, key)) {
      return false;
    }
    boolean secure = "https".equals(ctx.header("X-Forwarded-Proto"));
    Cookie made = new Cookie(COOKIE, cookie);
    made.setPath("/");
    made.setMaxAge(THIRTY_DAYS);
    made.setHttpOnly(true);
    made.setSecure(secure);
    made.setSameSite(SameSite.STRICT);
    ctx.cookie(made);
    return true;
  }

  private static boolean same(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
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

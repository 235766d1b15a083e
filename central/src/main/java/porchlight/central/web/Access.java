package porchlight.central.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Who may look: the holder of the dashboard key, by a bearer header, by the link once, by a cookie
 * from then on. The cookie is derived from the key and is not the key.
 */
final class Access {
  static final String COOKIE = "porchlight";
  private static final int THIRTY_DAYS = 30 * 24 * 3600;
  private final String key;
  private final String cookie;
  private final Set<String> hosts;
  private final boolean anyHost;

  /** Answers only under the {@code hosts} named, unless {@code anyHost}. */
  Access(String key, Set<String> hosts, boolean anyHost) {
    this.key = key;
    this.cookie = derived(key);
    this.hosts = hosts;
    this.anyHost = anyHost;
  }

  /**
   * Whether the name that the browser believes to talk to is one of ours; a page elsewhere whose
   * name was pointed at this address (DNS rebinding) is not let in.
   */
  boolean knowsHost(@Nullable String header) {
    return anyHost || (header != null && hosts.contains(hostOf(header)));
  }

  boolean admits(Context ctx) {
    String header = Optional.ofNullable(ctx.header("Authorization")).orElse("");
    if (header.startsWith("Bearer ") && same(header.substring(7).strip(), key)) {
      return true;
    }
    return same(Optional.ofNullable(ctx.cookie(COOKIE)).orElse(""), cookie);
  }

  /** Turns the link's key into a cookie; false when it is not the key. */
  boolean welcome(Context ctx, String offered) {
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

  private static String hostOf(String header) {
    try {
      String host = URI.create("http://" + header).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
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

package porchlight.machine;

/** Addresses of proxies as they may be told: without name and password, and without a path. */
public final class Credentials {
  private Credentials() {}

  /**
   * The value without what stands before the {@code @} of its authority, and without what follows
   * the authority; {@code ?} when it is not certain where that begins or ends.
   */
  public static String without(String value) {
    int scheme = value.indexOf("://");
    int start = scheme < 0 ? 0 : scheme + "://".length();
    int end = start;
    while (end < value.length() && "/?#\\".indexOf(value.charAt(end)) < 0) {
      end++;
    }
    int at = value.substring(0, end).lastIndexOf('@');
    if (value.indexOf('@', end) >= 0 || (at >= 0 && at < start)) {
      return "?";
    }
    String host = value.substring(Math.max(start, at + 1), end);
    return value.substring(0, scheme < 0 ? 0 : start) + host + (end < value.length() ? "/" : "");
  }
}

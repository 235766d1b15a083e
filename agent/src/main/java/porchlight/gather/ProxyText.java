package porchlight.gather;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import porchlight.facts.Proxy.Way;

/** Addresses of proxies and of their scripts, as settings write them. */
public final class ProxyText {
  private static final String HOST = "(\\[[0-9A-Fa-f:.]{2,45}]|[A-Za-z0-9._-]{1,253})";
  private static final Pattern FIXED =
      Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]{0,20}://)?" + HOST + "(?:[: ](\\d{1,5}))?\\s*/?");
  private static final Pattern SCRIPT =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]{0,20})://" + HOST + "(?::\\d{1,5})?(?:/\\S*)?");
  private static final Pattern LOCAL = Pattern.compile("(?:file:(?://(?:localhost)?)?)?/|data:.*");

  private ProxyText() {}

  /** Empty when it is not an address. */
  public static Optional<Way> fixed(String text) {
    var parts = FIXED.matcher(text);
    return parts.matches()
        ? Optional.of(
            new Way.Fixed(
                host(parts.group(1)),
                parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2))))
        : Optional.empty();
  }

  /** Empty when it is not an address. */
  public static Optional<Way> script(String text) {
    if (LOCAL.matcher(text).matches()) {
      return Optional.of(new Way.Script("file", ""));
    }
    var parts = SCRIPT.matcher(text);
    return parts.matches()
        ? Optional.of(new Way.Script(parts.group(1).toLowerCase(Locale.ROOT), host(parts.group(2))))
        : Optional.empty();
  }

  private static String host(String text) {
    String plain = text.startsWith("[") ? text.substring(1, text.length() - 1) : text;
    return plain.toLowerCase(Locale.ROOT);
  }

  /** Without the quotes around it. */
  public static String plain(String text) {
    return text.strip().replaceFirst("^[\"']", "").replaceFirst("[\"']$", "").strip();
  }
}

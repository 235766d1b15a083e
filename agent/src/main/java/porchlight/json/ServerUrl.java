package porchlight.json;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The address of central: HTTPS, or plain HTTP on a loopback address. */
public final class ServerUrl {
  /** What an address must look like, for messages. */
  public static final String EXPECTED =
      "https://HOST or https://HOST:PORT without a path (http:// for a loopback address only)";

  /** Only what is written so: a name that resolves to a loopback address may resolve elsewhere. */
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}|\\[::1\\]");

  private ServerUrl() {}

  /** The address, if reports may be sent there. */
  public static Optional<URI> of(String text) {
    try {
      return Optional.of(new URI(text)).filter(ServerUrl::fits);
    } catch (URISyntaxException notOne) {
      return Optional.empty();
    }
  }

  private static boolean fits(URI uri) {
    String host = uri.getHost();
    String path = uri.getRawPath();
    if (host == null
        || uri.getRawUserInfo() != null
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null
        || !(path == null || path.isEmpty() || path.equals("/"))
        || uri.getPort() == 0
        || uri.getPort() > 65_535) {
      return false;
    }
    return "https".equals(uri.getScheme())
        || ("http".equals(uri.getScheme()) && LOOPBACK.matcher(host).matches());
  }
}

package porchlight.central.settings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where to listen: a host name or address, and a port; port 0 takes any that is free. */
public record Address(String host, int port) {
  private static final Pattern SHAPE =
      Pattern.compile("(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9.-]+):(\\d{1,5})");

  /** Reads HOST:PORT; throws IllegalArgumentException when it is none. */
  public static Address parse(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > 65_535) {
      throw new IllegalArgumentException("HOST:PORT is expected, such as 127.0.0.1:8640");
    }
    return new Address(matcher.group(1), Integer.parseInt(matcher.group(2)));
  }

  /** Whether only this very machine can connect. */
  public boolean isLoopback() {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }

  /** The address as a URL that a browser on this machine can open. */
  public String url(String scheme, int realPort) {
    String reachable = host.equals("0.0.0.0") || host.equals("[::]") ? "127.0.0.1" : host;
    return scheme + "://" + reachable + ":" + realPort;
  }
}

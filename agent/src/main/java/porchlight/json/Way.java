package porchlight.json;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A way out of the network that a laptop is on, as settings name it. */
public sealed interface Way {
  /** What the setting {@code proxy} must look like, for messages. */
  String EXPECTED =
      "system, none, or ways parted by commas: http://HOST:PORT, socks://HOST:PORT,"
          + " pac+https://HOST/FILE, direct (a password belongs in proxyCredentialsFile)";

  /** Without a proxy. */
  record Direct() implements Way {}

  /** Through a proxy that is asked by CONNECT. */
  record Http(String host, int port, Optional<Login> login) implements Way {}

  /** Through a SOCKS proxy. */
  record Socks(String host, int port) implements Way {}

  /** As a script says (PAC). */
  record Script(URI at) implements Way {}

  /** A name and a password; printed, it says neither. */
  record Login(String name, String password) {
    @Override
    public String toString() {
      return "a name and a password";
    }
  }

  /** What {@code proxy} says in {@code agent.json}: none, when the system is to say. */
  record Chosen(Optional<List<Way>> ways) {
    /** The choice in those words; nothing when they are not understood. */
    public static Optional<Chosen> of(String text) {
      if (text.strip().equals("system")) {
        return Optional.of(new Chosen(Optional.empty()));
      }
      if (text.strip().equals("none")) {
        return Optional.of(new Chosen(Optional.of(List.of(new Direct()))));
      }
      var ways = new ArrayList<Way>();
      for (String word : text.split(",", -1)) {
        var way = Way.of(word);
        if (way.isEmpty()
            || !(word.contains("://") || way.get() instanceof Direct)
            || (way.get() instanceof Http http && http.login().isPresent())) {
          return Optional.empty();
        }
        ways.add(way.get());
      }
      return Optional.of(new Chosen(Optional.of(List.copyOf(ways))));
    }
  }

  Pattern FORM =
      Pattern.compile(
          "(?:([A-Za-z0-9]{1,8})://)?(?:([^/\\s]*)@)?(\\[[0-9A-Fa-f:.]{2,45}]|[A-Za-z0-9._-]{1,253})"
              + ":(\\d{1,5})/?");

  /**
   * The way that a setting or an environment variable names; nothing when it is none, or one that
   * we cannot go (a proxy that is itself spoken to over TLS).
   */
  static Optional<Way> of(String text) {
    String word = text.strip();
    if (word.equals("direct")) {
      return Optional.of(new Direct());
    }
    if (word.startsWith("pac+")) {
      return script(word.substring("pac+".length()));
    }
    Matcher parts = FORM.matcher(word);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int port = Integer.parseInt(parts.group(4));
    if (port < 1 || port > 65_535) {
      return Optional.empty();
    }
    String host = parts.group(3).replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
    String scheme = parts.group(1) == null ? "http" : parts.group(1).toLowerCase(Locale.ROOT);
    return switch (scheme) {
      case "http" ->
          Optional.of(
              new Http(host, port, Optional.ofNullable(parts.group(2)).flatMap(Way::login)));
      case "socks", "socks4", "socks5", "socks5h" -> Optional.of(new Socks(host, port));
      default -> Optional.empty();
    };
  }

  private static Optional<Way> script(String text) {
    try {
      var uri = new URI(text);
      boolean fits =
          uri.getHost() != null
              && uri.getRawUserInfo() == null
              && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
      return fits ? Optional.of(new Script(uri)) : Optional.empty();
    } catch (URISyntaxException notOne) {
      return Optional.empty();
    }
  }

  /** {@code NAME:PASSWORD} as addresses write it, with %40 for @. */
  private static Optional<Login> login(String text) {
    int colon = text.indexOf(':');
    return colon < 1
        ? Optional.empty()
        : Optional.of(new Login(plain(text.substring(0, colon)), plain(text.substring(colon + 1))));
  }

  private static String plain(String text) {
    try {
      return java.net.URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException asItStands) {
      return text;
    }
  }
}

package porchlight.uplink.road;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;
import porchlight.json.Way;

/** Answers a proxy that asks who we are, by Basic; remembers what else it would have taken. */
final class ProxyLogin implements Authenticator {
  /** Finds the name and password for a proxy. */
  @FunctionalInterface
  interface Book {
    Optional<Way.Login> login() throws IOException;
  }

  private static final String HEADER = "Proxy-Authorization";

  private final Book book;
  private final Set<String> wanted = new LinkedHashSet<>();
  private String trouble = "";

  ProxyLogin(Book book) {
    this.book = book;
  }

  @Override
  public @Nullable Request authenticate(@Nullable Route route, Response response) {
    var basic = Optional.<okhttp3.Challenge>empty();
    for (var challenge : response.challenges()) {
      if (challenge.scheme().equalsIgnoreCase("OkHttp-Preemptive")) {
        return null; // not before the proxy has said what it takes
      }
      wanted.add(challenge.scheme());
      if (challenge.scheme().equalsIgnoreCase("Basic")) {
        basic = Optional.of(challenge);
      }
    }
    if (basic.isEmpty()) {
      return null;
    }
    if (response.request().header(HEADER) != null) {
      trouble = "the proxy does not take the name and password that it was given";
      return null;
    }
    Optional<Way.Login> login;
    try {
      login = book.login();
    } catch (IOException unreadable) {
      trouble = String.valueOf(unreadable.getMessage());
      return null;
    }
    if (login.isEmpty()) {
      trouble = "the proxy wants a name and a password: give them in proxyCredentialsFile";
      return null;
    }
    return response
        .request()
        .newBuilder()
        .header(
            HEADER,
            Credentials.basic(login.get().name(), login.get().password(), StandardCharsets.UTF_8))
        .build();
  }

  /** Begins anew, for another request. */
  void forget() {
    wanted.clear();
    trouble = "";
  }

  /** Whether only what the operating system keeps would let us through. */
  boolean wantsThePlatform() {
    return trouble.isEmpty()
        && wanted.stream()
            .map(scheme -> scheme.toLowerCase(Locale.ROOT))
            .anyMatch(Set.of("ntlm", "negotiate", "kerberos")::contains);
  }

  /** Why the proxy did not let us through; empty when it was not for a name. */
  String trouble() {
    if (wanted.isEmpty() || !trouble.isEmpty()) {
      return trouble;
    }
    return "the proxy wants "
        + String.join(" or ", wanted)
        + ", which this agent can only give on Windows: let central's name pass without, or name"
        + " a proxy that takes Basic";
  }
}

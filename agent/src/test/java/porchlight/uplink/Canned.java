package porchlight.uplink;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** An answer of a central of the tests. */
public record Canned(int status, String body, Map<String, String> headers) {
  public static Canned problem(int status, String code) {
    return new Canned(
        status,
        "{\"status\": " + status + ", \"code\": \"" + code + "\", \"detail\": \"as told\"}",
        Map.of("Content-Type", "application/problem+json"));
  }

  /** Said by somebody who reads along, and cannot seal it. */
  public Canned forged() {
    return with("Bare", "yes");
  }

  public Canned with(String name, String value) {
    var more = new HashMap<>(headers);
    more.put(name, value);
    return new Canned(status, body, more);
  }

  /** Gives it to who asked. */
  void to(HttpExchange exchange) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}

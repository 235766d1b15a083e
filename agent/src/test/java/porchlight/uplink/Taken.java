package porchlight.uplink;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;

/** A request as it came to a central of the tests. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Taken(String path, Map<String, String> headers, byte[] body, String text) {
  static Taken of(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    var headers = new HashMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) ->
            headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
    boolean packed = "gzip".equals(headers.get("content-encoding"));
    String text = packed ? TestBytes.unpacked(body) : TestBytes.text(body);
    return new Taken(exchange.getRequestURI().getPath(), headers, body, text);
  }

  public Json.Obj json() {
    try {
      return JsonText.parse(text).asObject().orElseThrow();
    } catch (JsonText.NotJson notJson) {
      throw new IllegalStateException(notJson);
    }
  }
}

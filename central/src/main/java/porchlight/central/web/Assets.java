package porchlight.central.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The files that pages link to: a fixed list, all of them in the jar. */
final class Assets {
  private static final Map<String, String> TYPES =
      Map.of(
          "pico.min.css", "text/css; charset=utf-8",
          "porchlight.css", "text/css; charset=utf-8",
          "htmx.min.js", "text/javascript; charset=utf-8",
          "porchlight.js", "text/javascript; charset=utf-8",
          "favicon.svg", "image/svg+xml");

  private Assets() {}

  /** Serves a file; false when it is none of ours. */
  static boolean serve(Context ctx, String name) throws IOException {
    String type = TYPES.get(name);
    if (type == null) {
      return false;
    }
    try (InputStream in = Assets.class.getResourceAsStream("assets/" + name)) {
      if (in == null) {
        return false;
      }
      ctx.header("Cache-Control", "public, max-age=3600");
      ctx.contentType(type).result(in.readAllBytes());
      return true;
    }
  }
}

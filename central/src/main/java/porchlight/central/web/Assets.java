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
          "uPlot.iife.min.js", "text/javascript; charset=utf-8",
          "uPlot.min.css", "text/css; charset=utf-8",
          "favicon.svg", "image/svg+xml");

  private Assets() {}

  /** Serves a file; 404 when it is none of ours. */
  static void serve(Context ctx) throws IOException {
    String name = ctx.pathParam("asset");
    String type = TYPES.get(name);
    if (type == null) {
      ctx.status(404);
      return;
    }
    try (InputStream in = Assets.class.getResourceAsStream("assets/" + name)) {
      if (in == null) {
        ctx.status(404);
        return;
      }
      ctx.header("Cache-Control", "public, max-age=300");
      ctx.contentType(type).result(in.readAllBytes());
    }
  }
}

package porchlight.central.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;

/** The description of the API, as it stands in the repository. */
final class Document {
  private Document() {}

  static void serve(Context ctx) throws IOException {
    try (InputStream in = Document.class.getResourceAsStream("/porchlight/config/openapi.json")) {
      if (in == null) {
        throw new IllegalStateException("openapi.json is not packed");
      }
      ctx.contentType("application/json").result(in.readAllBytes());
    }
  }
}

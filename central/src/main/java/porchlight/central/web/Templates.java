package porchlight.central.web;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import porchlight.central.papers.Template;
import porchlight.central.views.Frame;
import porchlight.central.views.Reader;

/** Answers with a page out of a template; who reads it is told to its frame. */
final class Templates {
  private static final String FRAME = "frame";
  private static final String READER = "porchlight.reader";
  private static final String SHOWN = "a page is shown";

  private Templates() {}

  /** Remembers who reads whatever page this request is answered with. */
  static void readBy(Context ctx, Reader reader) {
    ctx.attribute(READER, reader);
  }

  /** Whether a page answers already. */
  static boolean shown(Context ctx) {
    return ctx.attribute(SHOWN) != null;
  }

  static void show(Context ctx, int status, String template, Map<String, Object> model) {
    Map<String, Object> whole = new HashMap<>(model);
    Reader reader = ctx.attribute(READER);
    if (reader != null && model.get(FRAME) instanceof Frame frame) {
      whole.put(FRAME, frame.readBy(reader));
    }
    String page = Template.filled(template, whole);
    ctx.attribute(SHOWN, true);
    ctx.status(status).contentType("text/html; charset=utf-8").result(page);
  }
}

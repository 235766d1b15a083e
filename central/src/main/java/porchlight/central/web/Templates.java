package porchlight.central.web;

import io.javalin.http.Context;
import java.util.Map;
import porchlight.central.papers.Template;

/** Answers with a page out of a template. */
final class Templates {
  private static final String SHOWN = "a page is shown";

  private Templates() {}

  /** Whether a page answers already. */
  static boolean shown(Context ctx) {
    return ctx.attribute(SHOWN) != null;
  }

  static void show(Context ctx, int status, String template, Map<String, Object> model) {
    String page = Template.filled(template, model);
    ctx.attribute(SHOWN, true);
    ctx.status(status).contentType("text/html; charset=utf-8").result(page);
  }
}

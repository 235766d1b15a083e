package porchlight.central.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.Map;

/** Answers with a page out of a template. */
final class Templates {
  private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

  private static final String SHOWN = "a page is shown";

  private Templates() {}

  /** Whether a page answers already. */
  static boolean shown(Context ctx) {
    return ctx.attribute(SHOWN) != null;
  }

  static void show(Context ctx, int status, String template, Map<String, Object> model) {
    StringOutput output = new StringOutput();
    ENGINE.render(template, model, output);
    ctx.attribute(SHOWN, true);
    ctx.status(status).contentType("text/html; charset=utf-8").result(output.toString());
  }
}

package porchlight.central.web;

import io.javalin.http.Context;
import java.util.Map;
import porchlight.central.views.Frame;

/** The pages that say why there is no other. */
final class Pages {
  void notFound(Context ctx) {
    notice(ctx, 404, "Nothing here", "not-found");
  }

  void locked(Context ctx) {
    notice(ctx, 401, "The porch light is on, the door is locked", "locked");
  }

  void wrongHost(Context ctx) {
    notice(ctx, 403, "This is not the name of this place", "wrong-host");
  }

  void forbidden(Context ctx) {
    notice(ctx, 403, "This is not for you to see", "forbidden");
  }

  /** A form that did not come from a page of ours, or from one that is too old. */
  void strange(Context ctx) {
    notice(ctx, 403, "This form is not from here", "form");
  }

  void trouble(Context ctx) {
    notice(ctx, 500, "Something broke on our side", "trouble");
  }

  private static void notice(Context ctx, int status, String title, String kind) {
    Templates.show(
        ctx, status, "notice.jte", Map.of("frame", Frame.outside(), "title", title, "kind", kind));
  }
}
